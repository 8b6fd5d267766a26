import { expect } from '@open-wc/testing';
import { openableLink, readInstance } from '../../src/networks/index.ts';
import { instanceTable, linkTable } from './support/links.ts';

// Each engine has its own URL parser.
describe('openableLink', () => {
  for (const [hosts, href, opens] of linkTable) {
    it(`${opens ? 'opens' : 'does not open'} ${href || 'nothing'} of ${hosts.join(', ') || 'no host'}`, () => {
      const link = openableLink({ hosts: [...hosts] }, { href, verified: true });
      expect(link).to.equal(opens ? new URL(href).href : undefined);
    });
  }
});

describe('readInstance', () => {
  it('finds the host name in what is typed', () => {
    expect(instanceTable.map(([typed]) => readInstance(typed))).to.deep.equal(
      instanceTable.map(([, host]) => host),
    );
  });
});
