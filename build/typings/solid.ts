import type { ElementDeclaration } from '../manifest/manifest.ts';
import {
  attributeType,
  imports,
  optional,
  ownEvents,
  propsInterface,
  settableProperties,
} from './framework.ts';
import type { Writer } from './framework.ts';

/**
 * Solid turns a name such as `heading-level` into the property `headingLevel`, and would write one in capitals in small
 * letters: `prop:headingLevel` says it as it is. `attr:` and `bool:` set the attribute, `on:` listens.
 */
export const writeSolid: Writer = (elements) =>
  imports(elements, ["import type { JSX } from 'solid-js';"]) +
  elements.map(writeProps).join('\n') +
  `
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ tagName, name }) => `      '${tagName}': Omit<JSX.HTMLAttributes<${name}>, keyof ${name}Props> & ${name}Props;\n`).join('')}    }
  }
}
`;

function writeProps(element: ElementDeclaration): string {
  const members = settableProperties(element).flatMap((property) => {
    const { name: key, attribute, setText } = property;
    const own = optional(`prop:${key}`, setText, property);
    if (!attribute) return key === key.toLowerCase() ? [optional(key, setText, property), own] : [own];
    const isBoolean = property.type?.text === 'boolean';
    const plain = optional(attribute, isBoolean ? 'boolean' : attributeType(property, element), property);
    const direct = isBoolean
      ? optional(`bool:${attribute}`, 'boolean', property)
      : optional(`attr:${attribute}`, attributeType(property, element), property);
    return [plain, own, direct];
  });
  const events = ownEvents(element).map((event) =>
    optional(
      `on:${event.name}`,
      `JSX.EventHandlerWithOptionsUnion<${element.name}, ${event.type.text}>`,
      event,
    ),
  );
  return propsInterface(element, [...members, ...events]);
}
