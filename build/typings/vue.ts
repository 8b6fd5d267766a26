import type { ElementDeclaration } from '../manifest/manifest.ts';
import {
  attributeType,
  camelCase,
  imports,
  optional,
  ownEvents,
  propsInterface,
  settableProperties,
} from './framework.ts';
import type { Writer } from './framework.ts';

/**
 * Vue sets the property of the name given where there is one, else the attribute; its checker knows one name of both, the
 * property's. Bind a yes or no by that name (`:dryRun`): as an attribute, `false` would be written out, and mean yes.
 */
export const writeVue: Writer = (elements) =>
  imports(elements, ["import type { HTMLAttributes, PublicProps } from 'vue';"]) +
  elements.map(writeProps).join('\n') +
  `
type ElementOf<Element, Own> = new () => Element & {
  /** @deprecated Used by the checker of templates; there is nothing of that name. */
  $props: Omit<HTMLAttributes, keyof Own> & Own & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tagName, name }) => `    '${tagName}': ElementOf<${name}, ${name}Props>;\n`).join('')}  }
}
`;

function writeProps(element: ElementDeclaration): string {
  const members = settableProperties(element).map((property) => {
    const { name, attribute, setText } = property;
    return optional(name, attribute ? attributeType(property, element) : setText, property);
  });
  const events = ownEvents(element).map((event) =>
    optional(camelCase(`on-${event.name}`), `((event: ${event.type.text}) => void)`, event),
  );
  return propsInterface(element, [...members, ...events]);
}
