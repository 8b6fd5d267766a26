import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Charter } from '../../src/charter/charter.ts';
import { plainText } from '../../src/charter/plain-text.ts';
import { bundle } from '../support/bundle.ts';
import type { Files } from '../support/bundle.ts';
import { charterHTML, escape } from './charter-html.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Who shows the charter and its form; each has its page, `/<name>.html`. `fallback` is ours too, with the text and a plain
 * form within the elements, where they are seen until the script has loaded.
 */
export const contenders = ['ours', 'fallback', 'static', 'surveyjs', 'formio'] as const;
export type Contender = (typeof contenders)[number];

/** What is looked for on the screen: the charter's title, and the last paragraph of its first section. */
export interface Markers {
  readonly title: string;
  readonly paragraph: string;
}

/** Every page with what it loads; needs `npm run build`. */
export async function pagesOf(): Promise<{ files: Files; markers: Markers }> {
  const json = await readFile(join(root, 'dist/content/charter.fr.json'), 'utf8');
  const charter = JSON.parse(json) as Charter;
  const paragraph = charter.sections[0]!.body.findLast(({ type }) => type === 'paragraph')!;
  return {
    files: {
      ...(await standaloneFiles()),
      '/charter.json': json,
      '/ours.html': page(oursHead, oursBody),
      '/fallback.html': page(`${oursHead}${staticHead}`, fallbackBody(charter)),
      '/static.html': page(staticHead, `<main>${charterHTML(charter)}${staticForm(charter)}</main>`),
      ...(await bundle('surveyjs', surveyJS(charter))),
      '/surveyjs.html': page(bundled('surveyjs'), '<main id="app"></main>'),
      ...(await bundle('formio', formio(charter))),
      '/formio.html': page(bundled('formio'), '<main id="app"></main>'),
    },
    markers: { title: charter.title, paragraph: plainText((paragraph as { text: string }).text) },
  };
}

async function standaloneFiles(): Promise<Files> {
  const files: Record<string, Uint8Array> = {};
  for await (const path of glob(join(root, 'dist/standalone/*.js')))
    files[`/charter/${basename(path)}`] = await readFile(path);
  return files;
}

function page(head: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charte</title><link rel="icon" href="data:,">
${head}</head>
<body>${body}</body>
</html>`;
}

/** As README and docs/intranet.md recommend. */
const oursHead = `<script type="module" src="/charter/charter-elements.js"></script>
<link rel="preload" as="fetch" href="/charter.json" crossorigin>
`;
const oursBody = `<charter-viewer id="charter" src="/charter.json"></charter-viewer>
<charter-acknowledgement for="charter" endpoint="/api/signatures"></charter-acknowledgement>`;

const fallbackBody = (charter: Charter): string =>
  oursBody
    .replace('</charter-viewer>', () => `${charterHTML(charter)}</charter-viewer>`)
    .replace('</charter-acknowledgement>', () => `${staticForm(charter)}</charter-acknowledgement>`);

const staticHead = `<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem; }
main { display: grid; gap: 2rem; max-inline-size: 60rem; }
label { display: block; margin-block: .5rem; }
</style>
`;

function staticForm({ statements = [] }: Charter): string {
  return `<form method="post" action="/api/signatures"><h2>Signer la charte</h2>
<label>Nom et prénom <input name="signer.name" autocomplete="name" required></label>
${statements.map(({ id, text }) => `<label><input type="checkbox" name="statements" value="${id}"> ${escape(text)}</label>`).join('\n')}
<button>Signer</button></form>`;
}

const bundled = (name: Contender): string =>
  `<link rel="stylesheet" href="/${name}.css">\n<script type="module" src="/${name}.js"></script>\n`;

function surveyJS(charter: Charter): string {
  const model = {
    elements: [
      { type: 'html', name: 'charter', html: charterHTML(charter) },
      { type: 'text', name: 'name', title: 'Nom et prénom', autocomplete: 'name', isRequired: true },
      ...(charter.statements ?? []).map(({ id, text }) => ({
        type: 'checkbox',
        name: id,
        titleLocation: 'hidden',
        choices: [{ value: id, text }],
      })),
    ],
  };
  return `import 'survey-core/survey-core.fontless.min.css';
import { Model, surveyLocalization } from 'survey-core';
import 'survey-core/i18n/french';
import 'survey-js-ui';
surveyLocalization.defaultLocale = 'fr';
new Model(${JSON.stringify(model)}).render(document.getElementById('app'));`;
}

function formio(charter: Charter): string {
  const form = {
    display: 'form',
    components: [
      { type: 'htmlelement', key: 'charter', tag: 'div', content: charterHTML(charter), input: false },
      { type: 'textfield', key: 'name', label: 'Nom et prénom', input: true, validate: { required: true } },
      ...(charter.statements ?? []).map(({ id, text }) => ({
        type: 'checkbox',
        key: id,
        label: text,
        input: true,
      })),
      { type: 'button', key: 'submit', label: 'Signer', action: 'submit', input: true },
    ],
  };
  return `import 'bootstrap/dist/css/bootstrap.min.css';
import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
Formio.createForm(document.getElementById('app'), ${JSON.stringify(form)}, { language: 'fr' });`;
}
