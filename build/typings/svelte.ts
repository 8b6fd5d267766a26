import type { ElementDeclaration } from '../manifest/manifest.ts';
import { attributeType, comment, imports, optional, ownEvents, settableProperties } from './framework.ts';
import type { Writer } from './framework.ts';

/** Svelte 5 sets the property of the name given where there is one, else the attribute; `on` and the name of an event listens. */
export const writeSvelte: Writer = (elements) =>
  imports(elements, ["import type { EventHandler, HTMLAttributes } from 'svelte/elements';"]) +
  elements.map(writeProps).join('\n') +
  `
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map(({ tagName, name }) => `    '${tagName}': Omit<HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props;\n`).join('')}  }
}
`;

function writeProps(element: ElementDeclaration): string {
  const { name, description } = element;
  const members = settableProperties(element).flatMap((property) => {
    const { name: key, attribute, setText } = property;
    const own = optional(key, setText, property);
    if (!attribute || attribute === key) return [own];
    return [optional(attribute, attributeType(property, element), property), own];
  });
  const events = ownEvents(element).flatMap((event) => {
    const type = `EventHandler<${event.type.text}, ${name}>`;
    return [optional(`on${event.name}`, type, event), optional(`on:${event.name}`, type, event)];
  });
  return `${comment({ description: description ?? '' }, '')}export interface ${name}Props {\n${[...members, ...events].join('')}}\n`;
}
