import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { warnOnce } from '../internal/warn-once.ts';
import type { Kind } from './attributes.ts';

export interface OptionDeclaration extends PropertyDeclaration {
  /** What the attribute, and the property beside it, may be; anything where it is left out. */
  readonly is?: Kind;
}

/** The text of an attribute is read where every value is, in the setter. */
const converter = {
  fromAttribute: (text: string | null): unknown => text,
  toAttribute: (value: unknown): unknown => (value === true ? '' : value === false ? null : value),
};

/**
 * Makes the setter of a property read what it is given. Attribute and property are read alike: what is removed, empty,
 * `undefined` or `null` (as frameworks set what they remove) is the field's initial value again; nonsense is too, and the
 * console says once what to write instead.
 */
export function readWhatIsSet(
  prototype: ReactiveElement,
  name: PropertyKey,
  declaration: OptionDeclaration,
): void {
  const { is: kind, attribute } = declaration;
  const accessor = Object.getOwnPropertyDescriptor(prototype, name);
  // A class inherits what was done for the class above it.
  if (!kind || !accessor) return;
  (declaration as { converter?: typeof converter }).converter = converter;
  const writtenAs = String(attribute || name);
  // The first value that a field with an initial one is given is that one: its initializer runs in the constructor.
  let initial: { readonly value: unknown } | undefined = kind.isOptional ? { value: undefined } : undefined;
  Object.defineProperty(prototype, name, {
    ...accessor,
    set(this: ReactiveElement, value: unknown) {
      initial ??= { value };
      accessor.set!.call(this, readValue(this.localName, writtenAs, kind, value, initial.value));
    },
  });
}

function readValue(tag: string, attribute: string, kind: Kind, value: unknown, initial: unknown): unknown {
  if (value == null || Object.is(value, initial)) return initial;
  const read = kind.read(value);
  const written = `<${tag}> ${attribute}="${describe(value)}"`;
  if (read === undefined) {
    const instead =
      initial === undefined || initial === '' ? 'it is left out' : `${describe(initial)} is used`;
    if (!isBlank(value)) warnOnce(`${written}: write ${kind.expected}; until then, ${instead}`);
    return initial;
  }
  const remark = kind.remark?.(value);
  if (remark) warnOnce(`${written} ${remark}`);
  return read;
}

/** A template of a page writes an empty attribute where it has no value. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function describe(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
