import { problems } from 'charter-elements/signature';
import type { Language } from '../messages/language.ts';
import { describeGot } from '../messages/reception.ts';
import { put } from '../messages/same-codes.ts';
import type { Verdict } from '../messages/verdict.ts';
import { words } from '../messages/words.ts';
import type { TrialFault } from '../messages/words.ts';
import type { CheckResult, Level } from './check.ts';

/** What came of a check, in words. */
export interface ToldResult {
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
  /** The same as `reasons` in no language: codes, and what they have to say. */
  readonly faults: readonly { readonly level: Level; readonly code: string; readonly params?: object }[];
}

/** Results in the words of a language. */
export function tellResults(results: readonly CheckResult[], language: Language): ToldResult[] {
  const { groups, titles, expectations, skips, receptions, faults: said } = words[language].trial;
  return results.map(({ id, group, count = 0, expected, got, verdict, faults, skipped }) => ({
    id,
    group: groups[group],
    title: titles[id](count),
    expected:
      typeof expected === 'string'
        ? expectations[expected]
        : `${problems[expected.problem][0]} ${expected.problem}`,
    got: got === undefined ? '–' : describeGot(receptions, got),
    verdict,
    reasons:
      skipped === undefined
        ? unique(faults.map((fault) => put(said, fault as TrialFault)))
        : [skips[skipped]],
    rules: unique(faults.map(({ rule }) => rule).filter((rule) => rule !== undefined)),
    faults: faults.map(({ level, code, params: [params] }) => ({ level, code, ...(params && { params }) })),
  }));
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
