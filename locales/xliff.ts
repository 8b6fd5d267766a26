/** Reads XLIFF 1.2 as @lit/localize-tools writes it. */
import { createRequire } from 'node:module';
import type { Message } from '@lit/localize-tools/lib/messages.js';

export type Contents = Message['contents'];

/** The XML parser that @lit/localize-tools depends on, wherever it was installed. */
const { DOMParser, XMLSerializer } = createRequire(import.meta.resolve('@lit/localize-tools/lib/config.js'))(
  '@xmldom/xmldom',
) as {
  DOMParser: new (options: { errorHandler: (level: string, message: string) => never }) => DOMParser;
  XMLSerializer: typeof globalThis.XMLSerializer;
};

export interface Unit {
  readonly id: string;
  /** With `${0}`, `${1}`… for the values. */
  readonly source: string;
  readonly target: string | undefined;
  readonly state: string | undefined;
  readonly note: string | undefined;
}

/** Text of a message with `${0}`, `${1}`… for the values. */
export const textOf = (contents: Contents): string =>
  contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');

/** The translation units of a file, in order. */
export function readUnits(xml: string): readonly Unit[] {
  return elements(parseXML(xml), 'trans-unit').map((unit) => {
    const [source] = elements(unit, 'source');
    const [target] = elements(unit, 'target');
    return {
      id: unit.getAttribute('id') ?? '',
      source: source ? words(source) : '',
      target: target && words(target),
      state: target?.getAttribute('state') ?? undefined,
      note: elements(unit, 'note')[0]?.textContent,
    };
  });
}

/** The file with `state="needs-translation"` on the targets that are out of date. */
export function markStale(xml: string, isStale: (id: string, source: string) => boolean): string {
  const document = parseXML(xml);
  for (const unit of elements(document, 'trans-unit')) {
    const [target] = elements(unit, 'target');
    if (target && isStale(unit.getAttribute('id') ?? '', words(elements(unit, 'source')[0]!)))
      target.setAttribute('state', 'needs-translation');
  }
  return `${new XMLSerializer().serializeToString(document).trim()}\n`;
}

/** @throws Error when the text is not well-formed; the parser by itself would repair it. */
export function parseXML(xml: string): Document {
  const errorHandler = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'application/xml');
}

export function elements(parent: Document | Element, name: string): Element[] {
  // xmldom lists are not iterable.
  return Array.from(parent.getElementsByTagName(name));
}

function words(element: Element): string {
  return Array.from(element.childNodes, (node) =>
    node.nodeName === 'x' ? `\${${(node as Element).getAttribute('id') ?? ''}}` : (node.textContent ?? ''),
  ).join('');
}
