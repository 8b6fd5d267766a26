import { readFile } from 'node:fs/promises';

/** The part of the Custom Elements Manifest format (schema 1.0.0) that this package uses. */
export interface Manifest {
  schemaVersion: string;
  modules: Module[];
}

export interface Module {
  kind: 'javascript-module';
  path: string;
  declarations?: Declaration[];
  exports?: Export[];
}

export interface Reference {
  name: string;
  package?: string;
  module?: string;
}

export interface Export {
  kind: 'js' | 'custom-element-definition';
  name: string;
  declaration: Reference;
}

/** What has a name and is explained. */
export interface Described {
  name: string;
  description?: string;
}

export interface TypeText {
  text: string;
}

export interface Attribute extends Described {
  fieldName: string;
  type: TypeText;
  default?: string;
}

export interface Event extends Described {
  type: TypeText;
}

interface Member extends Described {
  privacy?: 'public' | 'private' | 'protected';
  static?: boolean;
  inheritedFrom?: Reference;
}

export interface Field extends Member {
  kind: 'field';
  type?: TypeText;
  /** What may be set, where it is more than what is read: not in the format, which allows for other keys. */
  setType?: TypeText;
  default?: string;
  readonly?: boolean;
  attribute?: string;
  reflects?: boolean;
}

export interface Method extends Member {
  kind: 'method';
  parameters?: { name: string; optional?: boolean; type?: TypeText }[];
  return?: { type?: TypeText };
}

export interface Declaration extends Described {
  kind: string;
  tagName?: string;
  members?: (Field | Method)[];
  attributes?: Attribute[];
  events?: Event[];
  slots?: Described[];
  cssParts?: Described[];
  cssStates?: Described[];
  cssProperties?: (Described & { default?: string })[];
  superclass?: Reference;
}

/** An element, with everything that a page may use of it. */
export interface ElementDeclaration extends Declaration {
  tagName: string;
  members: (Field | Method)[];
  attributes: Attribute[];
  events: Event[];
}

export const isElement = (declaration: Declaration): declaration is ElementDeclaration =>
  declaration.tagName !== undefined;

/** The manifest at the root of the package. */
export async function readManifest(): Promise<Manifest> {
  const path = new URL('../../custom-elements.json', import.meta.url);
  return JSON.parse(await readFile(path, 'utf8')) as Manifest;
}

/** The elements of a manifest, in the order of their tags. */
export function elementsOf(manifest: Manifest): ElementDeclaration[] {
  return manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter(isElement)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}

/**
 * The module that defines a tag, such as `dist/elements/viewer/charter-viewer.js`.
 *
 * @throws Error where no module does.
 */
export function definitionOf(manifest: Manifest, tagName: string): string {
  const module = manifest.modules.find(({ exports = [] }) =>
    exports.some(({ kind, name }) => kind === 'custom-element-definition' && name === tagName),
  );
  if (!module) throw new Error(`custom-elements.json: no module defines <${tagName}>`);
  return module.path;
}

/** The properties of an element's instances. */
export const propertiesOf = (element: ElementDeclaration): Field[] =>
  element.members.filter((member): member is Field => member.kind === 'field' && !member.static);
