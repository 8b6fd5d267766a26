import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProblem } from '../../src/signature/read-problem.ts';

describe('readProblem', () => {
  const errors = [{ pointer: '/id', detail: 'this is missing' }];
  const whole = {
    type: 'urn:example:problem',
    title: 'A problem',
    detail: 'It is wrong.',
    instance: 'urn:uuid:1',
    signIn: '/auth',
    errors,
  };

  it('reads the members of a problem, with the status that it came with', () => {
    assert.deepEqual(readProblem({ ...whole, status: 200 }, 422), { ...whole, status: 422 });
  });

  it('leaves out what has another form, and what no problem has', () => {
    const odd = { title: 1, detail: null, instance: {}, signIn: [], errors: 'x', trace: 'a stack', type: 5 };
    assert.deepEqual(readProblem(odd, 500), { type: 'about:blank', status: 500 });
    assert.deepEqual(readProblem({ errors: [...errors, { pointer: '/a' }] }, 422), {
      type: 'about:blank',
      status: 422,
    });
  });

  for (const value of [undefined, null, 'text', 1, []])
    it(`reads nothing out of ${JSON.stringify(value)}`, () => {
      assert.deepEqual(readProblem(value, 0), { type: 'about:blank', status: 0 });
    });

  it('keeps twenty errors, with their places and reasons alone', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      pointer: `/${index}`,
      detail: 'wrong',
      value: 1,
    }));
    assert.deepEqual(
      readProblem({ errors: many }, 422).errors,
      many.slice(0, 20).map(({ pointer, detail }) => ({ pointer, detail })),
    );
  });
});
