import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { Endpoint } from '../../../command-line/conformance/endpoint.ts';
import { checkGroups, runChecks } from '../../../command-line/conformance/checks/run-checks.ts';
import { tellResults } from '../../../command-line/conformance/tell-results.ts';
import type { CheckResult } from '../../../command-line/conformance/check.ts';
import { typographyFaults } from '../../support/french-typography.ts';
import { createGoodReceiver, keys, problem, recordOf, serveReceiver } from '../support/faulty-receiver.ts';
import { answerFaults } from './answer-faults.ts';
import { faults, loaded } from './faults.ts';
import { valueFaults } from './value-faults.ts';
import type { Fault } from './faults.ts';

/** Of these the trial only ever makes remarks: they are about answers that the element never gets. */
const onlyRemarks = [
  ...['decomposed', 'created', 'charset-parameter'],
  ...['method-put', 'method-delete', 'method-patch'],
];

describe('the trial of a receiver that', () => {
  const everFound = new Set<string>();
  const all: readonly string[] = checkGroups.flatMap(({ checks }) => checks.map(({ id }) => id));
  const only = (ids: readonly string[]) =>
    checkGroups.map(({ id: group, checks }) => ({
      id: group,
      checks: checks.filter(({ id }) => ids.includes(id)),
    }));

  async function tryOut(
    test: TestContext,
    { make, origin, hasKeys, headers }: Pick<Fault, 'make' | 'origin' | 'hasKeys' | 'headers'>,
    checks: readonly string[] = all,
  ): Promise<CheckResult[]> {
    const url = await serveReceiver(test, make(createGoodReceiver().respond));
    const common = { url, headers: new Headers(headers), charter: loaded, timeout: 10_000 };
    return runChecks(new Endpoint({ ...common, origin, keys: hasKeys ? keys : undefined }), only(checks));
  }
  const breachesOf = (results: readonly CheckResult[]): string[] =>
    results.filter(({ verdict }) => verdict === 'breach').map(({ id }) => id);

  it('follows the contract and no more finds no breach', async (t) => {
    const results = await tryOut(t, {
      make: (good) => good,
      origin: 'https://intranet.example',
      hasKeys: true,
    });
    assert.deepEqual(
      results.filter(({ verdict }) => verdict === 'breach'),
      [],
    );
    assert.ok(results.some(({ verdict }) => verdict === 'remark'));
  });

  for (const fault of [...faults, ...answerFaults, ...valueFaults]) {
    const { name, found, remarked = [], rule } = fault;
    it(`${name} says so`, async (t) => {
      // Those of one rule say nothing that other checks would not say in the same words.
      const results = await tryOut(t, fault, rule === undefined ? all : [...found, ...remarked]);
      const breaches = breachesOf(results);
      for (const id of breaches) everFound.add(id);
      assert.deepEqual(
        found.filter((id) => !breaches.includes(id)),
        [],
        `not found; the breaches were ${breaches.join(', ')}`,
      );
      const remarks: string[] = results.filter(({ verdict }) => verdict === 'remark').map(({ id }) => id);
      assert.deepEqual(
        remarked.filter((id) => !remarks.includes(id)),
        [],
        `not remarked; the remarks were ${remarks.join(', ')}`,
      );
      const english = tellResults(results, 'en');
      for (const [index, told] of tellResults(results, 'fr').entries()) {
        const { id, title, expected, verdict, reasons, rules } = told;
        if (rule !== undefined && [...found, ...remarked].includes(id))
          assert.ok(rules.includes(rule), `${id} names ${rules.join(', ')}: ${reasons.join(' ')}`);
        if (verdict === 'breach') assert.ok(reasons.length > 0, id);
        // What is quoted from answers is not French.
        const texts = [title, expected, ...reasons].map((text) =>
          text.replaceAll(/"[^"]*"|\([^)]*\)|Content-Type: .*|sha256:\w+/g, 'x'),
        );
        assert.deepEqual(texts.flatMap(typographyFaults), []);
        const other = english[index]!;
        assert.deepEqual([other.id, other.rules, other.faults], [id, rules, told.faults]);
        assert.equal(other.reasons.length, reasons.length);
        for (const [at, reason] of reasons.entries()) assert.notEqual(other.reasons[at], reason);
      }
    });
  }

  it('looks whether an id is there before another has written it says so', async (t) => {
    const arrived = new Map<string, { count: number; both: PromiseWithResolvers<undefined> }>();
    const url = await serveReceiver(t, async (asked) => {
      const id = recordOf(asked)?.id;
      if (id === undefined) return problem(404, 'not-found');
      const waiting = arrived.get(id) ?? { count: 0, both: Promise.withResolvers<undefined>() };
      arrived.set(id, waiting);
      if (++waiting.count === 2) waiting.both.resolve(undefined);
      await waiting.both.promise;
      // Whoever looked at the same time found nothing: two rows.
      return createGoodReceiver().respond(asked);
    });
    const endpoint = new Endpoint({ url, headers: new Headers(), charter: loaded, timeout: 10_000 });
    for (const wanted of ['concurrent', 'concurrent-mismatch']) {
      const check = checkGroups.flatMap(({ checks }) => checks).find(({ id }) => id === wanted)!;
      const found = await check.run(endpoint);
      assert.ok('faults' in found && found.faults.some(({ level }) => level === 'must'), wanted);
    }
  });

  after(() => {
    assert.equal(new Set(all).size, all.length);
    const never = all.filter((id) => !everFound.has(id));
    assert.deepEqual(never.sort(), [...onlyRemarks].sort(), 'checks that no fault above is found by');
  });
});
