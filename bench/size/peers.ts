import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipped } from '../../build/packages/bundles.ts';

const modules = join(import.meta.dirname, '../node_modules');

/** What a page would download to show a text and take an assent with another library, as it is published minified. */
const files: Readonly<Record<string, readonly string[]>> = {
  'Form.io': ['@formio/js/dist/formio.form.min.js', '@formio/js/dist/formio.form.min.css'],
  SurveyJS: [
    'survey-core/survey.core.min.js',
    'survey-core/i18n/french.min.js',
    'survey-core/survey-core.min.css',
    'survey-js-ui/survey-js-ui.min.js',
  ],
  Klaro: ['klaro/dist/klaro.js'],
  tarteaucitron: [
    'tarteaucitronjs/tarteaucitron.min.js',
    'tarteaucitronjs/tarteaucitron.services.min.js',
    'tarteaucitronjs/lang/tarteaucitron.fr.min.js',
    'tarteaucitronjs/css/tarteaucitron.min.css',
  ],
  'vanilla-cookieconsent': [
    'vanilla-cookieconsent/dist/cookieconsent.umd.js',
    'vanilla-cookieconsent/dist/cookieconsent.css',
  ],
  Orejime: ['orejime/dist/orejime-standard-fr.js', 'orejime/dist/orejime-standard.css'],
};

/** Bytes after gzip of each peer, every file by itself as a server sends it. */
export async function weighPeers(): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, paths]) => {
      const sizes = await Promise.all(
        paths.map(async (path) => gzipped(await readFile(join(modules, path), 'utf8'))),
      );
      return { name, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    }),
  );
}
