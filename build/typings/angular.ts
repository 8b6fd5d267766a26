import type { ElementDeclaration } from '../manifest/manifest.ts';
import { camelCase, comment, imports, ownEvents, settableProperties } from './framework.ts';
import type { Writer } from './framework.ts';

/**
 * A directive for each element, which gives its inputs to it. The element itself dispatches the events, and Angular
 * listens to it; the outputs say what arrives, and never emit: a template would hear everything twice.
 */
export const writeAngular: Writer = (elements) =>
  imports(elements, ["import { Directive, ElementRef, EventEmitter, inject } from '@angular/core';"]) +
  `/** What a template writes of a yes or no: \`<charter-viewer plain>\` gives an empty text. */
export function toBoolean(value: boolean | '' | undefined): boolean {
  return value === '' || value === true;
}

/** What a template writes of a number: an attribute gives a text. */
export function toNumber(value: number | \`\${number}\`): number {
  return Number(value);
}

` +
  elements.map(writeDirective).join('\n') +
  `
/** Every directive, for the \`imports\` of a component. */
export const CHARTER_DIRECTIVES = [${elements.map(({ name }) => `${name}Directive`).join(', ')}] as const;
`;

const transforms: Readonly<Record<string, string>> = {
  boolean: 'toBoolean',
  number: 'toNumber',
};

function writeDirective(element: ElementDeclaration): string {
  const { name, tagName, description } = element;
  const properties = settableProperties(element);
  const events = ownEvents(element);
  const inputs = properties.map(({ name: key, type }) => {
    const transform = transforms[type?.text ?? ''];
    return `    { name: '${key}'${transform ? `, transform: ${transform}` : ''} },\n`;
  });
  const outputs = events.map((event) => `    '${camelCase(event.name)}: ${event.name}',\n`);
  const setters = properties.map(
    (property) =>
      `${comment(property)}  set ${property.name}(value: ${property.setText}) {\n    this.element.${property.name} = value;\n  }\n`,
  );
  const emitters = events.map(
    (event) =>
      `${comment(event)}  readonly ${camelCase(event.name)} = new EventEmitter<${event.type.text}>();\n`,
  );
  return `${comment({ description: description ?? '' }, '')}@Directive({
  selector: '${tagName}',
  inputs: [
${inputs.join('')}  ],
  outputs: [
${outputs.join('')}  ],
})
export class ${name}Directive {
  /** The element itself, for its methods and for what it tells. */
  readonly element = inject<ElementRef<${name}>>(ElementRef).nativeElement;

${[...setters, ...emitters].join('\n')}}
`;
}
