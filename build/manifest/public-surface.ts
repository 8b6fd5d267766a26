import { isElement } from './manifest.ts';
import type { Attribute, Declaration, Export, Field, Manifest, Method, Module } from './manifest.ts';
import { createTypeReader } from './property-types.ts';
import type { MemberType } from './property-types.ts';

type TypeReader = (className: string, member: string) => MemberType;

/** What the platform calls, and nobody else. */
const callbacks = /^(?:(?:connected|disconnected|adopted|attributeChanged)Callback|form[A-Z]\w+Callback)$/;
/** Statics that serve Lit and the browser, not the page. */
const ownStatics = new Set(['styles', 'formAssociated']);

/**
 * Leaves in the manifest what a page may use, as it is published: elements and events, public members with the types that
 * the compiler sees, modules of `dist`, and the file that defines each tag.
 */
export function publicSurface(): {
  name: string;
  packageLinkPhase(context: { customElementsManifest: Manifest }): void;
} {
  return {
    name: 'public-surface',
    packageLinkPhase({ customElementsManifest: manifest }) {
      const typeOf = createTypeReader('src/index.ts');
      const modules = manifest.modules.flatMap((module) =>
        (module.declarations ?? [])
          .filter((each) => isElement(each) || /^src\/events\/charter-/.test(module.path))
          .flatMap((declaration) => describeModule(module.path, declaration, typeOf)),
      );
      manifest.modules = modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

function describeModule(sourcePath: string, declaration: Declaration, typeOf: TypeReader): Module[] {
  const path = sourcePath.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
  const { name, tagName } = declaration;
  const reference = { name, module: path };
  const declaring: Module = {
    kind: 'javascript-module',
    path,
    declarations: [describeClass(declaration, typeOf)],
    exports: [{ kind: 'js', name, declaration: reference }],
  };
  if (!tagName) return [declaring];
  const definition: Export = { kind: 'custom-element-definition', name: tagName, declaration: reference };
  const defining: Module = {
    kind: 'javascript-module',
    path: path.replace(/[^/]+$/, `${tagName}.js`),
    declarations: [],
    exports: [definition],
  };
  return [declaring, defining];
}

function describeClass(declaration: Declaration, typeOf: TypeReader): Declaration {
  const { name, description = '' } = declaration;
  const members = (declaration.members ?? [])
    .filter(isPublic)
    .map((member) => describeMember(member, name, typeOf));
  if (!isElement(declaration)) return { kind: 'class', name, description, members };
  return {
    ...declaration,
    superclass: { name: 'LitElement', package: 'lit' },
    members,
    attributes: members
      .filter((member): member is Field => 'attribute' in member)
      .map((field) => describeAttribute(field, typeOf(name, field.name).values)),
    // The analyzer also lists what it sees dispatched, without a name.
    events: declaration.events.filter((event) => event.name),
  };
}

function isPublic({ name, privacy, static: isStatic }: Field | Method): boolean {
  if (privacy === 'private' || privacy === 'protected' || name.startsWith('#')) return false;
  return isStatic ? !ownStatics.has(name) : !callbacks.test(name);
}

function describeMember(member: Field | Method, className: string, typeOf: TypeReader): Field | Method {
  const { inheritedFrom: _inheritedFrom, ...own } = member;
  if (own.kind === 'method') return own;
  const { readonly: _readonly, default: initial, ...field } = own;
  const { type, setType, isReadOnly } = typeOf(className, own.name);
  return {
    ...field,
    // What is only read has a value, not a default.
    ...(initial !== undefined && !isReadOnly && { default: initial.replace(/(?<=\d)_(?=\d)/g, '') }),
    type: { text: type },
    ...(setType && { setType: { text: setType } }),
    ...(isReadOnly && { readonly: true }),
  };
}

/** An attribute is a text: its type is the list of the words that it may be, where there is one. */
function describeAttribute(field: Field, words: string | undefined): Attribute {
  const { name, attribute, type, description = '', default: initial } = field;
  const [simple] = /^(?:boolean|number)$/.exec(type!.text) ?? ['string'];
  return {
    name: attribute!,
    fieldName: name,
    description,
    type: { text: words ?? simple },
    ...(initial !== undefined && { default: initial }),
  };
}
