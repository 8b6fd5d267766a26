import { UsageError } from '../../terminal/command.ts';
import type { TrialRefusal } from '../../messages/fr-mistakes.ts';
import type { Verdict } from '../../messages/verdict.ts';
import type { CheckGroup, CheckResult, Fault } from '../check.ts';
import { membersOf } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { networkFault } from '../failures.ts';
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
  for (const { id: group, checks } of groups) {
    for (const { id, count, expected, run } of checks) {
      const outcome = await run(endpoint);
      results.push({
        id,
        group,
        ...(count !== undefined && { count }),
        expected,
        ...('skipped' in outcome
          ? { verdict: 'skipped', skipped: outcome.skipped, faults: [] }
          : { ...outcome, verdict: judge(outcome.faults) }),
      });
    }
  }
  return results;
}

function judge(faults: readonly Fault[]): Verdict {
  if (faults.some(({ level }) => level === 'must')) return 'breach';
  return faults.length > 0 ? 'remark' : 'pass';
}

/** Statuses that say that the trial was not called as it can be. */
const refusedTrials: Readonly<Record<number, TrialRefusal>> = {
  401: 'authorization',
  403: 'access',
  404: 'not-found',
  405: 'no-post',
};

/** What frameworks answer, in HTML, to a form without its token. */
const tokenStatuses = new Set([400, 419, 422, 440]);

const charterProblems = ['charter-outdated', 'unknown-charter', 'digest-mismatch'];

/** Whether there is something to try: otherwise every check would say the same. */
async function reach(endpoint: Endpoint): Promise<void> {
  const { url } = endpoint.options;
  const answer = await endpoint.post(trialRecord(endpoint.charter));
  const { status, reception: got, failure } = answer;
  const address = `${url.origin}${url.pathname}`;
  if (failure !== undefined)
    throw new UsageError('unreachable', { address, ...networkFault(failure, endpoint.options.timeout) });
  if (status >= 300 && status < 400) {
    const to = answer.headers.get('Location') ?? undefined;
    throw new UsageError('redirects', { address, to, status });
  }
  const { type, detail } = membersOf(answer.body);
  const isOther = status === 403 && String(type).endsWith(':other-signer');
  const isPage = /^text\/html/i.test(answer.contentType);
  const reason = isOther
    ? 'other-signer'
    : (refusedTrials[status] ?? (isPage && tokenStatuses.has(status) ? 'token' : undefined));
  if (reason !== undefined) throw new UsageError('trial-refused', { address, reason, got });
  if (!charterProblems.some((name) => String(type).endsWith(`:${name}`))) return;
  const { id, version, locale } = endpoint.charter.charter;
  throw new UsageError('other-charter', {
    address,
    charter: { id, version, locale },
    got,
    detail: typeof detail === 'string' ? detail : undefined,
  });
}
