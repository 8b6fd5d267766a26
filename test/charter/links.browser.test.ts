import { expect } from '@open-wc/testing';
import { DocumentError, parseCharter } from '../../src/charter/index.ts';
import { allowedLinks, refusedLinks } from './support/links.ts';
import { validCharter } from './support/valid-charter.ts';

// Each engine has its own URL parser.
describe('parseCharter', () => {
  const withLink = (href: string): unknown => {
    const charter = validCharter();
    charter.sources[0].href = href;
    return charter;
  };

  for (const link of allowedLinks) {
    it(`accepts the link ${link}`, () => expect(() => parseCharter(withLink(link))).not.to.throw());
  }

  for (const link of refusedLinks) {
    it(`refuses the link ${JSON.stringify(link)}`, () => {
      expect(() => parseCharter(withLink(link))).to.throw(DocumentError, '$.sources[0].href: the link');
    });
  }

  it('refuses a date that does not exist, which engines read differently', () => {
    const charter = { ...(validCharter() as object), effectiveFrom: '2026-02-30' };
    expect(() => parseCharter(charter)).to.throw(DocumentError, 'not in the calendar');
  });
});
