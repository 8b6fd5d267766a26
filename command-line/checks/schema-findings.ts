import type { DocumentError, ValidationProblem } from 'charter-elements/charter';
import * as v from 'valibot';
import { foundIn } from '../messages/findings.ts';
import type { PathFinding } from '../messages/findings.ts';
import { nearest } from '../messages/nearest.ts';

/** The problems of a document with its schema. Repeated ids are left out: they are told one by one. */
export function schemaFindings(error: DocumentError): PathFinding[] {
  return error.problems.filter(({ code }) => code !== 'repeated-id').map(asFinding);
}

function asFinding({ code, path, params }: ValidationProblem): PathFinding {
  switch (code) {
    case 'missing':
    case 'unexpected':
    case 'empty-text':
      return foundIn(path, code, { name: nameOf(path) });
    default:
      return foundIn(path, code, params);
  }
}

/** `title` of `$.sections[2].title`, `plain` of `$.sections[2].plain[0]`. */
const nameOf = (path: string): string => /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';

interface Membered {
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
}

/** Names that the schema does not know but that look like one it knows: most likely a slip. */
export function* misspelledNames(
  schema: v.GenericSchema,
  value: unknown,
  path = '$',
): Generator<PathFinding> {
  if (typeof value !== 'object' || value === null) return;
  const inner = unwrap(schema);
  if (Array.isArray(value)) {
    const { item } = inner as unknown as { item?: v.GenericSchema };
    if (item)
      for (const [index, member] of value.entries())
        yield* misspelledNames(item, member, `${path}[${index}]`);
    return;
  }
  const { options } = inner as unknown as { options?: readonly v.GenericSchema[] };
  const chosen = options?.every((option) => 'entries' in option)
    ? options.find((option) =>
        v.is(
          (option as unknown as Membered).entries['type'] ?? v.never(),
          (value as { type?: unknown }).type,
        ),
      )
    : inner;
  if (!chosen || !('entries' in chosen)) return;
  const { entries } = chosen as unknown as Membered;
  const names = Object.keys(entries);
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (known) yield* misspelledNames(known, member, `${path}.${name}`);
    else {
      const near = nearest(
        name,
        names.filter((other) => !Object.hasOwn(value, other)),
      );
      if (near !== undefined) yield foundIn(`${path}.${name}`, 'misspelled', { name, near });
    }
  }
}

/** The schema inside `optional` and the first one of a `pipe`. */
function unwrap(schema: v.GenericSchema): v.GenericSchema {
  const { wrapped } = schema as unknown as { wrapped?: v.GenericSchema };
  return wrapped ? unwrap(wrapped) : schema;
}
