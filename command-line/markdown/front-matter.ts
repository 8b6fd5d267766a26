import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import type { Problems } from './problems.ts';
import { frontMatterWords } from './words.ts';

/** A value of the front matter; every leaf is a text, as it was written. */
export type FrontValue = FrontText | FrontList | FrontMap;
export interface FrontText {
  readonly kind: 'text';
  readonly text: string;
  readonly offset: number;
}
export interface FrontList {
  readonly kind: 'list';
  readonly items: readonly FrontValue[];
  readonly offset: number;
}
export interface FrontMap {
  readonly kind: 'map';
  /** By the name that the JSON document uses. */
  readonly members: ReadonlyMap<string, FrontValue>;
  readonly offset: number;
}

export interface FrontMatter {
  readonly front: FrontMap;
  /** The file with blanks in place of its front matter, so that places stay the same. */
  readonly rest: string;
}

const nothing: FrontMap = { kind: 'map', members: new Map(), offset: 0 };

/** Reads the YAML between two lines of three hyphens at the head of a file. */
export function readFrontMatter(source: string, problems: Problems): FrontMatter {
  const match = /^\s*---[ \t]*\n([\s\S]*?)(?:^---[ \t]*(?:\n|$))/m.exec(source);
  if (!/^\s*---[ \t]*\n/.test(source)) {
    problems.error(
      0,
      'en-tete',
      'l’en-tête manque : commencez le fichier par ---, puis id, version, titre…, puis ---',
    );
    return { front: nothing, rest: source };
  }
  if (match?.index !== 0) {
    problems.error(
      0,
      'en-tete',
      'l’en-tête n’est pas fermé : ajoutez --- seul sur une ligne après la dernière ligne de l’en-tête',
    );
    return { front: nothing, rest: '' };
  }
  const [whole, yaml] = match as unknown as [string, string];
  const start = whole.indexOf(yaml, whole.indexOf('---') + 4);
  const rest = whole.replace(/[^\n]/g, ' ') + source.slice(whole.length);
  // Everything is a text: « version: 1.0 » is not the number 1.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  for (const { pos, code } of document.errors) {
    problems.error(start + pos[0], 'en-tete', explain(code));
  }
  if (document.errors.length > 0) return { front: nothing, rest };
  const value = readValue(document.contents, start, problems);
  if (value.kind !== 'map') {
    problems.error(start, 'en-tete', 'l’en-tête est fait de lignes « nom: valeur » : id, version, titre…');
    return { front: nothing, rest };
  }
  return { front: value, rest };
}

function explain(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'ce nom est déjà dans l’en-tête : n’en gardez qu’un';
  if (code === 'TAB_AS_INDENT') return 'une tabulation décale cette ligne : mettez des espaces';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') {
    return 'un deux-points suivi d’une espace trompe la lecture : mettez toute la valeur entre guillemets droits ("…")';
  }
  if (code === 'MISSING_CHAR')
    return 'un guillemet, un crochet ou un deux-points manque : vérifiez cette ligne';
  return 'cette ligne de l’en-tête n’est pas comprise : écrivez « nom: valeur », la valeur entre guillemets droits si elle contient : ou #';
}

function readValue(node: Node | null, start: number, problems: Problems): FrontValue {
  const offset = start + (node?.range?.[0] ?? 0);
  if (isMap(node)) {
    const members = new Map<string, FrontValue>();
    for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
      const word = String(key.value);
      const at = start + (key.range?.[0] ?? 0);
      const name = frontMatterWords.meaningOf(word);
      if (!name) {
        problems.error(
          at,
          'en-tete',
          `« ${word} » n’est pas connu dans l’en-tête : ${frontMatterWords.suggest(word)}`,
        );
      } else if (members.has(name))
        problems.error(at, 'en-tete', `« ${word} » est déjà dans l’en-tête : n’en gardez qu’un`);
      else {
        const read = readValue(value, start, problems);
        members.set(name, value?.range ? read : { ...read, offset: at });
      }
    }
    return { kind: 'map', members, offset };
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      items: (node.items as Node[]).map((item) => readValue(item, start, problems)),
      offset,
    };
  }
  const scalar = isScalar(node) ? node : undefined;
  const isQuoted = scalar?.type === 'QUOTE_DOUBLE' || scalar?.type === 'QUOTE_SINGLE';
  return {
    kind: 'text',
    text: (typeof scalar?.value === 'string' ? scalar.value : '').trim(),
    offset: isQuoted ? offset + 1 : offset,
  };
}
