import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeNetworks, openableLink } from '../../src/networks/index.ts';
import type { Networks } from '../../src/networks/index.ts';
import { networksOf, step } from './support/examples.ts';

const link = (host: string) => ({ href: `https://${host}/settings`, verified: true });

function builtIn(): Networks {
  return networksOf(
    {
      id: 'facebook',
      name: 'Facebook',
      hosts: ['facebook.com'],
      summary: 'Ours.',
      steps: [step('posts', { link: link('facebook.com') }), step('friends')],
      links: [{ ...link('facebook.com'), kind: 'help', label: 'Help' }],
    },
    { id: 'x', name: 'X', hosts: ['x.com'], steps: [step('protect')] },
    { id: 'bereal', name: 'BeReal', hosts: ['bereal.com'] },
  );
}

const merge = (...own: object[]) => mergeNetworks(builtIn(), networksOf(...own));
const find = ({ networks }: { networks: Networks }, id: string) =>
  networks.networks.find((network) => network.id === id)!;

describe('mergeNetworks', () => {
  it('gives the built-in networks to a file without any', () => {
    const { networks, notices } = merge();
    assert.deepEqual(networks.networks, builtIn().networks);
    assert.deepEqual(notices, []);
  });

  it('overrides a network’s own texts, and keeps the others', () => {
    const facebook = find(merge({ id: 'facebook', name: 'Facebook (CH)' }), 'facebook');
    assert.equal(facebook.name, 'Facebook (CH)');
    assert.equal(facebook.summary, 'Ours.');
    assert.deepEqual(facebook.links, builtIn().networks[0]?.links);
  });

  it('overrides a step by its id, in its place, and adds others after', () => {
    const own = { id: 'facebook', name: 'F', steps: [step('extra'), step('posts', { title: 'Hospital’s' })] };
    const { steps } = find(merge(own), 'facebook');
    assert.deepEqual(
      steps.map(({ id, title }) => [id, title]),
      [
        ['posts', 'Hospital’s'],
        ['friends', 'friends'],
        ['extra', 'extra'],
      ],
    );
  });

  it('overrides the links of a network as a whole', () => {
    const own = { ...link('www.facebook.com'), kind: 'rights' as const, label: 'Rights' };
    const { links } = find(merge({ id: 'facebook', name: 'F', links: [own] }), 'facebook');
    assert.deepEqual(
      links.map(({ label }) => label),
      ['Rights'],
    );
  });

  it('adds a network after the built-in ones, with its own hosts', () => {
    const { networks, notices } = merge({ id: 'peertube', name: 'PeerTube', hosts: ['tube.ch.example'] });
    assert.deepEqual(
      networks.networks.map(({ id }) => id),
      ['facebook', 'x', 'bereal', 'peertube'],
    );
    assert.deepEqual(networks.networks.at(-1)?.hosts, ['tube.ch.example']);
    assert.deepEqual(notices, []);
  });

  const disguises = [
    'Facebook',
    'facebook ',
    'Face-book',
    'Fаcebооk',
    'FACEB00K',
    'Facebook (officiel)',
    'Ｆａｃｅｂｏｏｋ',
  ];
  for (const name of disguises) {
    it(`lets nothing that looks like a built-in network lead elsewhere: ${name}`, () => {
      const hosts = ['facebook.evil.example', 'facebook.com'];
      const { networks, notices } = merge(
        { id: 'facebook', name: 'Facebook', hidden: true },
        { id: 'facebook.', name, hosts },
      );
      assert.deepEqual(networks.networks.at(-1)?.hosts, ['facebook.com']);
      assert.deepEqual(notices, [{ network: 'facebook.', refusedHosts: ['facebook.evil.example'] }]);
    });
  }

  it('leaves a network alone whose name only has the letter of a short one', () => {
    const { networks } = merge({ id: 'xing', name: 'Xing', hosts: ['xing.com'] });
    assert.deepEqual(networks.networks.at(-1)?.hosts, ['xing.com']);
  });

  it('removes what the hospital hides, built in or not', () => {
    const { networks } = merge(
      { id: 'x', name: 'X', hidden: true },
      { id: 'peertube', name: 'PeerTube', hidden: true },
    );
    assert.deepEqual(
      networks.networks.map(({ id }) => id),
      ['facebook', 'bereal'],
    );
  });

  it('takes the hospital’s dates, language and publisher, and keeps ours where it says nothing', () => {
    const ours = { ...builtIn(), reviewDue: '2027-02-23', publisher: 'charter-elements' };
    const own = { ...networksOf(), revision: '2026-12-24', publisher: 'CH' };
    const { networks } = mergeNetworks(ours, own);
    assert.equal(networks.revision, '2026-12-24');
    assert.equal(networks.publisher, 'CH');
    assert.equal(networks.reviewDue, '2027-02-23');
  });

  it('changes neither of the two files', () => {
    const [ours, own] = [builtIn(), networksOf({ id: 'facebook', name: 'F', steps: [step('extra')] })];
    mergeNetworks(ours, own);
    assert.deepEqual(ours, builtIn());
    assert.deepEqual(own.networks[0]?.hosts, []);
  });

  describe('when a file changes the hosts of a built-in network', () => {
    const own = {
      id: 'facebook',
      name: 'Facebook',
      hosts: ['facebook.com', 'facebook.com.evil.example', 'evil.example'],
      steps: [step('posts', { link: link('facebook.com.evil.example') })],
      links: [{ ...link('evil.example'), kind: 'settings' as const, label: 'Sign in' }],
    };

    it('keeps the built-in hosts', () =>
      assert.deepEqual(find(merge(own), 'facebook').hosts, ['facebook.com']));

    it('tells the administrator which were refused', () => {
      assert.deepEqual(merge(own).notices, [
        { network: 'facebook', refusedHosts: ['facebook.com.evil.example', 'evil.example'] },
      ]);
    });

    it('opens no link to them', () => {
      const facebook = find(merge(own), 'facebook');
      assert.equal(openableLink(facebook, facebook.steps[0]?.link), undefined);
      assert.equal(openableLink(facebook, facebook.links[0]), undefined);
    });

    it('says nothing of hosts that the built-in network has', () => {
      assert.deepEqual(merge({ id: 'x', name: 'X', hosts: ['x.com'] }).notices, []);
    });

    it('says it of a hidden network too', () => {
      const { notices } = merge({ id: 'x', name: 'X', hosts: ['x.example'], hidden: true });
      assert.deepEqual(notices, [{ network: 'x', refusedHosts: ['x.example'] }]);
    });
  });
});
