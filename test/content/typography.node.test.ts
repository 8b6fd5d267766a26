import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typographyFaults } from '../support/french-typography.ts';
import { contentNames, readContent, textsOf } from './support/content.ts';

for (const name of contentNames.filter((other) => other.endsWith('.fr.json'))) {
  describe(`every text of ${name}`, async () => {
    const document = await readContent(name);
    const texts = [...textsOf(document)];

    it('is found', () => assert.ok(texts.length > 100, `${texts.length} texts`));

    it('obeys the rules of French typography', () => {
      const faults = texts.flatMap(({ path, text }) =>
        typographyFaults(text).map((fault) => `${path}: ${fault}`),
      );
      assert.deepEqual(faults, []);
    });

    it('names people without a form for each gender between brackets', () => {
      // « Ami(e)s » is Facebook’s own wording.
      for (const { path, text } of texts) {
        assert.doesNotMatch(text.replaceAll('Ami(e)s', ''), /\p{L}\((?:e|ne|trice|euse)\)/u, path);
      }
    });
  });
}

describe('textsOf', () => {
  it('joins the runs of a text, and gives neither ids nor addresses', () => {
    const document = {
      id: 'x',
      sections: [
        {
          title: 'T',
          body: [{ type: 'paragraph', text: ['Un', { strong: ' deux' }, { link: '/x', text: '.' }] }],
        },
        { plain: ['A.', [{ em: 'B' }, '.']], body: [{ type: 'list', items: ['C', ['D', 'E']] }] },
      ],
    };
    assert.deepEqual(
      [...textsOf(document)].map(({ path, text }) => `${path} ${text}`),
      [
        '$.sections[0].title T',
        '$.sections[0].body[0].text Un deux.',
        '$.sections[1].plain[0] A.',
        '$.sections[1].plain[1] B.',
        '$.sections[1].body[0].items[0] C',
        '$.sections[1].body[0].items[1] DE',
      ],
    );
  });
});
