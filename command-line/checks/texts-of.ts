import { plainText } from 'charter-elements/charter';
import type { Text } from 'charter-elements/charter';
import { isRemark } from './texts-checks.ts';

/** Members that no reader sees. */
const unseen = new Set([
  ...[
    'schema',
    'id',
    'version',
    'locale',
    'type',
    'href',
    'link',
    'audiences',
    'since',
    'date',
    'effectiveFrom',
  ],
  ...['reviewedOn', 'attestedOn', 'revision', 'reviewDue', 'topic', 'priority', 'status', 'kind', 'hosts'],
]);

export interface DocumentText {
  /** JSON path. */
  readonly path: string;
  /** As it is read: runs joined. */
  readonly text: string;
}

/** Every text of a document that a reader sees. */
export function* textsOf(value: unknown, path = '$'): Generator<DocumentText> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    if (isRuns(value, path)) yield { path, text: plainText(value as Text) };
    else for (const [index, item] of value.entries()) yield* textsOf(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!unseen.has(key) && !isRemark(key)) yield* textsOf(item, `${path}.${key}`);
    }
  }
}

/** A text is a list of runs under these names; in lists of texts, the item is. */
function isRuns(value: unknown[], path: string): boolean {
  return /\.(?:text|summary|why|changes)$|\.(?:items|plain)\[\d+\]$/.test(path) && value.length > 0;
}
