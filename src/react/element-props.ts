import type { HTMLAttributes } from 'react';

/** What the build reads of an element in the manifest, for its component. */
export interface ElementSurface {
  readonly name: string;
  readonly tag: string;
  /** What may be set, each with its attribute; `null` where it has none. */
  readonly properties: Readonly<Record<string, string | null>>;
  /** Attributes that say what a member of an object says, by the property that takes the object. */
  readonly members: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of the handlers, such as `onCharterSigned`, each with its event. */
  readonly events: Readonly<Record<string, string>>;
}

/** Those of an element, and all that HTML has. */
export type ElementProps<Element, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own;

export type Handler = (event: Event) => void;

/** The same props, by what becomes of them. */
export interface SortedProps {
  /** For React to write, on a server too. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What no attribute can hold, by the property. */
  readonly values: ReadonlyMap<string, unknown>;
  /** By the type of event. */
  readonly handlers: ReadonlyMap<string, Handler>;
}

/**
 * Tells attributes, properties and handlers apart. Properties go by the name of their attribute too, and events by the name
 * that React 19 knows on a tag: what was written for a tag means the same here.
 */
export function createSorter(surface: ElementSurface): (props: object) => SortedProps {
  const properties = new Map(
    Object.entries(surface.properties).flatMap(([property, attribute]) =>
      [property, ...(attribute === null ? [] : [attribute])].map((name) => [name, { property, attribute }]),
    ),
  );
  const events = new Map(
    Object.entries(surface.events).flatMap(([name, type]) => [
      [name, type],
      [`on${type}`, type],
    ]),
  );
  return (props) => {
    const attributes: Record<string, unknown> = {};
    const values = new Map<string, unknown>();
    const handlers = new Map<string, Handler>();
    for (const [name, value] of Object.entries(props) as [string, unknown][]) {
      const known = properties.get(name);
      const type = events.get(name);
      if (type !== undefined) {
        if (typeof value === 'function') handlers.set(type, value as Handler);
      } else if (!known) {
        attributes[name === 'className' ? 'class' : name] = asAttribute(name, value);
      } else if (known.attribute !== null && !isObject(value)) {
        attributes[known.attribute] = asOption(value);
      } else if (value != null) {
        values.set(known.property, value);
      }
    }
    for (const [property, members] of Object.entries(surface.members))
      Object.assign(attributes, attributesOf(values.get(property), members));
    return { attributes, values, handlers };
  };
}

/** What is on stands there without a value; React 18 would write `"true"`, and `"false"` for what is off. */
function asOption(value: unknown): unknown {
  return value === true ? '' : value === false ? undefined : value;
}

/** React takes a yes or no given to a custom element for a text, for a property or for nothing, by its version. */
function asAttribute(name: string, value: unknown): unknown {
  if (typeof value !== 'boolean') return value;
  if (/^(?:aria|data)-/.test(name)) return String(value);
  return value || undefined;
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** What an object says, as far as a server can write it down. */
function attributesOf(
  given: unknown,
  members: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return {};
  const said: Record<string, string> = {};
  for (const [member, attribute] of Object.entries(members)) {
    const value = (given as Readonly<Record<string, unknown>>)[member];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      said[attribute] = String(value);
  }
  return said;
}
