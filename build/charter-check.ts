/**
 * Writes `isCharter`, which accepts what the charter's schema accepts and says nothing of what it refuses: elements show a
 * valid charter without the library of the schema, a tenth of their weight. Run by `npm run generate`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as v from 'valibot';
import { charterSchema } from '../src/charter/charter.ts';
import * as textChecks from '../src/internal/text-checks.ts';

/** A schema or an action of Valibot, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly kind: 'schema' | 'validation';
  readonly pipe?: readonly Node[];
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
}

/** Code of a function of src/internal/checks.ts for each schema, those that are used twice first. */
class Writer {
  readonly #names = new Map<Node, string>();
  readonly #definitions: string[] = [];

  write(schema: v.GenericSchema): string {
    const check = this.#check(schema as unknown as Node);
    return `${this.#definitions.join('\n')}\n\nexport const isCharter: Check = ${check};\n`;
  }

  #check(node: Node): string {
    const known = this.#names.get(node);
    if (known) return known;
    const code = this.#code(node);
    const name = `check${this.#definitions.push('')}`;
    this.#definitions[this.#definitions.length - 1] = `const ${name} = ${code};`;
    this.#names.set(node, name);
    return name;
  }

  #code(node: Node): string {
    const [, ...actions] = node.pipe ?? [];
    switch (node.type) {
      case 'string':
        return `text(${actions.map((action) => requirementOf(action)).join(', ')})`;
      case 'boolean':
        return 'isBoolean';
      case 'literal':
        return `oneOf(${JSON.stringify(node.literal)})`;
      case 'picklist':
        return `oneOf(${node.options!.map((option) => JSON.stringify(option)).join(', ')})`;
      case 'union':
      case 'variant':
        return `anyOf(${(node.options as readonly Node[]).map((option) => this.#check(option)).join(', ')})`;
      case 'array':
        return this.#list(node, actions);
      case 'loose_object':
        return this.#object(node);
      default:
        throw new Error(
          `build/charter-check.ts does not know ${node.type}: teach it, and src/internal/checks.ts`,
        );
    }
  }

  #list(node: Node, actions: readonly Node[]): string {
    const least = actions.find(({ type }) => type === 'min_length')?.requirement ?? 0;
    const tests = actions.filter(({ type }) => type !== 'min_length').map(requirementOf);
    if (tests.length > 1) throw new Error('src/internal/checks.ts has lists with one test at most');
    return `list(${[this.#check(node.item!), least, ...tests].join(', ')})`;
  }

  #object({ entries = {} }: Node): string {
    const members = (isOptional: boolean): string => {
      const found = Object.entries(entries).filter(([, { type }]) => (type === 'optional') === isOptional);
      const written = found.map(
        ([name, entry]) => `${JSON.stringify(name)}: ${this.#check(entry.wrapped ?? entry)}`,
      );
      return `{ ${written.join(', ')} }`;
    };
    const hasOptional = Object.values(entries).some(({ type }) => type === 'optional');
    return `object(${members(false)}${hasOptional ? `, ${members(true)}` : ''})`;
  }
}

/** Code of what a text or a list has to pass. */
function requirementOf({ type, requirement }: Node): string {
  if (requirement instanceof RegExp) return String(requirement);
  const [name] = Object.entries(textChecks).find(([, test]) => test === requirement) ?? [];
  if (!name) throw new Error(`the test of a ${type} is not one of src/internal/text-checks.ts`);
  return name;
}

const code = new Writer().write(charterSchema);
const used = (names: readonly string[]): string =>
  names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).join(', ');
const path = join(import.meta.dirname, '../src/charter/generated/is-charter.ts');
await mkdir(dirname(path), { recursive: true });
await writeFile(
  path,
  `// Generated from the schema in src/charter/charter.ts.
import { ${used(['anyOf', 'isBoolean', 'list', 'object', 'oneOf', 'text'])} } from '../../internal/checks.ts';
import type { Check } from '../../internal/checks.ts';
import { ${used(Object.keys(textChecks))} } from '../../internal/text-checks.ts';

${code}`,
);
