import { suggestionFor } from '../messages/nearest.ts';
import type { Suggestion } from '../messages/nearest.ts';

/** A word without its capitals, accents and spaces, so that « Résumé » and `resume` are the same. */
export function simplify(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .trim()
    .replace(/[\s_’'-]+/gu, '-');
}

/** An id made from words: letters without accents, digits and hyphens; empty when there are none. */
export function slugOf(words: string): string {
  return simplify(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/**
 * French words of the notation and what each stands for. The first word of a meaning is the documented one; the
 * meaning itself is understood too.
 */
export class Vocabulary<T extends string> {
  readonly #meanings = new Map<string, T>();
  readonly #documented = new Map<string, string>();

  constructor(words: Readonly<Record<T, readonly string[]>>) {
    for (const [meaning, names] of Object.entries<readonly string[]>(words)) {
      this.#documented.set(meaning, names[0]!);
      for (const name of [...names, meaning]) this.#meanings.set(simplify(name), meaning as T);
    }
  }

  meaningOf(word: string): T | undefined {
    return this.#meanings.get(simplify(word));
  }

  /** The documented word for a meaning. */
  wordFor(meaning: string): string | undefined {
    return this.#documented.get(meaning);
  }

  /** The nearest word, and all of them. */
  suggest(word: string): Suggestion {
    return suggestionFor(word, [...this.#documented.values()]);
  }
}

export const frontMatterWords = new Vocabulary({
  id: ['id', 'identifiant'],
  version: ['version'],
  locale: ['langue'],
  title: ['titre'],
  summary: ['résumé'],
  issuer: ['établissement', 'émetteur'],
  effectiveFrom: ['en vigueur', 'en vigueur le', 'date d’effet', 'applicable le'],
  history: ['historique'],
  sources: ['sources', 'source'],
  name: ['nom'],
  contact: ['contact'],
  label: ['libellé'],
  href: ['lien', 'adresse', 'url'],
  date: ['date'],
  changes: ['changements', 'changement', 'modifications'],
  reviewedOn: ['relu le', 'relu', 'relue le', 'vérifié le', 'consulté le'],
});

export const attributeWords = new Vocabulary({
  audiences: ['pour', 'public', 'audience'],
  since: ['depuis'],
  required: ['obligatoire'],
  optional: ['facultatif', 'facultative'],
  code: ['code', 'texte'],
  article: ['numero', 'numéro', 'no'],
  href: ['lien', 'adresse', 'url'],
});

export const audienceWords = new Vocabulary({
  staff: ['personnel', 'professionnels', 'équipes'],
  patients: ['patients', 'patientes', 'patient'],
  visitors: ['visiteurs', 'visites', 'proches', 'visiteuses', 'visiteur'],
});

export const directiveWords = new Vocabulary({
  article: ['article', 'référence', 'legal-reference'],
  plain: ['simple', 'facile', 'en clair'],
});

/** Headings, and classes of headings, that open something else than a section. */
export const headingWords = new Vocabulary({
  practices: ['bonnes pratiques', 'les bonnes pratiques', 'pratiques', 'good practices'],
  statements: ['engagements', 'les engagements', 'déclarations', 'mes engagements'],
  section: ['section'],
});
