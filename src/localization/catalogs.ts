import type { LocaleModule } from '@lit/localize/internal/types.js';

export type Templates = LocaleModule['templates'];

export type Loaders = Readonly<Record<string, () => Promise<LocaleModule>>>;

/** The generated translations: a static map, so that bundlers make one lazy chunk for each language. Lower case. */
const loaders: Loaders = {
  ar: () => import('./generated/ar.ts'),
  de: () => import('./generated/de.ts'),
  en: () => import('./generated/en.ts'),
  es: () => import('./generated/es.ts'),
  'fr-be': () => import('./generated/fr-BE.ts'),
  'fr-ca': () => import('./generated/fr-CA.ts'),
  'fr-ch': () => import('./generated/fr-CH.ts'),
  pt: () => import('./generated/pt.ts'),
};

/**
 * A rendering tries a failed load again so many times, so many milliseconds apart; the network coming back, always.
 * (Firefox remembers a module that failed until the page is loaded again, as the HTML standard says.)
 */
const mostRetries = 5;
const retryAfter = 10_000;

export interface Catalogs {
  /** The templates that serve a language, `fr-CA` before `fr`, once they are loaded. French has none: it is the code. */
  templatesFor(language: string): Templates | undefined;
  /** Loads what serves a language, unless it is loaded, on its way, or has failed just now. */
  load(language: string): void;
  /** Calls back when a language was loaded. Returns the function that stops it. */
  observe(listener: () => void): () => void;
}

export function createCatalogs(from: Loaders): Catalogs {
  const loaded = new Map<string, Templates>();
  const loading = new Set<string>();
  const failures = new Map<string, { count: number; time: number }>();
  const listeners = new Set<() => void>();

  const catalogFor = (language: string): string | undefined => {
    const tag = language.toLowerCase();
    return [tag, tag.split('-')[0]!].find((name) => Object.hasOwn(from, name));
  };

  const start = (catalog: string): void => {
    loading.add(catalog);
    from[catalog]!()
      .then(
        ({ templates }) => {
          loaded.set(catalog, templates);
          for (const listen of listeners) listen();
        },
        (cause: unknown) => {
          const count = (failures.get(catalog)?.count ?? 0) + 1;
          failures.set(catalog, { count, time: performance.now() });
          if (count > 1) return;
          console.error(
            `charter-elements: the texts in "${catalog}" could not be loaded, French is shown until they can`,
            cause,
          );
          addEventListener('online', () => {
            if (!loaded.has(catalog) && !loading.has(catalog)) start(catalog);
          });
        },
      )
      .finally(() => loading.delete(catalog));
  };

  return {
    templatesFor: (language) => loaded.get(catalogFor(language) ?? ''),
    load(language) {
      const catalog = catalogFor(language);
      if (catalog === undefined || loaded.has(catalog) || loading.has(catalog)) return;
      const failure = failures.get(catalog);
      if (failure && (failure.count > mostRetries || performance.now() - failure.time < retryAfter)) return;
      start(catalog);
    },
    observe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export const catalogs = createCatalogs(loaders);
