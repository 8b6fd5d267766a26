import type { LoadedCharter } from 'charter-elements/charter';
import type { SignatureRecord } from 'charter-elements/signature';
import type { CheckId } from '../../messages/words.ts';

/** A fault put into a valid record. */
export interface Alteration {
  readonly id: CheckId;
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
  { id: 'schema-unknown', alter: () => ({ schema: 'charter-signature/99' }) },
  { id: 'signer-missing', alter: () => ({ signer: undefined }) },
  { id: 'name-empty', alter: () => ({ signer: { name: ' ' } }) },
  {
    id: 'name-too-long',
    alter: ({ signer }) => ({ signer: { name: signer.name.padEnd(20_000, 'x') } }),
  },
  {
    id: 'name-not-text',
    alter: ({ signer }) => ({ signer: { name: { text: signer.name } } }),
  },
  { id: 'field-unknown', alter: () => ({ readingTime: 42 }) },
  { id: 'decision-unknown', alter: () => ({ decision: 'maybe' }) },
  {
    id: 'reason-missing',
    alter: () => ({ decision: 'declined', statements: [] }),
  },
  {
    id: 'digest-malformed',
    alter: ({ charter }) => ({ charter: { ...charter, digest: charter.digest.toUpperCase() } }),
  },
  {
    id: 'time-impossible',
    alter: () => ({ signedAt: '2026-02-30T12:00:00Z' }),
  },
  {
    id: 'statement-missing',
    needs: hasRequired,
    alter: () => ({ statements: [] }),
  },
  {
    id: 'statement-unknown',
    alter: ({ statements }) => ({ statements: [...statements, { id: 'essai-inconnu', text: 'Essai.' }] }),
  },
  {
    id: 'statement-reworded',
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
    alter: () => ({ practices: ['essai-inconnu'] }),
  },
  {
    id: 'practice-twice',
    needs: hasPractices,
    alter: (_, { charter }) => {
      const [practice] = charter.practices ?? [];
      return { practices: [practice?.id, practice?.id] };
    },
  },
];
