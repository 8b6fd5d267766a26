import { UsageError } from '../../terminal/command.ts';
import type { CheckGroup, Fault } from '../check.ts';
import { membersOf } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { explainFailure } from '../failures.ts';
import { trialRecord } from '../records.ts';
import { accessChecks } from './access.ts';
import { hostileChecks } from './hostile.ts';
import { limitChecks } from './limits.ts';
import { recordingChecks } from './recording.ts';
import { refusalChecks } from './refusals.ts';
import { replayChecks } from './replays.ts';

export const checkGroups: readonly CheckGroup[] = [
  recordingChecks,
  limitChecks,
  replayChecks,
  refusalChecks,
  accessChecks,
  hostileChecks,
];

/** `breach` of what the contract requires, `remark` about what the reference receiver does as well. */
export type Verdict = 'pass' | 'breach' | 'remark' | 'skipped';

export interface CheckResult {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly expected: string;
  readonly got: string;
  readonly verdict: Verdict;
  /** What was seen and what to do; why the check does not apply. */
  readonly reasons: readonly string[];
  /** Names of the rules that are broken, where they have one: `html`, `other-id`, `problem-form`. */
  readonly rules: readonly string[];
}

/**
 * Runs checks, one after the other; all of them, unless told otherwise.
 *
 * @throws UsageError when the endpoint cannot be reached or does not take signatures of this charter.
 */
export async function runChecks(
  endpoint: Endpoint,
  groups: readonly CheckGroup[] = checkGroups,
): Promise<CheckResult[]> {
  await reach(endpoint);
  const results: CheckResult[] = [];
  for (const { title: group, checks } of groups) {
    for (const { id, title, expected, run } of checks) {
      const outcome = await run(endpoint);
      const result =
        'skipped' in outcome
          ? { got: '–', verdict: 'skipped' as const, reasons: [outcome.skipped], rules: [] }
          : { got: outcome.got, ...judge(outcome.faults) };
      results.push({ id, group, title, expected, ...result });
    }
  }
  return results;
}

function judge(faults: readonly Fault[]): Pick<CheckResult, 'verdict' | 'reasons' | 'rules'> {
  const isBreach = faults.some(({ level }) => level === 'must');
  return {
    verdict: isBreach ? 'breach' : faults.length > 0 ? 'remark' : 'pass',
    reasons: unique(faults.map(({ message }) => message)),
    rules: unique(faults.map(({ rule }) => rule).filter((rule) => rule !== undefined)),
  };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Statuses that say that the trial was not called as it can be, and what to give it. */
const refusedTrials: Readonly<Record<number, string>> = {
  401: 'elle demande une autorisation : donnez-la par --header "Authorization: …"',
  403: 'elle refuse l’accès : donnez une autorisation par --header "Authorization: …"',
  404: 'rien n’est servi à cette adresse : vérifiez son chemin',
  405: 'elle ne prend pas POST : vérifiez son chemin',
};

const needsToken =
  'un jeton anti-CSRF manque sans doute : donnez celui d’une page ouverte par --header "X-CSRF-Token: …", avec son cookie';

/** What frameworks answer, in HTML, to a form without its token. */
const tokenStatuses = new Set([400, 419, 422, 440]);

const charterProblems = ['charter-outdated', 'unknown-charter', 'digest-mismatch'];

/** Whether there is something to try: otherwise every check would say the same. */
async function reach(endpoint: Endpoint): Promise<void> {
  const { url } = endpoint.options;
  const answer = await endpoint.post(trialRecord(endpoint.charter));
  const { status, summary, failure } = answer;
  const fail = (reason: string): never => {
    throw new UsageError(`${url.origin}${url.pathname} : ${reason}`);
  };
  if (failure !== undefined) fail(explainFailure(failure, endpoint.options.timeout));
  if (status >= 300 && status < 400)
    fail(
      `elle renvoie à ${answer.headers.get('Location') ?? 'une autre adresse'} (${status}), et le composant ne suit aucune redirection. ` +
        'Donnez l’adresse finale, ou l’autorisation par --header ; si c’est une page de remerciement, répondez 201 à la place',
    );
  const isPage = /^text\/html/i.test(answer.contentType);
  const reason = refusedTrials[status] ?? (isPage && tokenStatuses.has(status) ? needsToken : undefined);
  if (reason !== undefined) fail(`${reason} (${summary})`);
  const { charter } = endpoint.charter;
  const { type, detail } = membersOf(answer.body);
  if (charterProblems.some((name) => String(type).endsWith(`:${name}`)))
    fail(
      `elle ne reçoit pas les signatures de la charte ${charter.id} ${charter.version} (${charter.locale}) : ` +
        `donnez la sienne par --charter (${summary}${typeof detail === 'string' ? ` : ${detail}` : ''})`,
    );
}
