import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openableLink, readInstance } from '../../src/networks/index.ts';
import { instanceTable, linkTable } from './support/links.ts';

const verified = true;

describe('openableLink', () => {
  for (const [hosts, href, opens] of linkTable) {
    it(`${opens ? 'opens' : 'does not open'} ${href || 'nothing'} of ${hosts.join(', ') || 'no host'}`, () => {
      const expected = opens ? new URL(href).href : undefined;
      assert.equal(openableLink({ hosts: [...hosts] }, { href, verified }), expected);
    });
  }

  it('does not open a link that was not verified, nor one that is not there', () => {
    const network = { hosts: ['facebook.com'] };
    assert.equal(openableLink(network, { href: 'https://facebook.com/', verified: false }), undefined);
    assert.equal(openableLink(network, { href: 'tg://settings/privacy', verified: false }), undefined);
    assert.equal(openableLink(network, undefined), undefined);
  });

  it('never opens an address on a host that is not listed', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (href) => {
        const { hostname } = new URL(href);
        fc.pre(!/(^|\.)facebook\.com$/.test(hostname));
        assert.equal(openableLink({ hosts: ['facebook.com'] }, { href, verified }), undefined);
      }),
    );
  });

  describe('of a network made of many servers', () => {
    const mastodon = { hosts: ['{instance}'] };
    const link = { href: 'https://{instance}/settings/privacy', verified };

    it('opens it on the reader’s server', () => {
      assert.equal(
        openableLink(mastodon, link, 'mastodon.example'),
        'https://mastodon.example/settings/privacy',
      );
    });

    it('opens nothing before the reader has named a server', () => {
      assert.equal(openableLink(mastodon, link), undefined);
      assert.equal(openableLink(mastodon, link, ''), undefined);
    });

    it('opens nothing on another server than the reader’s', () => {
      const href = 'https://evil.example/settings/privacy';
      assert.equal(openableLink(mastodon, { href, verified }, 'mastodon.example'), undefined);
    });

    it('opens nothing on the first word of an address whose server is not named', () => {
      const network = { hosts: ['{instance}', 'settings'] };
      assert.equal(openableLink(network, { href: 'https://{instance}/settings', verified }), undefined);
    });

    const crafted = [
      'mastodon.example/..',
      'evil.example#',
      'a@evil.example',
      'mastodon.example:8443',
      'evil.example/x?',
      ' ',
      '\\evil.example',
    ];
    for (const instance of crafted) {
      it(`opens nothing for a server named ${JSON.stringify(instance)}`, () => {
        assert.equal(openableLink(mastodon, link, instance), undefined);
      });
    }
  });
});

describe('readInstance', () => {
  for (const [typed, host] of instanceTable) {
    it(`finds ${host ?? 'nothing'} in ${JSON.stringify(typed.slice(0, 60))}`, () => {
      assert.equal(readInstance(typed), host);
    });
  }

  it('finds nothing but host names, of whatever is typed', () => {
    const anyTyped = fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.emailAddress(), fc.domain());
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const host = readInstance(typed);
        if (host === undefined) return;
        assert.equal(new URL(`https://${host}/`).hostname, host);
      }),
    );
  });
});
