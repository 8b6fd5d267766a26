import { flatParentOf } from './contrast.ts';

/**
 * What axe-core reads to judge the colours of a text, so that one text of each kind stands for the others: the styles below
 * of the element and of all that is around it, and what they are in the markup.
 */
const styles = [
  'color background-color background-image background-clip opacity filter mix-blend-mode text-shadow -webkit-text-stroke-width',
  'font-size font-weight text-decoration-line border-bottom-width border-bottom-style text-indent',
  'display visibility position z-index float clip clip-path overflow-x overflow-y color-scheme',
].flatMap((names) => names.split(' '));

/** Attributes whose values stand for a state or a style; of the others it counts that they are there. */
const telling = new Set([
  ...['class', 'part', 'type', 'role', 'inert', 'disabled', 'hidden'],
  ...[
    'aria-checked',
    'aria-current',
    'aria-disabled',
    'aria-expanded',
    'aria-invalid',
    'aria-pressed',
    'aria-selected',
  ],
]);

const fields = 'input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select';

/** Tells kinds of text and of controls apart, for as long as a theme and its scheme stay what they are. */
export class Kinds {
  readonly #numbers = new Map<string, number>();
  readonly #seen = new Set<string>();
  /** How many elements were asked about. */
  asked = 0;

  /** The elements among these whose kind was not met before: the first and the last of each, should one be covered. */
  unmet(elements: Iterable<HTMLElement>, purpose: string): HTMLElement[] {
    const known = new Map<Element, number>();
    const found = new Map<string, HTMLElement[]>();
    for (const element of elements) {
      this.asked++;
      const kind = `${purpose} ${this.#kindOf(element, known)}`;
      if (this.#seen.has(kind)) continue;
      const [first = element] = found.get(kind) ?? [];
      found.set(kind, first === element ? [first] : [first, element]);
    }
    for (const kind of found.keys()) this.#seen.add(kind);
    return [...found.values()].flat();
  }

  /** A number for an element with all that is around it, up to the page. */
  #kindOf(element: Element, known: Map<Element, number>): number {
    let number = known.get(element);
    if (number !== undefined) return number;
    const parent = flatParentOf(element);
    const key = `${parent ? this.#kindOf(parent, known) : ''}|${ownKey(element)}`;
    number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    known.set(element, number);
    return number;
  }
}

function ownKey(element: Element): string {
  const style = getComputedStyle(element);
  const words = wordsOf(element);
  return [
    element.localName,
    ...[...element.attributes]
      .map(({ name, value }) => (telling.has(name) ? `${name}=${value}` : name))
      .sort(),
    ...styles.map((name) => style.getPropertyValue(name)),
    // A single character, or a symbol, is judged by another rule.
    /\p{L}{2}|\d{2}/u.test(words) ? 'words' : words,
    // The label of a field that is off need not be read.
    isOff(element) ? 'off' : '',
  ].join(';');
}

function isOff(element: Element): boolean {
  if (
    element.matches(':disabled') ||
    (element instanceof HTMLLabelElement && element.control?.matches(':disabled'))
  )
    return true;
  const root = element.getRootNode();
  if (element.id === '' || !(root instanceof ShadowRoot)) return false;
  const named = root.querySelectorAll(`[aria-labelledby~="${CSS.escape(element.id)}"]`);
  return [...named].some((each) => each.matches(':disabled, [aria-disabled=true]'));
}

function wordsOf(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent!.trim())
    .join(' ')
    .trim();
}

/** The elements of a shadow tree, and what is slotted there, that have words of their own or hold what a person writes. */
export function textsOf(host: HTMLElement): HTMLElement[] {
  const within = [
    ...host.shadowRoot!.querySelectorAll<HTMLElement>('*'),
    ...host.querySelectorAll<HTMLElement>('*'),
  ];
  return within.filter((each) => each.matches(fields) || wordsOf(each) !== '');
}
