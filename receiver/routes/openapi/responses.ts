import { isRefusal, problemPrefix, problems } from 'charter-elements/signature';
import type { ProblemName } from 'charter-elements/signature';
import { text } from './schemas.ts';
import type { schemas } from './schemas.ts';

export function operation(
  operationId: string,
  summary: string,
  responses: Record<number, object>,
  parameters: object[] = [],
) {
  return { operationId, summary, ...(parameters.length > 0 && { parameters }), responses };
}

export function json(schema: keyof typeof schemas) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

export function answer(description: string, schema: keyof typeof schemas) {
  return { description, content: json(schema) };
}

export function recorded(description: string) {
  return {
    ...answer(description, 'Receipt'),
    headers: { Location: { description: 'Address of the signature', schema: text } },
  };
}

/** What the problems of a status mean to whoever posted a record. */
function consequenceOf(name: ProblemName): string {
  const [status] = problems[name];
  if (isRefusal({ type: `${problemPrefix}${name}`, status })) return 'refused for good';
  if (name === 'charter-outdated') return 'sign the version in `current`';
  if (name === 'other-signer') return 'kept for the person who signed';
  if (status === 401 || status === 403) return 'sign in, then send it again';
  return status === 408 || name === 'in-progress' || status >= 429 ? 'send it again later' : 'proves nothing';
}

/** The responses of problems, those of a status together. */
export function refusals(...names: ProblemName[]): Record<number, { description: string; content: object }> {
  const statuses = new Set(names.map((name) => problems[name][0]));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: names
          .filter((name) => problems[name][0] === status)
          .map((name) => `\`${name}\`: ${problems[name][1]} (${consequenceOf(name)})`)
          .join('. '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Responses that are pages when the request was a form. */
export function withPages(
  responses: Record<number, { description: string; content: object }>,
): Record<number, { description: string; content: object }> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, content: { ...response.content, 'text/html': { schema: text } } },
    ]),
  );
}
