import { canonicalForm, digestDocument } from '../../charter/index.ts';
import { ReceiptError, problems, problemPrefix, readReceipt, verifyReceipt } from '../../signature/index.ts';
import type { ProblemName, SignatureRecord } from '../../signature/index.ts';
import { must, should } from './check.ts';
import type { Fault, Level } from './check.ts';
import { isRecorded, membersOf } from './endpoint.ts';
import type { Answer, Endpoint } from './endpoint.ts';

/** Answers after which the element keeps the record and sends it again. */
const retriedStatuses = new Set([401, 403, 408, 425, 429]);

/** RFC 3339, with its separator in capitals, as `Date` writes it. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with the answer to a record that had to be recorded. */
export async function faultsOfRecorded(
  endpoint: Endpoint,
  record: SignatureRecord,
  answer: Answer,
): Promise<Fault[]> {
  if (answer.status === 0) return [must(`pas de réponse (${answer.failure ?? ''})`)];
  if (!isRecorded(answer)) {
    const { detail } = membersOf(answer.body);
    const reason = typeof detail === 'string' ? ` : ${detail}` : '';
    return [must(`un enregistrement valide doit être accepté${reason}`)];
  }
  return [...(await faultsOfReceipt(record, answer)), ...(await faultsOfSignature(endpoint, record, answer))];
}

async function faultsOfReceipt(record: SignatureRecord, { body, headers }: Answer): Promise<Fault[]> {
  if (typeof body !== 'object' || body === null) {
    const type = headers.get('Content-Type') ?? 'aucun';
    return [
      should(
        `répondez en JSON { id, receivedAt, recordDigest } : la personne aura un reçu daté (Content-Type : ${type})`,
      ),
    ];
  }
  const { id, receivedAt, recordDigest } = membersOf(body);
  const faults: Fault[] = [];
  const absent = Object.entries({ id, receivedAt, recordDigest })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
  if (absent.length > 0)
    faults.push(should(`il manque ${absent.join(', ')} : la personne n’aura pas de reçu`));
  if (id !== undefined && id !== record.id)
    faults.push(must(`id est ${shown(id)} au lieu de ${shown(record.id)}`));
  if (receivedAt !== undefined && !isInstant(receivedAt))
    faults.push(must(`receivedAt est ${shown(receivedAt)} : écrivez l’heure comme 2026-11-23T12:00:00Z`));
  const digest = await digestDocument(record);
  if (recordDigest !== undefined && recordDigest !== digest)
    faults.push(
      must(`recordDigest est ${shown(recordDigest)} au lieu de ${digest} (RFC 8785 après NFC, SHA-256)`),
    );
  return faults;
}

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value));

async function faultsOfSignature(
  { options }: Endpoint,
  record: SignatureRecord,
  { body }: Answer,
): Promise<Fault[]> {
  if (!options.keys) return [];
  try {
    await verifyReceipt(readReceipt(body), record, options.keys);
    return [];
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
    return [must(`${signatureFaults[error.fault]} (${error.message})`)];
  }
}

const signatureFaults: Readonly<Record<ReceiptError['fault'], string>> = {
  missing: 'la réponse n’a pas de reçu signé : une page qui donne receipt-keys ne dira pas « signée »',
  unsupported: 'les reçus ne peuvent pas être vérifiés ici',
  'keys-unavailable': 'l’adresse de --receipt-keys ne donne pas un jeu de clés',
  signature: 'le reçu n’est signé par aucune des clés publiées',
  mismatch: 'le reçu signé parle d’autre chose que de cet enregistrement',
};

/** What differs between the answers to the first sending of a record and to another one. */
export function faultsOfReplay(first: Answer, again: Answer): Fault[] {
  if (!isRecorded(first) || !isRecorded(again)) return [];
  const before = membersOf(first.body);
  const after = membersOf(again.body);
  const faults: Fault[] = [];
  for (const name of ['receivedAt', 'recordDigest']) {
    if (after[name] === undefined && before[name] !== undefined)
      faults.push(should(`${name} manque à la réponse : répondez toujours ce qui a été gardé`));
    else if (before[name] !== undefined && before[name] !== after[name])
      faults.push(
        must(
          `${name} change d’une réponse à l’autre (${shown(before[name])}, puis ${shown(after[name])}) : ` +
            'l’enregistrement est-il en double ? Gardez le premier, et répondez toujours ce qui a été gardé',
        ),
      );
  }
  return faults;
}

/** The same record is answered as before, and is still there as it was sent. */
export async function faultsOfKept(
  endpoint: Endpoint,
  record: SignatureRecord,
  first: Answer,
): Promise<Fault[]> {
  const again = await endpoint.post(record);
  const faults = isRecorded(again)
    ? faultsOfReplay(first, again)
    : [
        must(
          `le premier enregistrement, envoyé de nouveau, n’est plus accepté (${again.summary}) : est-il perdu ?`,
        ),
      ];
  return [...faults, ...((await readBack(endpoint, record, first)) ?? [])];
}

/** What is wrong with the record as the endpoint gives it back, or `undefined` when it does not give any. */
export async function readBack(
  endpoint: Endpoint,
  record: SignatureRecord,
  first: Answer,
): Promise<Fault[] | undefined> {
  const { status, body } = await endpoint.get(record.id);
  const kept = membersOf(body);
  if (status !== 200 || body === undefined) return undefined;
  if (Array.isArray(body) && body.length !== 1)
    return [must(`${body.length} enregistrements portent cet id au lieu d’un`)];
  if (kept['record'] === undefined) return undefined;
  const faults = faultsOfReplay(first, { ...first, body });
  return sameText(kept['record'], record)
    ? faults
    : [...faults, must('l’enregistrement relu n’est pas celui qui a été envoyé')];
}

function sameText(value: unknown, record: SignatureRecord): boolean {
  try {
    return canonicalForm(value) === canonicalForm(record);
  } catch {
    return false;
  }
}

/** How a refusal is judged. */
export interface Refusal {
  /** `must` when accepting the request would call recorded what cannot be. */
  readonly refused: Level;
  /** The problem of the contract. */
  readonly problem?: ProblemName;
  /** Level of the exact status and type. */
  readonly exact?: Level;
  /** Level of RFC 9457; `should` for what a server often refuses before the code that receives signatures. */
  readonly format?: Level;
}

/** What is wrong with the answer to a request that had to be refused for good. */
export function faultsOfRefusal(
  answer: Answer,
  { refused, problem, exact = 'should', format = 'must' }: Refusal,
): Fault[] {
  const { status } = answer;
  if (status === 0)
    return [
      must(`pas de réponse (${answer.failure ?? ''}) : le composant renverrait la même demande sans fin`),
    ];
  if (status >= 500)
    return [
      must('une erreur 5xx veut dire « plus tard » : le composant renverrait la même demande sans fin'),
    ];
  if (status < 400)
    return [
      refused === 'must'
        ? must('ce n’est pas un enregistrement : l’accepter ferait afficher « signée » à tort')
        : should('acceptée telle quelle : le receveur de référence la refuse'),
    ];
  const faults = faultsOfProblem(answer, format);
  if (retriedStatuses.has(status))
    faults.push({
      level: refused,
      message: `${status} fait garder l’enregistrement pour plus tard : refusez-le pour de bon`,
    });
  const wanted = problem && problems[problem][0];
  const { type } = membersOf(answer.body);
  if (wanted !== undefined && (status !== wanted || type !== `${problemPrefix}${problem}`))
    faults.push({ level: exact, message: `répondez ${wanted}, type ${problemPrefix}${problem}` });
  return faults;
}

function faultsOfProblem({ headers, status, body, hasBody }: Answer, level: Level): Fault[] {
  const type = (headers.get('Content-Type') ?? '').split(';')[0]!.trim();
  if (type !== 'application/problem+json')
    return [
      {
        level,
        message: `une erreur est en application/problem+json (${hasBody ? type || 'sans type' : 'vide'})`,
      },
    ];
  const members = membersOf(body);
  const faults: Fault[] = [];
  if (typeof members['type'] !== 'string')
    faults.push({ level, message: 'il manque à l’erreur son « type », un texte (RFC 9457)' });
  if (members['status'] !== undefined && members['status'] !== status)
    faults.push({ level, message: `l’erreur dit status ${shown(members['status'])}, la réponse ${status}` });
  return faults;
}

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
