import type { msg } from '@lit/localize';
import { defaultMsg } from '@lit/localize/internal/default-msg.js';
import { joinStringsAndValues } from '@lit/localize/internal/str-tag.js';
import type { StrResult } from '@lit/localize/internal/str-tag.js';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { catalogs } from './catalogs.ts';
import { directionOf, isFrench, languageOf, observeLanguage, sourceLocale } from './language.ts';
import { isTranslatedByPage, observeTexts, overriddenText } from './text-overrides.ts';

/**
 * Gives an element its language and its texts: the hospital's override, else the translation, else the French of the
 * code. `configureLocalization` of @lit/localize belongs to the page, never to a library.
 */
export class LocalizeController implements ReactiveController {
  /** Language of the element, from the nearest `lang`. */
  language = sourceLocale;
  readonly #host: ReactiveControllerHost & Element;
  #stopObserving: (() => void)[] = [];
  /** The plural form that is being said, where it is one that French has not. */
  #pluralForm: string | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Like `msg` of @lit/localize, by explicit id; the cast is what makes extraction see the calls. */
  readonly msg = ((template: never, { id }: { id: string }): unknown => {
    const form = this.#pluralForm;
    const ids = form === undefined ? [id] : [id.replace(/\bother$/, form), id];
    for (const each of ids) {
      const own = overriddenText(this.language, each);
      if (own !== undefined) return fillIn(own, template);
    }
    const templates = catalogs.templatesFor(this.language);
    const translated = ids.map((each) => templates?.[each]).find(Boolean);
    return translated === undefined ? inFrench(template) : translate(translated, template);
  }) as typeof msg;

  /** Language of the words on screen: French until a translation has arrived. */
  get textLanguage(): string {
    const { language } = this;
    const isTranslated = catalogs.templatesFor(language) !== undefined || isTranslatedByPage(language);
    return isFrench(language) || isTranslated ? language : sourceLocale;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.textLanguage);
  }

  /**
   * The words for a number of things: two messages, `….one` and `….other`, which are all that French has. A translation
   * may also have `….zero`, `….two`, `….few` and `….many`; where it has not, `….other` is said.
   */
  plural<T>(count: number, one: () => T, other: () => T): T {
    const form = new Intl.PluralRules(this.textLanguage).select(count);
    if (form === 'one') return one();
    if (form !== 'other') this.#pluralForm = form;
    try {
      return other();
    } finally {
      this.#pluralForm = undefined;
    }
  }

  /** A number; with a `unit`, a quantity such as « 30 secondes ». */
  number(value: number, unit?: 'second'): string {
    if (!unit && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
    return new Intl.NumberFormat(this.textLanguage, {
      ...digits,
      ...(unit && { style: 'unit', unit, unitDisplay: 'long' }),
    }).format(value);
  }

  /** « un, deux et trois ». */
  list(items: Iterable<string>): string {
    return new Intl.ListFormat(this.textLanguage).format(items);
  }

  /** A date in full, or a time of day. */
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string {
    const date =
      typeof value === 'string' && value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value);
    // A page may give anything as a date: what is not one is shown as it came.
    if (Number.isNaN(date.getTime())) return String(value);
    if (!options && isFrench(this.textLanguage)) return frenchDay(date);
    // A charter is dated in the civil calendar, also where the reader's own is another (`ar-SA`).
    const text = new Intl.DateTimeFormat(this.textLanguage, {
      ...digits,
      calendar: 'gregory',
      ...(options ?? { dateStyle: 'long' }),
    }).format(date);
    return isFrench(this.textLanguage) ? frenchDate(text) : text;
  }

  hostConnected(): void {
    const update = (): void => this.#host.requestUpdate();
    this.#updateLanguage();
    this.#stopObserving = [
      observeLanguage(this.#host, () => this.#updateLanguage()),
      observeTexts(update),
      catalogs.observe(update),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stopObserving) stop();
  }

  /** A translation that could not be loaded is tried again, within the limits of catalogs.ts. */
  hostUpdate(): void {
    catalogs.load(this.language);
  }

  #updateLanguage(): void {
    const language = languageOf(this.#host);
    if (language !== this.language) this.#host.requestUpdate();
    this.language = language;
    catalogs.load(language);
  }
}

/**
 * The digits of the versions, record numbers and menu paths that stand beside: `ar` alone leaves the choice to the
 * browser, and the Maghreb writes these.
 */
const digits = { numberingSystem: 'latn' };

const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];

/**
 * « 1er mars 2026 », as `Intl` would have it: the first formatter of a page takes ten milliseconds and more, while the
 * reader waits for the charter. (For the same reason, small numbers are written without one.)
 */
function frenchDay(date: Date): string {
  const day = date.getDate();
  return `${day === 1 ? '1er' : day} ${months[date.getMonth()]!} ${date.getFullYear()}`;
}

/** « 1er mars » and « 13 h 05 », which `Intl` writes « 1 mars » and « 13:05 ». */
function frenchDate(text: string): string {
  return text.replace(/\b1 (?=\p{L}{3})/u, '1er ').replace(/(\d\d?):(\d\d)/, '$1 h $2');
}

// By a name of its own: extraction would take a call of `defaultMsg` for a message.
const inFrench: (template: never) => unknown = defaultMsg;

/**
 * A translation with the values of the text that it stands for; its own are their places. (`runtimeMsg` of @lit/localize
 * does the same, and brings the hashing of messages without an id.)
 */
function translate(
  translated: string | StrResult | TemplateResult,
  source: { readonly values: readonly unknown[] },
): unknown {
  if (typeof translated === 'string') return translated;
  const places = translated.values as number[];
  return 'strTag' in translated
    ? joinStringsAndValues(translated.strings, source.values, places)
    : { ...translated, values: places.map((place) => source.values[place]) };
}

/** An override with the values of the text that it replaces in its `${0}`, `${1}`…; a mark without a value stays. */
function fillIn(text: string, template: string | { readonly values: readonly unknown[] }): unknown {
  const values = typeof template === 'string' ? [] : template.values;
  const parts = text.split(/(\$\{\d+\})/).map((part) => {
    const index = /^\$\{(\d+)\}$/.exec(part)?.[1];
    return index !== undefined && index in values ? values[Number(index)] : part;
  });
  // Values of an `html` message may be templates themselves.
  return typeof template === 'string' || 'strTag' in template ? parts.join('') : parts;
}
