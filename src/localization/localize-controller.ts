import type { msg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { catalogFor, loadCatalog, loadedTemplates } from './catalogs.ts';
import { directionOf, languageOf, observeLanguage, sourceLocale } from './language.ts';
import { observeTexts, overriddenText } from './text-overrides.ts';

/**
 * Gives an element its language and its texts: the hospital's override, else the translation, else the French of the
 * code. `configureLocalization` of @lit/localize belongs to the page, never to a library.
 */
export class LocalizeController implements ReactiveController {
  /** Language of the element, from the nearest `lang`. */
  language = sourceLocale;
  readonly #host: ReactiveControllerHost & Element;
  #stopObserving: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Like `msg` of @lit/localize, by explicit id; the cast is what makes extraction see the calls. */
  readonly msg = ((template: never, options: { id: string }): unknown => {
    const own = overriddenText(this.language, options.id);
    if (own !== undefined) return fillIn(own, template);
    return runtimeMsg(loadedTemplates(catalogFor(this.language)), template, options);
  }) as typeof msg;

  /** Language of the words on screen: French until a translation has arrived. */
  get textLanguage(): string {
    if (this.language.split('-')[0]!.toLowerCase() === sourceLocale) return this.language;
    return loadedTemplates(catalogFor(this.language)) ? this.language : sourceLocale;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.textLanguage);
  }

  /** The plural form of a number in the language of the words. */
  plural(count: number): Intl.LDMLPluralRule {
    return new Intl.PluralRules(this.textLanguage).select(count);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.textLanguage).format(value);
  }

  /** A date in full, or a time of day. */
  date(value: Date | string, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string {
    const date =
      typeof value === 'string' && value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value);
    // A page may give anything as a date: what is not one is shown as it came.
    if (Number.isNaN(date.getTime())) return String(value);
    const text = new Intl.DateTimeFormat(this.textLanguage, options).format(date);
    return this.textLanguage.toLowerCase().startsWith('fr') ? frenchDate(text) : text;
  }

  hostConnected(): void {
    this.#updateLanguage();
    this.#stopObserving = [
      observeLanguage(this.#host, () => this.#updateLanguage()),
      observeTexts(() => this.#host.requestUpdate()),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stopObserving) stop();
  }

  #updateLanguage(): void {
    const language = languageOf(this.#host);
    const catalog = catalogFor(language);
    if (language !== this.language) this.#host.requestUpdate();
    this.language = language;
    if (catalog !== undefined && !loadedTemplates(catalog)) {
      loadCatalog(catalog).then(
        () => this.#host.requestUpdate(),
        (cause: unknown) =>
          console.error(`charter-elements: the texts in "${catalog}" could not be loaded`, cause),
      );
    }
  }
}

/** « 1er mars » and « 13 h 05 », which `Intl` writes « 1 mars » and « 13:05 ». */
function frenchDate(text: string): string {
  return text.replace(/^1 /, '1er ').replace(/(\d\d?):(\d\d)/, '$1 h $2');
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
