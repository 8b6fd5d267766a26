import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createReminder,
  mergeNetworks,
  openableLink,
  parseNetworks,
  readInstance,
} from '../../src/networks/index.ts';
import { networksOf, validNetworks } from './support/examples.ts';

describe('a link', () => {
  it('opens no host of a server that is not named, nor the root of all hosts', () => {
    const network = { hosts: ['{instance}', 'mastodon.example'] };
    const open = (href: string, instance?: string) =>
      openableLink(network, { href, verified: true }, instance);
    assert.equal(open('https://evil.example./'), undefined);
    assert.equal(open('https://mastodon.example/'), 'https://mastodon.example/');
    assert.equal(open('https://own.example/', 'own.example'), 'https://own.example/');
  });

  it('is of a server whose name was typed whole', () => {
    assert.equal(readInstance('https://own.example/@me'), 'own.example');
    assert.equal(readInstance('x.https://own.example'), undefined);
  });
});

describe('a network of a hospital', () => {
  const hostsOf = (name: string, own: string) => {
    const { networks } = mergeNetworks(
      networksOf({ id: 'one', name, hosts: ['one.example'] }),
      networksOf({ id: 'two', name: own, hosts: ['two.example'] }),
    );
    return networks.networks.find(({ id }) => id === 'two')?.hosts;
  };

  it('leads nowhere else under the name of another, however short that is', () => {
    assert.deepEqual(hostsOf('X', 'x'), []);
    assert.deepEqual(hostsOf('Viadeo', 'Mon Viadeo'), []);
    assert.deepEqual(hostsOf('…', '—'), []);
  });

  it('keeps its hosts where a short name is only found in its own', () => {
    assert.deepEqual(hostsOf('Abc', 'Abcdef'), ['two.example']);
    assert.deepEqual(hostsOf('Abcd', 'Abcdef'), []);
  });
});

describe('a step', () => {
  it('has a path on every platform, empty where none is known', () => {
    const document = validNetworks();
    const [first, second] = document.networks[0].steps;
    first.paths = { ios: ['Menu'] };
    delete second.paths;
    const { steps } = parseNetworks(document).networks[0]!;
    assert.deepEqual(steps[0]?.paths, { web: [], ios: ['Menu'], android: [] });
    assert.deepEqual(steps[1]?.paths, { web: [], ios: [], android: [] });
  });
});

describe('a line of a calendar', () => {
  it('is folded when it is longer than 75 octets, and not when it is as long', async () => {
    const fold = async (length: number) => {
      const description = 'x'.repeat(length - 'DESCRIPTION:'.length);
      const text = await createReminder({ summary: 'S', description }, 'https://intranet.example/');
      const lines = text.split('\r\n');
      return lines.slice(lines.findIndex((line) => line.startsWith('DESCRIPTION'))).slice(0, 2);
    };
    const [whole, next] = await fold(75);
    assert.equal(whole?.length, 75);
    assert.doesNotMatch(next!, /^ /);
    const [folded, rest] = await fold(76);
    assert.deepEqual([folded?.length, rest], [75, ' x']);
  });
});
