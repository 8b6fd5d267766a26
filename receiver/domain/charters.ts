import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareVersions, readCharter } from 'charter-elements/charter';
import type { Charter, LoadedCharter } from 'charter-elements/charter';

/** A charter document that people can be asked to sign. Its digest was computed here, over this copy. */
export interface KeptCharter extends LoadedCharter {
  /** The document exactly as it stands in its file. */
  readonly text: string;
  readonly file: string;
}

/** The documents kept, by id, version and locale. */
export class CharterLibrary {
  /** Newest version first; the locales of a version in alphabetical order. */
  readonly documents: readonly KeptCharter[];

  /** @throws Error when two files hold the same id, version and locale. */
  constructor(documents: readonly KeptCharter[]) {
    this.documents = documents.toSorted(
      ({ charter: a }, { charter: b }) =>
        compareVersions(b.version, a.version) || a.locale.localeCompare(b.locale, 'en'),
    );
    const files = new Map<string, string>();
    for (const { charter, file } of documents) {
      const name = nameOf(charter);
      const other = files.get(name);
      if (other !== undefined) {
        throw new Error(
          `${other} and ${file} are both ${name}. Give one of them another version, or remove it.`,
        );
      }
      files.set(name, file);
    }
  }

  get ids(): string[] {
    return [...new Set(this.documents.map(({ charter }) => charter.id))].sort();
  }

  /** Every document of a charter, newest version first. */
  of(id: string): KeptCharter[] {
    return this.documents.filter(({ charter }) => charter.id === id);
  }

  find(id: string, version: string, locale: string): KeptCharter | undefined {
    return this.of(id).find(({ charter }) => charter.version === version && charter.locale === locale);
  }

  /** The newest document of a charter when it is newer than a version, in this locale where there is one, else in French. */
  newerThan(id: string, version: string, locale: string): KeptCharter | undefined {
    const [newest] = this.of(id);
    if (!newest || !(compareVersions(newest.charter.version, version) > 0)) return undefined;
    const { version: newer } = newest.charter;
    return this.find(id, newer, locale) ?? this.find(id, newer, 'fr') ?? newest;
  }
}

/**
 * Reads every charter of a folder of JSON files; other documents among them are left alone.
 *
 * @throws Error saying which file is wrong, where and why.
 */
export async function loadCharters(folder: string): Promise<CharterLibrary> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    throw new Error(`The folder of charters ${folder} cannot be read. Set CHARTERS_DIR to one that can.`, {
      cause,
    });
  }
  const documents = await Promise.all(names.map((name) => readDocument(join(folder, name))));
  const charters = documents.filter((document) => document !== undefined);
  if (charters.length === 0) {
    throw new Error(`${folder} holds no charter: put a JSON file with "schema": "charter/1" there.`);
  }
  return new CharterLibrary(charters);
}

async function readDocument(file: string): Promise<KeptCharter | undefined> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
  if ((document as { schema?: unknown } | null)?.schema !== 'charter/1') return undefined;
  return { ...(await readCharter(document, file)), text, file };
}

/** A document's name for messages: `social-media 1.0.0 (fr)`. */
export function nameOf({ id, version, locale }: Pick<Charter, 'id' | 'version' | 'locale'>): string {
  return `${id} ${version} (${locale})`;
}
