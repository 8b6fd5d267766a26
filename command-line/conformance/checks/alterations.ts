import type { LoadedCharter } from 'charter-elements/charter';
import type { SignatureRecord } from 'charter-elements/signature';

/** A fault put into a valid record. */
export interface Alteration {
  readonly id: string;
  readonly title: string;
  /** The members that change; `undefined` takes one away. */
  readonly alter: (record: SignatureRecord, loaded: LoadedCharter) => object;
  /** Whether the charter has what the fault is made with. */
  readonly needs?: (loaded: LoadedCharter) => boolean;
}

const hasRequired = ({ charter }: LoadedCharter): boolean =>
  (charter.statements ?? []).some(({ required }) => required !== false);
const hasStatements = ({ charter }: LoadedCharter): boolean => (charter.statements ?? []).length > 0;
const hasPractices = ({ charter }: LoadedCharter): boolean => (charter.practices ?? []).length > 0;

/** Records against the schema, then against the charter. */
export const alterations: readonly Alteration[] = [
  { id: 'schema-unknown', title: 'schema inconnu', alter: () => ({ schema: 'charter-signature/99' }) },
  { id: 'signer-missing', title: 'sans signataire', alter: () => ({ signer: undefined }) },
  { id: 'name-empty', title: 'nom vide', alter: () => ({ signer: { name: ' ' } }) },
  {
    id: 'name-too-long',
    title: 'nom de 20 000 lettres',
    alter: ({ signer }) => ({ signer: { name: signer.name.padEnd(20_000, 'x') } }),
  },
  {
    id: 'name-not-text',
    title: 'nom qui est un objet',
    alter: ({ signer }) => ({ signer: { name: { text: signer.name } } }),
  },
  { id: 'field-unknown', title: 'champ que le contrat ne connaît pas', alter: () => ({ readingTime: 42 }) },
  { id: 'decision-unknown', title: 'décision inconnue', alter: () => ({ decision: 'maybe' }) },
  {
    id: 'reason-missing',
    title: 'refus sans motif',
    alter: () => ({ decision: 'declined', statements: [] }),
  },
  {
    id: 'digest-malformed',
    title: 'empreinte mal écrite',
    alter: ({ charter }) => ({ charter: { ...charter, digest: charter.digest.toUpperCase() } }),
  },
  {
    id: 'time-impossible',
    title: 'signature datée du 30 février',
    alter: () => ({ signedAt: '2026-02-30T12:00:00Z' }),
  },
  {
    id: 'statement-missing',
    title: 'sans un engagement obligatoire',
    needs: hasRequired,
    alter: () => ({ statements: [] }),
  },
  {
    id: 'statement-unknown',
    title: 'engagement que la charte n’a pas',
    alter: ({ statements }) => ({ statements: [...statements, { id: 'essai-inconnu', text: 'Essai.' }] }),
  },
  {
    id: 'statement-reworded',
    title: 'engagement au texte changé',
    needs: hasStatements,
    alter: ({ statements }) => ({
      statements: statements.map(({ id, text }, index) => ({
        id,
        text: index === 0 ? `${text} Essai.` : text,
      })),
    }),
  },
  {
    id: 'practice-unknown',
    title: 'bonne pratique que la charte n’a pas',
    alter: () => ({ practices: ['essai-inconnu'] }),
  },
  {
    id: 'practice-twice',
    title: 'bonne pratique donnée deux fois',
    needs: hasPractices,
    alter: (_, { charter }) => {
      const [practice] = charter.practices ?? [];
      return { practices: [practice?.id, practice?.id] };
    },
  },
];
