/**
 * Writes what frameworks and editors know of the elements, from custom-elements.json: `dist/typings` for Vue, Svelte and
 * Solid, `dist/angular` and `dist/react` (compiled by `ngc` and `tsc` in the same step), `dist/editors`. Run by `npm run build:typings`.
 */
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { elementsOf, readManifest } from '../manifest/manifest.ts';
import { writeAngular } from './angular.ts';
import { writeReactComponents } from './react-components.ts';
import { writeReactTags } from './react-tags.ts';
import { writeSolid } from './solid.ts';
import { writeSvelte } from './svelte.ts';
import { writeVue } from './vue.ts';

const writers = { solid: writeSolid, svelte: writeSvelte, vue: writeVue };
const dist = join(import.meta.dirname, '../../dist');

const manifest = await readManifest();
const elements = elementsOf(manifest);

await mkdir(join(dist, 'typings'), { recursive: true });
for (const [framework, write] of Object.entries(writers)) {
  await writeFile(join(dist, `typings/${framework}.d.ts`), write(elements));
  // So that \`import 'charter-elements/react'\` also holds where modules run.
  await writeFile(join(dist, `typings/${framework}.js`), 'export {};\n');
}

await mkdir(join(dist, 'angular'), { recursive: true });
await writeFile(join(dist, 'angular/index.ts'), writeAngular(elements));

for (const [name, text] of writeReactComponents(elements, manifest))
  await writeFile(join(dist, `react/${name}.ts`), text);
await writeFile(join(dist, 'react/tags.ts'), writeReactTags(elements));

const editors = { outdir: join(dist, 'editors'), hideLogs: true };
generateVsCodeCustomElementData(structuredClone(manifest) as never, {
  ...editors,
  htmlFileName: 'vscode.html-custom-data.json',
  cssFileName: 'vscode.css-custom-data.json',
});
generateJetBrainsWebTypes(structuredClone(manifest) as never, { ...editors, packageJson: false });

await keepOneOfEach(join(dist, 'editors/vscode.css-custom-data.json'));

/** Elements share custom properties and names of parts; an editor offers each once. */
async function keepOneOfEach(path: string): Promise<void> {
  const data = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  for (const [key, list] of Object.entries(data)) {
    if (!Array.isArray(list)) continue;
    const items = list as { name: string }[];
    data[key] = [...new Map(items.toReversed().map((item) => [item.name, item])).values()].reverse();
  }
  await writeFile(path, `${JSON.stringify(data, null, 2)}\n`);
}
