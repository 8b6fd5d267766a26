import type { Audience } from 'charter-elements/charter';
import type { Problems } from './problems.ts';
import { attributeWords, audienceWords } from './words.ts';

/** What stands between braces after a title, a practice or an engagement: `{#id pour="personnel" obligatoire}`. */
export interface Attributes {
  readonly id?: string;
  readonly className?: string;
  readonly audiences?: Audience[];
  readonly since?: string;
  readonly required?: boolean;
}

type Name = keyof Attributes;

const token =
  /#([^\s}]+)|\.([^\s}]+)|([\p{L}-]+)(?:\s?=\s?(?:"([^"]*)"|[“”«]\s?([^“”»]*?)\s?[“”»]|([^\s}"“”«]+)))?|(\S+)/gu;

/**
 * Reads attributes; every problem is told at its place.
 *
 * @param inner - What stands between the braces.
 * @param offsetAt - Offset in the file of a character of `inner`.
 * @param allowed - What may stand here.
 */
export function readAttributes(
  inner: string,
  offsetAt: (index: number) => number,
  allowed: readonly Name[],
  problems: Problems,
): Attributes {
  const attributes: { -readonly [Key in Name]?: NonNullable<Attributes[Key]> } = {};
  const set = <Key extends Name>(
    name: Key,
    value: NonNullable<Attributes[Key]>,
    word: string,
    at: number,
  ) => {
    if (!allowed.includes(name)) {
      problems.add(at, 'misplaced-attribute', { word });
    } else attributes[name] = value;
  };
  for (const match of inner.matchAll(token)) {
    const at = offsetAt(match.index);
    const [, id, className, word, straight, curly, bare, other] = match;
    if (id !== undefined) set('id', id, `#${id}`, at);
    else if (className !== undefined) set('className', className, `.${className}`, at);
    else if (word === undefined) {
      problems.add(at, 'unreadable-attribute', { written: other ?? '' });
    } else readNamed(word, straight ?? curly ?? bare, at);
  }
  return attributes;

  function readNamed(word: string, value: string | undefined, at: number): void {
    switch (attributeWords.meaningOf(word)) {
      case 'audiences':
        set('audiences', readAudiences(value ?? '', at, problems), word, at);
        break;
      case 'since':
        set('since', value ?? '', word, at);
        break;
      case 'required':
        set('required', !/^(?:non|false|no)$/i.test(value ?? ''), word, at);
        break;
      case 'optional':
        set('required', false, word, at);
        break;
      default:
        problems.add(at, 'unknown-attribute', { word, ...attributeWords.suggest(word) });
    }
  }
}

function readAudiences(value: string, at: number, problems: Problems): Audience[] {
  const found = new Set<Audience>();
  for (const word of value.split(/[\s,;]+/).filter((other) => other !== '' && other !== 'et')) {
    const audience = audienceWords.meaningOf(word);
    if (audience) found.add(audience);
    else problems.add(at, 'unknown-audience', { word, ...audienceWords.suggest(word) });
  }
  if (found.size === 0 && value.trim() === '') {
    problems.add(at, 'no-audience-word');
  }
  return [...found];
}
