import type { ElementDeclaration } from '../manifest/manifest.ts';
import { attributeType, comment, imports, optional, ownEvents, settableProperties } from './framework.ts';
import type { Writer } from './framework.ts';

/**
 * Vue sets the property of the name given where there is one, else the attribute; its checker knows one name of both, the
 * property's. Bind a yes or no by that name (`:dryRun`): as an attribute, `false` would be written out, and mean yes.
 */
export const writeVue: Writer = (elements) =>
  imports(elements, ["import type { HTMLAttributes, PublicProps } from 'vue';"]) +
  elements.map((element) => `${writeProps(element)}\n${writeEvents(element)}\n`).join('') +
  `type Emit<Events> = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

type ElementOf<Element, Own, Events> = new () => Element & {
  /** @deprecated Used by the checker of templates; there is nothing of that name. */
  $props: Omit<HTMLAttributes, keyof Own> & Own & PublicProps;
  /** @deprecated Used by the checker of templates; there is nothing of that name. */
  $emit: Emit<Events>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ tagName, name }) => `    '${tagName}': ElementOf<${name}, ${name}Props, ${name}Events>;\n`).join('')}  }
}
`;

function writeProps(element: ElementDeclaration): string {
  const { name, description } = element;
  const members = settableProperties(element).map((property) => {
    const { name: key, attribute, setText } = property;
    return optional(key, attribute ? attributeType(property, element) : setText, property);
  });
  return `${comment({ description: description ?? '' }, '')}export interface ${name}Props {\n${members.join('')}}\n`;
}

function writeEvents({ name, events }: ElementDeclaration): string {
  const members = events.map((event) => `${comment(event)}  '${event.name}': ${event.type.text};\n`);
  return `export interface ${name}Events {\n${members.join('')}}\n`;
}
