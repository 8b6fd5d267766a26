import { definitionOf, propertiesOf } from '../manifest/manifest.ts';
import type { ElementDeclaration, Event, Manifest } from '../manifest/manifest.ts';
import { camelCase, comment, optional, settableProperties } from './framework.ts';

/**
 * A component for each element, each in a module of its own: a page downloads the elements that it uses. The module defines
 * the tag, and is of the browser (`'use client'`) where a server renders components.
 *
 * @returns The source of each module, by its name.
 */
export function writeReactComponents(
  elements: readonly ElementDeclaration[],
  manifest: Manifest,
): Map<string, string> {
  const modules = elements.map((element) => [element.tagName, writeComponent(element, manifest)] as const);
  return new Map([['index', writeIndex(elements)], ...modules]);
}

function writeIndex(elements: readonly ElementDeclaration[]): string {
  const lines = elements.map(
    ({ name, tagName }) =>
      `export { ${name} } from './${tagName}.js';\nexport type { ${name}ComponentProps } from './${tagName}.js';\n`,
  );
  return `// Generated from custom-elements.json.\n${lines.join('')}export type * from './tags.js';\n`;
}

function writeComponent(element: ElementDeclaration, manifest: Manifest): string {
  const { name, tagName, description = '', events } = element;
  const eventTypes = events.map(({ type }) => type.text).filter((type) => type !== 'Event');
  const names = [`${name} as ${name}Element`, ...new Set(eventTypes.toSorted())];
  const members = [
    ...settableProperties(element).map((property) => optional(property.name, property.setText, property)),
    ...events.map((event) =>
      optional(handlerOf(event), `((event: ${eventType(event, name)}) => void)`, event),
    ),
  ];
  return `'use client';
// Generated from custom-elements.json.
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import type { ${names.join(', ')} } from '../index.js';
import '${definitionOf(manifest, tagName).replace(/^dist\//, '../')}';
import { elementComponent } from './element-component.js';
import type { ElementProps } from './element-props.js';

/** The element itself, which a \`ref\` gives. */
export type ${name} = ${name}Element;

/** What \`<${name}>\` takes beside what HTML has. */
export interface ${name}ComponentProps {
${members.join('')}}

${comment({ description }, '')}export const ${name}: ForwardRefExoticComponent<
  ElementProps<${name}, ${name}ComponentProps> & RefAttributes<${name}>
> = elementComponent(${JSON.stringify(surfaceOf(element), null, 2)});
`;
}

/** What the component has to know: the shape is that of \`ElementSurface\` in src/react. */
function surfaceOf(element: ElementDeclaration): object {
  const { name, tagName, events } = element;
  const properties = settableProperties(element);
  const members = properties
    .filter(({ attribute }) => !attribute)
    .map((property) => [property.name, membersOf(property.name, element)] as const)
    .filter(([, attributes]) => Object.keys(attributes).length > 0);
  return {
    name,
    tag: tagName,
    properties: Object.fromEntries(properties.map((each) => [each.name, each.attribute ?? null])),
    members: Object.fromEntries(members),
    events: Object.fromEntries(events.map((event) => [handlerOf(event), event.name])),
  };
}

/** The attributes that say one by one what an object says at once, as `signer-name` says the `name` of `signer`. */
function membersOf(object: string, element: ElementDeclaration): Record<string, string> {
  const prefix = `${object}-`;
  const attributes = propertiesOf(element).flatMap(({ attribute = '' }) =>
    attribute.startsWith(prefix) ? [attribute] : [],
  );
  return Object.fromEntries(attributes.map((name) => [camelCase(name.slice(prefix.length)), name]));
}

/** `charter-signed` is heard by `onCharterSigned`. */
const handlerOf = ({ name }: Event): string => camelCase(`on-${name}`);

/** A native event is of every element: of this one is what it happens on. */
const eventType = ({ type }: Event, name: string): string =>
  type.text === 'Event' ? `Event & { readonly currentTarget: ${name} }` : type.text;
