import type { Described, ElementDeclaration, Field } from '../manifest/manifest.ts';
import { propertiesOf } from '../manifest/manifest.ts';

/** Writes the typings of a framework. */
export type Writer = (elements: readonly ElementDeclaration[]) => string;

/** A property that a page may set, seen from a template. */
export interface Property extends Field {
  /** The type of what may be set, by the class itself: it cannot differ from it. */
  readonly setText: string;
}

/** What a page may set on an element. */
export function settableProperties(element: ElementDeclaration): Property[] {
  return propertiesOf(element)
    .filter((property) => !property.readonly)
    .map((property) => ({
      ...property,
      setText: property.setType?.text ?? `${element.name}['${property.name}']`,
    }));
}

/** The type of an attribute as a template writes it: a number or a yes may be a text. */
export function attributeType({ type, name }: Field, element: ElementDeclaration): string {
  if (type?.text === 'boolean') return "boolean | ''";
  if (type?.text === 'number') return 'number | `${number}`';
  return `${element.name}['${name}']`;
}

/** A documentation comment, indented. */
export function comment({ description }: Pick<Described, 'description'>, indent = '  '): string {
  const lines = (description ?? '').trim().replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]!} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

/** A member of an interface that may be left out, with its comment. */
export function optional(name: string, type: string, described: Pick<Described, 'description'>): string {
  const key = /^[\w$]+$/.test(name) ? name : `'${name}'`;
  return `${comment(described)}  ${key}?: ${type} | undefined;\n`;
}

/** The properties of a framework's elements, exported: a page may wrap an element in a component of its own. */
export const propsInterface = (
  { name, description }: ElementDeclaration,
  members: readonly string[],
): string =>
  `${comment({ description: description ?? '' }, '')}export interface ${name}Props {\n${members.join('')}}\n`;

/** Every property, and its attribute where that has another name: what React and Svelte take. */
export function propertiesAndAttributes(element: ElementDeclaration): string[] {
  return settableProperties(element).flatMap((property) => {
    const { name, attribute, setText } = property;
    const own = optional(name, setText, property);
    if (!attribute || attribute === name) return [own];
    return [optional(attribute, attributeType(property, element), property), own];
  });
}

/** Events of the library; the native ones are typed by the framework. */
export const ownEvents = ({ events }: ElementDeclaration): ElementDeclaration['events'] =>
  events.filter(({ type }) => type.text !== 'Event');

/** The imports of the classes named, and of the tags: `document.querySelector` and `ref` know them then. */
export function imports(elements: readonly ElementDeclaration[], more: readonly string[] = []): string {
  const events = elements.flatMap((element) => ownEvents(element).map(({ type }) => type.text));
  const names = [...new Set([...elements.map(({ name }) => name), ...events])].sort();
  return [
    '// Generated from custom-elements.json.',
    ...more,
    `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '../index.js';`,
    "import type {} from '../all.js';",
    '',
    '',
  ].join('\n');
}

/** `charter-signed` as `charterSigned`. */
export const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
