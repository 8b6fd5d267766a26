import type { Charter } from '../../../src/charter/index.ts';

/** A JSON value that a test may change at will. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Mutable = any;

/** A charter that uses every part of the schema. A new one each time: tests spoil it. */
export function validCharter(): Mutable {
  return {
    schema: 'charter/1',
    id: 'guide',
    version: '2.1.0',
    locale: 'fr-CA',
    title: 'Guide',
    summary: ['En ', { strong: 'bref' }],
    issuer: { name: 'CH de Test', contact: { label: 'DPO', href: 'mailto:dpo@ch.example' } },
    effectiveFrom: '2026-12-01',
    sections: [
      {
        id: 'secret',
        title: 'Le secret',
        audiences: ['staff'],
        since: '1.0',
        body: [
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- taken for String’s own `link`
          { type: 'paragraph', text: ['Voir ', { link: 'https://ch.example/', text: 'ici' }, { em: '.' }] },
          { type: 'list', items: ['Un', ['De', { strong: 'ux' }]] },
          { type: 'quote', text: 'Dit-on', cite: 'Quelqu’un' },
          {
            type: 'legal-reference',
            code: 'Code pénal',
            article: '226-13',
            href: 'https://law.example/',
            text: 'La révélation.',
          },
        ],
        plain: ['Gardez le secret.'],
      },
      { id: 'liberty', title: 'Ce qui reste libre', body: [{ type: 'paragraph', text: 'Vos opinions.' }] },
    ],
    practices: [
      {
        id: 'blur',
        group: 'Images',
        text: 'Je floute.',
        why: 'On reconnaît.',
        audiences: ['staff'],
        required: true,
      },
      { id: 'ask', text: 'Je demande.' },
    ],
    statements: [
      { id: 'read', text: 'J’ai lu.', required: true },
      { id: 'freedoms', text: 'Je suis libre.' },
    ],
    history: [{ version: '2.1.0', date: '2026-11-01', changes: 'Une section de plus.' }],
    sources: [{ title: 'Code pénal', href: 'https://law.example/', reviewedOn: '2026-11-23' }],
  } satisfies Charter;
}
