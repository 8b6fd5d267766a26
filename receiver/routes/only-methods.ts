import type { Handler } from 'hono';
import { ProblemError } from '../domain/problem-error.ts';

/** Refuses every method that the routes before it did not take. */
export function onlyMethods(...methods: string[]): Handler {
  const allow = methods.join(', ');
  return (c) => {
    throw new ProblemError('method-not-allowed', `${c.req.path} takes ${allow}, not ${c.req.method}.`, {
      headers: { Allow: allow },
    });
  };
}
