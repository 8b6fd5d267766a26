import type { LocaleModule } from '@lit/localize/internal/types.js';

export type Templates = LocaleModule['templates'];

/** The generated translations: a static map, so that bundlers make one lazy chunk for each language. */
const catalogs: Readonly<Record<string, () => Promise<LocaleModule>>> = {};

const loaded = new Map<string, Templates>();
const loading = new Map<string, Promise<void>>();

/** The catalogue that serves a language: its own, else its base language's; `undefined` for French. */
export function catalogFor(language: string): string | undefined {
  return [language.toLowerCase(), language.split('-')[0]!.toLowerCase()].find((tag) =>
    Object.keys(catalogs).some((name) => name.toLowerCase() === tag),
  );
}

export function loadedTemplates(catalog: string | undefined): Templates | undefined {
  return catalog === undefined ? undefined : loaded.get(catalog);
}

/** Loads a catalogue once; a failed load is forgotten and tried again at the next call. */
export function loadCatalog(catalog: string): Promise<void> {
  let promise = loading.get(catalog);
  if (!promise) {
    const load = Object.entries(catalogs).find(([name]) => name.toLowerCase() === catalog)![1];
    promise = load().then(({ templates }) => {
      loaded.set(catalog, templates);
    });
    loading.set(catalog, promise);
    promise.catch(() => loading.delete(catalog));
  }
  return promise;
}
