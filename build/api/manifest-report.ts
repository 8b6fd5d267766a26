import { elementsOf, propertiesOf } from '../manifest/manifest.ts';
import type { Described, ElementDeclaration, Manifest, Method } from '../manifest/manifest.ts';

/** What pages may use of the elements, without the words that explain it: a change here is a change of the surface. */
export function reportManifest(manifest: Manifest): string {
  return ['# Elements', '', ...elementsOf(manifest).flatMap(reportElement)].join('\n');
}

function reportElement(element: ElementDeclaration): string[] {
  const methods = element.members.filter((member): member is Method => member.kind === 'method');
  return [
    `## \`<${element.tagName}>\``,
    '',
    `Class \`${element.name}\`${element.superclass ? ` extends \`${element.superclass.name}\`` : ''}`,
    '',
    ...section(
      'Attributes',
      element.attributes.map(({ name, type, default: initial }) => line(name, type.text, initial)),
    ),
    ...section(
      'Properties',
      propertiesOf(element).map(({ name, type, setType, default: initial, readonly, reflects }) => {
        const notes = [readonly && 'read only', reflects && 'reflected', setType && `takes ${setType.text}`];
        return [line(name, type?.text ?? '', initial), ...notes.filter(Boolean)].join(', ');
      }),
    ),
    ...section('Methods', methods.map(signature)),
    ...section(
      'Events',
      element.events.map(({ name, type }) => line(name, type.text)),
    ),
    ...section('Slots', names(element.slots)),
    ...section('Parts', names(element.cssParts)),
    ...section('States', names(element.cssStates)),
    ...section(
      'Custom properties',
      (element.cssProperties ?? []).map(({ name, default: initial }) => line(name, '', initial)),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`### ${title}`, '', ...[...lines].sort().map((each) => `- ${each}`), ''];
}

const line = (name: string, type: string, initial?: string): string =>
  `\`${name}\`${type && `: \`${type}\``}${initial === undefined ? '' : ` = \`${initial}\``}`;

const names = (all: readonly Described[] | undefined): string[] =>
  (all ?? []).map(({ name }) => (name ? `\`${name}\`` : 'default'));

function signature({ name, parameters = [], return: result }: Method): string {
  const list = parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type?.text ?? ''}`);
  return `\`${name}(${list.join(', ')}): ${result?.type?.text ?? 'void'}\``;
}
