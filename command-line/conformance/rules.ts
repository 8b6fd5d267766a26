import { problemPrefix, problems } from 'charter-elements/signature';
import type { BrokenRule, ProblemName } from 'charter-elements/signature';
import { breaking, faultOf, must, should } from './check.ts';
import type { Fault, Level } from './check.ts';
import { membersOf } from './endpoint.ts';
import type { Answer } from './endpoint.ts';

/** The fault of an answer that proves nothing about the record it answers. */
export function faultOfRule(rule: BrokenRule, { body }: Answer): Fault {
  const { id, recordDigest, receivedAt } = membersOf(body);
  const value = { 'other-id': id, 'other-digest': recordDigest, 'no-instant': receivedAt }[rule as string];
  return breaking(rule, must('broken-rule', { rule, value }));
}

/** What is wrong with the encoding that an answer announces, or has. */
export function faultsOfEncoding({ contentType, isUTF8 }: Answer): Fault[] {
  if (!isUTF8) return [breaking('charset', must('not-utf-8'))];
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset)
    ? []
    : [breaking('charset', should('other-charset', { charset }))];
}

const memberTypes = {
  type: 'string',
  title: 'string',
  detail: 'string',
  instance: 'string',
  status: 'number',
} as const;

/** What is wrong with the form of a problem (RFC 9457), whatever it says. */
export function faultsOfProblemForm({ status, body, contentType, text }: Answer, level: Level): Fault[] {
  const type = contentType.split(';')[0]!.trim();
  if (type !== 'application/problem+json')
    return [
      breaking('problem-type', faultOf(level, 'problem-type', { type: text === '' ? undefined : type })),
    ];
  const members = membersOf(body);
  const wrong = Object.entries(memberTypes)
    .filter(([name, wanted]) => members[name] !== undefined && typeof members[name] !== wanted)
    .map(([name, wanted]) => faultOf(level, 'problem-member', { name, wanted }));
  if (body === undefined || Array.isArray(body) || body === null)
    wrong.push(faultOf(level, 'problem-not-object'));
  else if (members['type'] === undefined) wrong.push(faultOf(level, 'problem-without-type'));
  if (members['errors'] !== undefined && !isListOfFaults(members['errors']))
    wrong.push(faultOf(level, 'problem-errors'));
  if (typeof members['status'] === 'number' && members['status'] !== status)
    wrong.push(faultOf(level, 'problem-status', { said: members['status'], status }));
  return wrong.map((fault) => breaking('problem-form', fault));
}

const isListOfFaults = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item) => {
    const { pointer, detail } = membersOf(item);
    return typeof pointer === 'string' && typeof detail === 'string';
  });

/** What to answer so that a refusal is believed. */
export const answerOf = (problem: ProblemName): { status: number; type: string } => ({
  status: problems[problem][0],
  type: `${problemPrefix}${problem}`,
});
