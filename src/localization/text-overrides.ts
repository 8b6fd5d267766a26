/** Texts by message id, such as `{ 'acknowledgement.sign': 'Je signe' }`; `${0}`… stand for the values. */
export type TextOverrides = Readonly<Record<string, string>>;

const overrides = new Map<string, Record<string, string>>();
const listeners = new Set<() => void>();
let pageRead = false;

/**
 * Replaces texts of the interface, without a rebuild. Later calls win over earlier ones, and both over
 * `<script type="application/json" data-charter-texts>` blocks of the page.
 *
 * @param language - Language tag, such as `fr`.
 */
export function overrideTexts(language: string, texts: TextOverrides): void {
  readPageTexts();
  add(language, texts);
}

/** The hospital's text for a message, in this language or, for `fr-CA`, in `fr`. */
export function overriddenText(language: string, id: string): string | undefined {
  readPageTexts();
  return (
    overrides.get(language.toLowerCase())?.[id] ?? overrides.get(language.split('-')[0]!.toLowerCase())?.[id]
  );
}

/** Calls back when texts were replaced. Returns the function that stops it. */
export function observeTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function add(language: string, texts: TextOverrides): void {
  const key = language.toLowerCase();
  const entries = Object.entries(texts);
  const usable = entries.filter(([, text]) => typeof text === 'string');
  if (usable.length < entries.length) {
    const ids = entries.filter((entry) => !usable.includes(entry)).map(([id]) => id);
    console.warn(`charter-elements: what replaces ${ids.join(', ')} is not a text and was ignored`);
  }
  overrides.set(key, { ...overrides.get(key), ...Object.fromEntries(usable) });
  for (const listen of listeners) listen();
}

/** The page's blocks: `lang` on the script, or the page's language; `{ id: text }`. */
function readPageTexts(): void {
  if (pageRead || typeof document === 'undefined') return;
  pageRead = true;
  for (const script of document.querySelectorAll('script[type="application/json"][data-charter-texts]')) {
    const language = script.getAttribute('lang') ?? (document.documentElement.lang || 'fr');
    try {
      add(language, JSON.parse(script.textContent) as TextOverrides);
    } catch (cause) {
      console.error(
        'charter-elements: the data-charter-texts block of the page is not JSON and was ignored',
        cause,
      );
    }
  }
}
