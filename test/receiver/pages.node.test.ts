import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { formatInstant, formatWait } from '../../receiver/pages/french.ts';
import { problemPage } from '../../receiver/pages/problem-page.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { problems } from '../../src/signature/index.ts';
import type { ProblemName } from '../../src/signature/index.ts';
import { typographyFaults } from '../support/french-typography.ts';
import { readPage } from './support/forms.ts';

describe('what pages say in French', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const instants: [zone: string, instant: string, text: string][] = [
    ['Europe/Paris', '2026-11-30T23:05:09.000Z', '1er décembre 2026 à 0\u00a0h\u00a005 (UTC+1)'],
    ['Europe/Paris', '2026-08-02T07:30:00.000Z', '2 août 2026 à 9\u00a0h\u00a030 (UTC+2)'],
    ['UTC', '2026-12-31T12:00:00.000Z', '31 décembre 2026 à 12\u00a0h\u00a000 (UTC)'],
    ['America/Cayenne', '2026-12-01T02:00:00.000Z', '30 novembre 2026 à 23\u00a0h\u00a000 (UTC−3)'],
  ];
  for (const [place, instant, text] of instants) {
    it(`is « ${text} » for ${instant} in ${place}`, () => {
      process.env['TZ'] = place;
      assert.equal(formatInstant(instant), text);
      assert.deepEqual(typographyFaults(text), []);
    });
  }

  const waits: [seconds: number, text: string][] = [
    [1, 'une seconde'],
    [2, '2 secondes'],
    [60, 'une minute'],
    [61, '2 minutes'],
  ];
  for (const [seconds, text] of waits) {
    it(`is « ${text} » for ${seconds} s`, () => assert.equal(formatWait(seconds), text));
  }

  for (const name of Object.keys(problems) as ProblemName[]) {
    it(`explains ${name}, and what to do`, async () => {
      const error = new ProblemError(name, 'In English.', { headers: { 'Retry-After': '5' } });
      const response = await problemPage(error);
      assert.equal(response.status, problems[name][0]);
      assert.equal(response.headers.get('retry-after'), '5');
      const text = await response.text();
      const sentences = readPage({ status: response.status, headers: response.headers, text, body: {} });
      assert.deepEqual(
        sentences.flatMap((sentence) => typographyFaults(sentence)),
        [],
      );
      assert.match(sentences.join(' '), /Revenez en arrière|Signalez-le|Attendez|Ouvrez/);
      assert.doesNotMatch(text, /In English|undefined|NaN/);
    });
  }
});
