import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import type { OutputChunk } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { browserPlugins } from '../standalone/browser-plugins.ts';

const dist = join(import.meta.dirname, '../../dist');

/** Elements by the name of their folder. */
export type ElementName = 'viewer' | 'checklist' | 'privacy-walkthrough' | 'acknowledgement';

/** A charter to read and to sign. */
export const signing: readonly ElementName[] = ['viewer', 'acknowledgement'];
export const fourElements: readonly ElementName[] = [
  'viewer',
  'checklist',
  'privacy-walkthrough',
  'acknowledgement',
];

/**
 * What a page's bundler makes of some elements of the package, as the standalone script is made: the chunk that is loaded
 * at once, named `main`, then those that are loaded when they are needed. `npm run build` comes first.
 */
export async function bundleElements(names: readonly ElementName[]): Promise<OutputChunk[]> {
  const entry = names.map(
    (name) => `import ${JSON.stringify(`${dist}/elements/${name}/charter-${name}.js`)};`,
  );
  return bundle(entry.join('\n'));
}

/** The floor: what `LitElement`, `html` and `css` weigh by themselves. */
export async function bundleLit(): Promise<OutputChunk[]> {
  return bundle(
    "import { LitElement, css, html } from 'lit'; customElements.define('x-y', class extends LitElement { static styles = css`:host { color: red }`; render() { return html`<p>x</p>`; } });",
  );
}

async function bundle(entry: string): Promise<OutputChunk[]> {
  const name = '\0entry';
  const build = await rollup({
    input: { main: name },
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'entry',
        // Packages are found from here: the entry has no place.
        async resolveId(id, importer) {
          if (id === name) return id;
          return importer === name ? this.resolve(id, import.meta.filename, { skipSelf: true }) : null;
        },
        load: (id) => (id === name ? entry : null),
      },
      ...browserPlugins(),
    ],
  });
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Bytes as a server sends them. */
export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

export function brotlied(code: string): number {
  return brotliCompressSync(code).length;
}

/** What of a script is style sheets, and what is words of the interface: bytes that it has less without them. */
export function partsOf(code: string): { readonly styles: number; readonly words: number } {
  const styles: Range[] = [];
  const words: Range[] = [];
  visit(parseAst(code), ({ type, quasi, arguments: given }) => {
    if (type === 'TaggedTemplateExpression' && isSheet(code.slice(quasi!.start, quasi!.end)))
      styles.push(quasi!);
    // However the function is called by now, a message has its id beside it.
    const [said, options] = given ?? [];
    if (options?.properties?.some(({ key }) => key?.name === 'id')) words.push(said!);
  });
  const without = (ranges: readonly Range[]): string =>
    [...ranges]
      .sort((one, other) => other.start - one.start)
      .reduce((rest, { start, end }) => `${rest.slice(0, start)}''${rest.slice(end)}`, code);
  const whole = gzipped(code);
  return { styles: whole - gzipped(without(styles)), words: whole - gzipped(without(words)) };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is looked at of a node, whatever its type. */
interface Node extends Range {
  readonly type: string;
  readonly name?: string;
  readonly quasi?: Node;
  readonly arguments?: readonly Node[];
  readonly properties?: readonly Node[];
  readonly key?: Node;
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node).flat() as unknown[])
    if (typeof value === 'object' && value !== null && 'type' in value) visit(value as Node, see);
}

/** Rules in braces, and no markup. */
function isSheet(template: string): boolean {
  return template.replaceAll('${', '').includes('{') && !/<\/?\w/.test(template);
}
