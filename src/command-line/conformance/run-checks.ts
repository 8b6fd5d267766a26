import { UsageError } from '../command.ts';
import type { CheckGroup, Fault } from './check.ts';
import { accessChecks } from './checks/access.ts';
import { hostileChecks } from './checks/hostile.ts';
import { recordingChecks } from './checks/recording.ts';
import { refusalChecks } from './checks/refusals.ts';
import { replayChecks } from './checks/replays.ts';
import { membersOf } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { explainFailure } from './failures.ts';
import { trialRecord } from './records.ts';

export const checkGroups: readonly CheckGroup[] = [
  recordingChecks,
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
}

/**
 * Runs every check, one after the other.
 *
 * @throws UsageError when the endpoint cannot be reached or does not take signatures of this charter.
 */
export async function runChecks(endpoint: Endpoint): Promise<CheckResult[]> {
  await reach(endpoint);
  const results: CheckResult[] = [];
  for (const { title: group, checks } of checkGroups) {
    for (const { id, title, expected, run } of checks) {
      const outcome = await run(endpoint);
      const result =
        'skipped' in outcome
          ? { got: '–', verdict: 'skipped' as const, reasons: [outcome.skipped] }
          : { got: outcome.got, verdict: verdictOf(outcome.faults), reasons: messagesOf(outcome.faults) };
      results.push({ id, group, title, expected, ...result });
    }
  }
  return results;
}

function verdictOf(faults: readonly Fault[]): Verdict {
  if (faults.some(({ level }) => level === 'must')) return 'breach';
  return faults.length > 0 ? 'remark' : 'pass';
}

const messagesOf = (faults: readonly Fault[]): string[] => [...new Set(faults.map(({ message }) => message))];

/** Statuses that say that the trial was not called as it can be, and what to give it. */
const refusedTrials: Readonly<Record<number, string>> = {
  401: 'elle demande une autorisation : donnez-la par --header "Authorization: …"',
  403: 'elle refuse l’accès : donnez une autorisation par --header "Authorization: …"',
  404: 'rien n’est servi à cette adresse : vérifiez son chemin',
  405: 'elle ne prend pas POST : vérifiez son chemin',
};

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
      `elle renvoie à ${answer.headers.get('Location') ?? 'une autre adresse'} (${status}) : donnez l’adresse finale, ou l’autorisation par --header`,
    );
  const reason = refusedTrials[status];
  if (reason !== undefined) fail(`${reason} (${summary})`);
  const { charter } = endpoint.charter;
  const { type, detail } = membersOf(answer.body);
  if (charterProblems.some((name) => String(type).endsWith(`:${name}`)))
    fail(
      `elle ne reçoit pas les signatures de la charte ${charter.id} ${charter.version} (${charter.locale}) : ` +
        `donnez la sienne par --charter (${summary}${typeof detail === 'string' ? ` : ${detail}` : ''})`,
    );
}
