import { canonicalForm } from 'charter-elements/charter';
import type { CharterLibrary } from './charters.ts';
import { FormError } from './form-error.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problem-error.ts';
import { missingStatements } from './check-record.ts';
import { readRecord } from './read-record.ts';
import type { ReadRecord } from './read-record.ts';

/** Fields that a form may have, by the path of what they fill in the record. */
export const singleFields = [
  'id',
  'decision',
  'reason',
  'charter.id',
  'charter.version',
  'charter.locale',
  'charter.audience',
  'charter.digest',
  'signer.name',
  'signer.id',
  'signer.email',
  'signer.role',
  'signer.department',
] as const;
/** Fields that are given once for each id. */
export const repeatedFields = ['statements', 'practices'] as const;

type Field = (typeof singleFields)[number] | (typeof repeatedFields)[number];
type Fields = ReadonlyMap<Field, readonly string[]>;

/** In their order. */
export type PostedFields = readonly (readonly [name: string, value: string])[];

export interface FormContext {
  readonly charters: CharterLibrary;
  /** Who the hospital's proxy says is asking. */
  readonly identity: Identity | undefined;
  readonly now: Date;
  /** What only the browser that sent the form knows. Where somebody is signed in, or the form has an id, it is not needed. */
  readonly browserSecret: string;
  /** Makes ids that nobody else can compute. */
  readonly authenticate: (text: string) => Buffer;
}

/**
 * Makes of a form's fields the record that they mean: the words of the statements are those of the charter kept here,
 * the time is the receiver's.
 *
 * @throws ProblemError naming every fault, or FormError when the form has fields of its own making.
 */
export function readFormRecord(posted: PostedFields, context: FormContext): ReadRecord {
  const { record, kept } = createRecord(posted, context);
  try {
    return readRecord(record);
  } catch (error) {
    if (!(error instanceof ProblemError) || !kept) throw error;
    // A person who left several things out is told all of them at once.
    const missing = missingStatements(record, kept).map(({ text }) => text);
    throw new ProblemError(error.problem, error.message, { ...error.options, missingStatements: missing });
  }
}

function createRecord(posted: PostedFields, context: FormContext) {
  const { charters, identity, now, browserSecret, authenticate } = context;
  const fields = sortFields(posted);
  const one = (name: Field) => fields.get(name)?.[0];
  const decision = one('decision') ?? 'accepted';
  const reason = one('reason');
  if (decision === 'accepted' && reason !== undefined) {
    throw new FormError('The form accepts and gives a reason to decline. Send one or the other.', {
      person: [
        'Vous acceptez la charte, mais une raison de la refuser est écrite : effacez-la ou choisissez de refuser.',
      ],
    });
  }
  const [id, version, locale] = [one('charter.id'), one('charter.version'), one('charter.locale')];
  const kept = charters.find(id ?? '', version ?? '', locale ?? '');
  const texts = new Map(kept?.charter.statements?.map((statement) => [statement.id, statement.text]));
  const practices = fields.get('practices');
  const record = {
    schema: 'charter-signature/1',
    decision,
    ...(reason !== undefined && { reason }),
    charter: defined({
      id,
      version,
      locale,
      // A document that is not kept has none; the record will be refused for that.
      digest: one('charter.digest') ?? kept?.digest ?? `sha256:${'0'.repeat(64)}`,
      audience: one('charter.audience') ?? 'staff',
    }),
    signer: defined({
      name: one('signer.name'),
      id: one('signer.id'),
      email: one('signer.email'),
      role: one('signer.role'),
      department: one('signer.department'),
    }),
    // One that the charter does not have will be refused too.
    statements: (fields.get('statements') ?? []).map((id) => ({ id, text: texts.get(id) ?? id })),
    ...(practices && { practices }),
    component: 'html-form',
  };
  const signedAt = now.toISOString();
  const recordId =
    one('id')?.toLowerCase() ??
    deriveId(
      {
        record,
        ...(identity ? { identity: identity.id } : { browser: browserSecret }),
        day: signedAt.slice(0, 10),
      },
      authenticate,
    );
  return { record: { ...record, id: recordId, signedAt }, kept };
}

function sortFields(posted: PostedFields): Fields {
  const fields = new Map<Field, string[]>();
  const faults = new Set<string>();
  for (const [name, typed] of posted) {
    // What a browser or a content management system adds: `_charset_`, `__RequestVerificationToken`, `_csrf`.
    if (name.startsWith('_')) continue;
    // A form writes line ends as CR LF.
    const value = typed.replace(/\r\n?/g, '\n').trim();
    const shown = `« ${name.slice(0, 80)} »`;
    if (!isField(name)) faults.add(`Le champ ${shown} n’est pas prévu.`);
    // A blank input is one that the person left alone.
    else if (value === '') continue;
    else if (!fields.has(name)) fields.set(name, [value]);
    else if (isRepeated(name)) fields.get(name)!.push(value);
    else faults.add(`Le champ ${shown} est donné deux fois.`);
  }
  if (faults.size === 0) return fields;
  throw new FormError(
    `The form has fields that are not of the contract, or some given twice. It may have: ${[...singleFields, ...repeatedFields].join(', ')}.`,
    { page: [...faults].slice(0, 20) },
  );
}

function isField(name: string): name is Field {
  return ([...singleFields, ...repeatedFields] as string[]).includes(name);
}

function isRepeated(name: Field): boolean {
  return (repeatedFields as readonly string[]).includes(name);
}

/** Without the fields that were not given. */
function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

// A reload of the answer, or a second click, sends the same form: the same id makes it the same signature for a day. It is the
// same of the same person alone, or of the same browser where nobody is signed in: whoever sends a form in somebody's name
// makes another signature, and learns nothing of theirs.
function deriveId(content: object, authenticate: FormContext['authenticate']): string {
  const bytes = authenticate(canonicalForm(content)).subarray(0, 16);
  // A UUID of version 8 (RFC 9562 §5.8).
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
