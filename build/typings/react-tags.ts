import type { ElementDeclaration } from '../manifest/manifest.ts';
import { imports, optional, ownEvents, propertiesAndAttributes, propsInterface } from './framework.ts';
import type { Writer } from './framework.ts';

/**
 * The tags themselves, in JSX. React 19 sets the property of the name given where there is one, else the attribute; `on` and the name of an event
 * listens to it.
 */
export const writeReactTags: Writer = (elements) =>
  imports(elements, ["import type { ClassAttributes, HTMLAttributes } from 'react';"]) +
  elements.map(writeProps).join('\n') +
  `
type Props<Element, Own> = ClassAttributes<Element> &
  Omit<HTMLAttributes<Element>, keyof Own> &
  Own & {
    class?: string | undefined;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tagName, name }) => `      '${tagName}': Props<${name}, ${name}Props>;\n`).join('')}    }
  }
}
`;

function writeProps(element: ElementDeclaration): string {
  const events = ownEvents(element).map((event) =>
    optional(`on${event.name}`, `((event: ${event.type.text}) => void)`, event),
  );
  return propsInterface(element, [...propertiesAndAttributes(element), ...events]);
}
