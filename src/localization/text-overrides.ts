import { loadJSON } from '../internal/load-json.ts';
import { warnOnce } from '../internal/warn-once.ts';
import type { TextOverrides } from './texts-by-id.ts';

/** Texts given at one time; those of a file are empty until it has arrived. */
interface Layer {
  texts: TextOverrides;
  readonly isFile: boolean;
}

/** By language in lower case, each latest last. */
const layers = new Map<string, Layer[]>();
/** Languages that a hospital has translated the interface into, in lower case. */
const translated = new Set<string>();
const listeners = new Set<() => void>();
let pageRead = false;

/** Not in the first download: it knows all ids. */
const loadCheck = () => import('./check-texts.lazy.ts');

/**
 * Replaces texts of the interface, without a rebuild. Later calls win over earlier ones, and both over the
 * `<script type="application/json" data-charter-texts>` blocks of the page. An id or a `${0}` that does not exist is told
 * to the console.
 *
 * @param language - Language tag, such as `fr`; it also serves `fr-CA`, which may have texts of its own.
 */
export function overrideTexts(language: string, texts: TextOverrides): void {
  readPageTexts();
  const all = layersOf(language);
  const latest = all.at(-1);
  const usable = usableTexts(texts, 'overrideTexts()');
  if (latest && !latest.isFile) latest.texts = { ...latest.texts, ...usable };
  else all.push({ texts: usable, isFile: false });
  announce(language, usable);
}

/**
 * Replaces texts of the interface by those of a JSON file, `{ id: text }`, as `overrideTexts` does; calls made after this
 * one win over it, whenever the file arrives.
 *
 * @returns A promise that is kept when the texts are in place, and also when they cannot be had: the page then goes on
 *   with those that it has, and the console says why.
 */
export function loadTexts(language: string, url: string): Promise<void> {
  readPageTexts();
  return addFile(language, url);
}

/** The hospital's text for a message, in this language or, for `fr-CA`, in `fr`. */
export function overriddenText(language: string, id: string): string | undefined {
  readPageTexts();
  for (const tag of [language.toLowerCase(), language.split('-')[0]!.toLowerCase()]) {
    const layer = layers.get(tag)?.findLast(({ texts }) => Object.hasOwn(texts, id));
    if (layer) return layer.texts[id];
  }
  return undefined;
}

/** Whether the hospital's texts are a translation into a language, such as one that the library has not. */
export function isTranslatedByPage(language: string): boolean {
  const tag = language.toLowerCase();
  return translated.has(tag) || translated.has(tag.split('-')[0]!);
}

/** Calls back when texts were replaced. Returns the function that stops it. */
export function observeTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function layersOf(language: string): Layer[] {
  const key = language.toLowerCase();
  const known = layers.get(key) ?? [];
  layers.set(key, known);
  return known;
}

async function addFile(language: string, url: string): Promise<void> {
  const layer: Layer = { texts: {}, isFile: true };
  layersOf(language).push(layer);
  try {
    layer.texts = usableTexts(await loadJSON(url, 'texts'), url);
  } catch (cause) {
    console.error('charter-elements: a file of texts was ignored', cause);
    return;
  }
  announce(language, layer.texts);
}

/** @throws TypeError when there are no texts at all in what was given. */
function usableTexts(texts: unknown, origin: string): TextOverrides {
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts))
    throw new TypeError(
      `${origin}: the texts are not an object such as { "acknowledgement.sign": "Je signe" }`,
    );
  // Notes for whoever writes the file.
  const entries = Object.entries(texts as Record<string, unknown>).filter(([id]) => !id.startsWith('//'));
  const ids = entries.filter(([, text]) => typeof text !== 'string').map(([id]) => id);
  if (ids.length > 0) warnOnce(`${origin}: what replaces ${ids.join(', ')} is not a text and was ignored`);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function announce(language: string, texts: TextOverrides): void {
  for (const listen of listeners) listen();
  loadCheck().then(
    ({ checkTexts, isTranslation }) => {
      checkTexts(language, texts);
      if (!isTranslation(texts) || isTranslatedByPage(language)) return;
      translated.add(language.toLowerCase());
      for (const listen of listeners) listen();
    },
    // Without it, words in another language are taken for French ones.
    () => undefined,
  );
}

/** The page's blocks: `lang` on the script, or the page's language; `{ id: text }` inside, or the address of a file. */
function readPageTexts(): void {
  if (pageRead || typeof document === 'undefined') return;
  pageRead = true;
  const blocks = document.querySelectorAll<HTMLElement>(
    'script[type="application/json"][data-charter-texts]',
  );
  for (const block of blocks) {
    const language = block.getAttribute('lang') ?? (document.documentElement.lang || 'fr');
    const url = block.dataset['charterTexts'];
    if (url) {
      void addFile(language, url);
      continue;
    }
    try {
      overrideTexts(language, JSON.parse(block.textContent) as TextOverrides);
    } catch (cause) {
      console.error(
        'charter-elements: a data-charter-texts block of the page was ignored: it is not JSON',
        cause,
      );
    }
  }
}
