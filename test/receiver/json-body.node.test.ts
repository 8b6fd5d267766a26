import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { maxDepth, parseJSON } from '../../receiver/http/json-body.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is said of a body that is refused. */
function refusalOf(bytes: Uint8Array): ProblemError {
  try {
    parseJSON(bytes);
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'it was taken' });
}

describe('a body of JSON', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('is what it says, after a mark of UTF-8 too', () => {
    assert.deepEqual(parseJSON(bytesOf('\ufeff{ "a": [1, "é"] }\n')), { a: [1, 'é'] });
    assert.doesNotThrow(() => parseJSON(bytesOf(nested(maxDepth))));
  });

  const faults: [body: string, said: string][] = [
    ['', 'it is empty'],
    [' \n', 'it is empty'],
    ['{"a":1,}', 'its syntax is wrong at line 1, column 8 (PropertyNameExpected)'],
    ['{\n  "a": 1\n  "b": 2\n}', 'its syntax is wrong at line 3, column 3 (CommaExpected)'],
    ['{"a": [1, 2', 'its syntax is wrong at line 1, column 12 (CloseBracketExpected)'],
    ["{'a': 1}", 'its syntax is wrong at line 1, column 2 (InvalidSymbol)'],
    ['{"a": 1} {"b": 2}', 'its syntax is wrong at line 1, column 10 (EndOfFileExpected)'],
    ['{"a": 1} // then', 'its syntax is wrong at line 1, column 10 (InvalidCommentToken)'],
    ['{"a": NaN}', 'its syntax is wrong at line 1, column 7 (InvalidSymbol)'],
    ['{"a": "\u0001"}', 'its syntax is wrong at line 1, column 7 (InvalidCharacter)'],
    [`{"a": ${nested(maxDepth)},}`, 'its syntax is wrong'],
  ];
  for (const [body, said] of faults)
    it(`that is ${JSON.stringify(body).slice(0, 40)} is refused: ${said}`, () => {
      const { problem, message } = refusalOf(bytesOf(body));
      assert.equal(problem, 'malformed-json');
      assert.equal(message, `The body cannot be read as JSON: ${said}. Send one JSON object in UTF-8.`);
    });

  it('in another encoding is told from wrong syntax', () => {
    assert.match(refusalOf(Buffer.from('{"a":"é"}', 'latin1')).message, /: its bytes are not UTF-8\./);
  });

  it('is looked at no deeper than a record, and no further than its first fault', () => {
    for (const text of ['['.repeat(65_000), '{"a":'.repeat(12_000), `[${'}'.repeat(65_000)}`])
      assert.equal(refusalOf(bytesOf(text)).problem, 'malformed-json');
    assert.equal(refusalOf(bytesOf(nested(maxDepth + 1))).problem, 'invalid-record');
  });
});
