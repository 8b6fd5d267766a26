/**
 * Writes `isCharter` and `isReceipt`, which accept what the schemas accept and say nothing of what they refuse: elements
 * show a valid charter, and read a valid answer, without the library of the schemas, a tenth of their weight. Run by
 * `npm run generate`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as v from 'valibot';
import { charterSchema } from '../src/charter/charter.ts';
import * as textChecks from '../src/internal/text-checks.ts';
import { receiptSchema } from '../src/signature/receipt.ts';

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

  write(schema: v.GenericSchema, name: string): string {
    const check = this.#check(schema);
    return `${this.#definitions.join('\n')}\n\nexport const ${name}: Check = ${check};\n`;
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
        throw new Error(`build/checks.ts does not know ${node.type}: teach it, and src/internal/checks.ts`);
    }
  }

  #list(node: Node, actions: readonly Node[]): string {
    const least = (actions.find(({ type }) => type === 'min_length')?.requirement ?? 0) as number;
    const tests = actions.filter(({ type }) => type !== 'min_length').map(requirementOf);
    if (tests.length > 1) throw new Error('src/internal/checks.ts has lists with one test at most');
    return `list(${[this.#check(node.item!), String(least), ...tests].join(', ')})`;
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

await writeCheck(charterSchema, 'isCharter', 'src/charter/generated/is-charter.ts');
await writeCheck(receiptSchema, 'isReceipt', 'src/signature/generated/is-receipt.ts');

async function writeCheck(schema: v.GenericSchema, name: string, file: string): Promise<void> {
  const code = new Writer().write(schema, name);
  const imports = [
    importOf(code, ['anyOf', 'isBoolean', 'list', 'object', 'oneOf', 'text'], 'checks'),
    "import type { Check } from '../../internal/checks.ts';",
    importOf(code, Object.keys(textChecks), 'text-checks'),
  ];
  const path = join(import.meta.dirname, '..', file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `// Generated from the schema by build/checks.ts.\n${imports.join('\n')}\n\n${code}`);
}

/** An import of those of some names that a code has. */
function importOf(code: string, names: readonly string[], file: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return `import { ${used.join(', ')} } from '../../internal/${file}.ts';`;
}
