import type { ElementDeclaration } from '../manifest/manifest.ts';
import { imports, optional, ownEvents, propertiesAndAttributes, propsInterface } from './framework.ts';
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
  const events = ownEvents(element).flatMap((event) => {
    const type = `EventHandler<${event.type.text}, ${element.name}>`;
    return [optional(`on${event.name}`, type, event), optional(`on:${event.name}`, type, event)];
  });
  return propsInterface(element, [...propertiesAndAttributes(element), ...events]);
}
