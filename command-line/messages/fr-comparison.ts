import type { Audience } from 'charter-elements/charter';

/** Lists of a charter; the words of what happened to their items agree with them in French. */
export type ComparedList = 'sections' | 'practices' | 'statements';

const feminine = (list: ComparedList): string => (list === 'statements' ? '' : 'e');
const place = (index: number): string => (index === 0 ? '1re' : `${index + 1}e`);

/** What has changed between two versions of a charter. */
export const comparison = {
  'same-version': ({ version }: { version: string }) => `version ${version}, la même : changez-la`,
  versions: ({ before, after }: { before: string; after: string }) =>
    `de la version ${before} à la version ${after}`,
  nothing: ({ versions }: { versions: string }) => `Rien ne change pour les lecteurs (${versions}).`,
  'one-version': ({ version }: { version: string }) => `version ${version}`,
  sections: () => 'Sections',
  practices: () => 'Bonnes pratiques',
  statements: () => 'Engagements',
  added: ({ list }: { list: ComparedList }) => (feminine(list) ? 'nouvelle' : 'nouveau'),
  removed: ({ list }: { list: ComparedList }) => `retiré${feminine(list)}`,
  changed: ({ list }: { list: ComparedList }) => `modifié${feminine(list)}`,
  moved: ({ list }: { list: ComparedList }) => `déplacé${feminine(list)}`,
  places: ({ from, to }: { from: number; to: number }) => `, de la ${place(from)} à la ${place(to)} place`,
  of: () => ' : ',
  quoted: ({ text }: { text: string }) => `« ${text} »`,
  'same-words': () => ' : ordre, mise en forme ou adresse d’un lien',
  required: () => 'obligatoire',
  optional: () => 'facultatif',
} as const;

/** Members of the charter and of its items, as readers know them. */
export const members = {
  title: 'titre',
  summary: 'résumé',
  issuer: 'établissement',
  effectiveFrom: 'entrée en vigueur',
  audiences: 'publics',
  body: 'texte',
  plain: 'version simple',
  group: 'groupe',
  text: 'texte',
  why: 'raison',
  required: 'caractère obligatoire',
} as const;

export const audienceNames = {
  staff: 'le personnel',
  patients: 'les patients',
  visitors: 'les visites',
} as const satisfies Readonly<Record<Audience, string>>;
