import { parseNetworks } from '../../../src/networks/index.ts';
import type { Network, Networks } from '../../../src/networks/index.ts';
import type { Mutable } from '../../charter/support/valid-charter.ts';

/** A networks file that uses every part of the schema. A new one each time: tests spoil it. */
export function validNetworks(): Mutable {
  return {
    schema: 'networks/1',
    locale: 'fr',
    revision: '2026-11-23',
    reviewDue: '2027-02-23',
    publisher: 'CH de Test',
    networks: [
      {
        id: 'facebook',
        name: 'Facebook',
        hosts: ['facebook.com'],
        summary: 'Des menus qui changent.',
        steps: [
          {
            id: 'fb-posts',
            revision: 2,
            topic: 'visibility.posts',
            priority: 'reinforced',
            title: 'Réserver vos publications',
            why: 'D’autres vous lisent.',
            label: { text: 'Qui peut voir', status: 'official' },
            paths: { web: ['Profil', { label: 'Paramètres' }], ios: ['Menu'], android: [] },
            recommended: 'Vos proches',
            link: { href: 'https://www.facebook.com/settings/', verified: true },
            note: 'Immédiat.',
            reviewedOn: '2026-11-23',
            attestedOn: '2024',
          },
          {
            id: 'fb-2fa',
            title: 'Second code',
            why: 'Vol.',
            recommended: 'Activé',
            reviewedOn: '2026-11-23',
          },
        ],
        links: [
          { kind: 'help', label: 'Aide', href: 'https://www.facebook.com/help/', verified: true },
          { kind: 'delete', label: 'Supprimer', href: 'https://www.facebook.com/delete' },
        ],
      },
      { id: 'mastodon', name: 'Mastodon', hosts: ['{instance}'] },
    ],
  };
}

/** A file of these networks, with the defaults that the schema adds. */
export function networksOf(...networks: Mutable[]): Networks {
  return parseNetworks({ schema: 'networks/1', locale: 'fr', revision: '2026-11-23', networks });
}

export function networkOf(network: Mutable): Network {
  return networksOf({ id: 'any', name: 'Any', ...network }).networks[0]!;
}

export function step(id: string, changes: object = {}): Mutable {
  return { id, title: id, why: 'Why.', recommended: 'On', reviewedOn: '2026-11-23', ...changes };
}
