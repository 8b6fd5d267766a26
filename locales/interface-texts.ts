/**
 * The texts of the interface and their translations, with @lit/localize-tools: `npm run localize:extract` brings
 * locales/<language>.xlf up to date with the sources, `npm run localize:build` writes src/localization/generated from
 * them. Called as a library, and not by its command, for what the command does not do: plural forms that French has
 * not, regional variants, targets that are out of date.
 */
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import type { ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pluralForms } from './plural-forms.ts';
import { markStale, readUnits, textOf } from './xliff.ts';
import type { Contents } from './xliff.ts';

const root = dirname(import.meta.dirname);
const config = readConfigFileAndWriteSchema(join(root, 'lit-localize.json')) as RuntimeLitLocalizer['config'];
if (config.interchange.format !== 'xliff')
  throw new Error('lit-localize.json: interchange.format is not xliff');

export const sourceLanguage = config.sourceLocale;
export const languages: readonly string[] = config.targetLocales;
export const xliffFolder = config.resolve(config.interchange.xliffDir);
export const generatedFolder = config.resolve(config.output.outputDir);

/** Whether a language is a variant of French: its file holds only what is said otherwise there. */
export const isRegional = (language: string): boolean => language.startsWith(`${sourceLanguage}-`);

let extracted: readonly ProgramMessage[] | undefined;

/**
 * The texts in the code, sorted by id; `${0}`, `${1}`… stand for the values.
 *
 * @throws Error that names the messages which cannot be extracted, and why.
 */
export function sourceTexts(): readonly ProgramMessage[] {
  if (extracted) return extracted;
  const { messages, errors } = new RuntimeLitLocalizer(config).extractSourceMessages();
  if (errors.length > 0) {
    const reasons = errors.map(({ messageText }) =>
      typeof messageText === 'string' ? messageText : messageText.messageText,
    );
    throw new Error(`Texts could not be extracted:\n${reasons.join('\n')}`);
  }
  extracted = messages.map(withNumberedValues).sort((a, b) => (a.name < b.name ? -1 : 1));
  return extracted;
}

/** The texts to translate into a language: those of the code, in all plural forms of the language. */
export function textsFor(language: string): readonly ProgramMessage[] {
  return sourceTexts().flatMap((message) => {
    if (!message.name.endsWith('.other') || isRegional(language)) return [message];
    const forms = pluralForms(language).filter(({ form }) => form !== 'one' && form !== 'other');
    const others = forms.map(({ form, examples }) => ({
      ...message,
      name: message.name.replace(/other$/, form),
      desc: `${message.desc ?? ''}. Plural form “${form}”, for ${examples}`,
    }));
    return [...others, message];
  });
}

/** Brings the XLIFF files of a folder up to date. Targets whose source has changed become `needs-translation`. */
export async function extractTexts(folder = xliffFolder): Promise<void> {
  for (const language of languages) {
    const path = join(folder, `${language}.xlf`);
    const before = existsSync(path) ? readUnits(await readFile(path, 'utf8')) : [];
    const targets = new Set(before.filter(({ target }) => target !== undefined).map(({ id }) => id));
    const texts = textsFor(language).filter(({ name }) => !isRegional(language) || targets.has(name));
    await new LanguageLocalizer(language, texts, folder).writeInterchangeFiles();
    const sources = new Map(before.map(({ id, source }) => [id, source]));
    const isStale = (id: string, source: string): boolean => sources.has(id) && sources.get(id) !== source;
    await writeFile(path, markStale(await readFile(path, 'utf8'), isStale));
  }
}

/** Writes one module for each language, with what is translated and nothing else, and the list of all ids. */
export async function buildTexts(folder = generatedFolder): Promise<void> {
  for (const language of languages) {
    const units = readUnits(await readFile(join(xliffFolder, `${language}.xlf`), 'utf8'));
    const translated = new Set(units.filter(({ target }) => target !== undefined).map(({ id }) => id));
    const texts = textsFor(language).filter(({ name }) => translated.has(name));
    await new LanguageLocalizer(language, texts, xliffFolder, folder).build();
    await importLess(join(folder, `${language}.ts`));
  }
  const known = sourceTexts().map(({ name, contents }) => [name, countValues(contents)]);
  await writeFile(
    join(folder, 'known-texts.ts'),
    `// Generated from the texts in src.\n\n/** How many values each text has, by id. */\n` +
      `export const knownTexts: Readonly<Record<string, number>> = ${JSON.stringify(Object.fromEntries(known), null, 2)};\n`,
  );
}

/** The index of @lit/localize brings its whole runtime along, of which the elements use none. */
async function importLess(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace("from '@lit/localize'", "from '@lit/localize/internal/str-tag.js'"));
}

export const countValues = (contents: Contents): number =>
  contents.filter((part) => typeof part !== 'string').length;

/** One language at a time, with texts that are already extracted. */
class LanguageLocalizer extends RuntimeLitLocalizer {
  readonly #texts: readonly ProgramMessage[];

  constructor(
    language: string,
    texts: readonly ProgramMessage[],
    xliffDir: string,
    outputDir = generatedFolder,
  ) {
    super({
      ...config,
      targetLocales: [language as Locale],
      interchange: { format: 'xliff', xliffDir },
      output: { ...config.output, outputDir },
    });
    this.#texts = texts;
  }

  override extractSourceMessages(): ReturnType<RuntimeLitLocalizer['extractSourceMessages']> {
    return { messages: [...this.#texts], errors: [] };
  }

  /** The plural form of “one” may say its number in words: what may be missing is checked in test/localization. */
  override assertTranslationsAreValid(): void {
    const { translations } = this.readTranslationsSync();
    const counts = new Map(this.#texts.map(({ name, contents }) => [name, countValues(contents)]));
    for (const { name, contents } of [...translations.values()].flat())
      for (const part of contents)
        if (
          typeof part !== 'string' &&
          (part.index >= (counts.get(name) ?? 0) || part.untranslatable !== `\${${part.index}}`)
        )
          throw new Error(
            `${this.config.targetLocales.join()}.xlf, ${name}: there is no value ${part.untranslatable} in the source`,
          );
  }

  override async writeInterchangeFiles(): Promise<void> {
    const { translations } = this.readTranslationsSync();
    await this.formatter.writeOutput([...this.#texts], translations);
  }
}

/** The code of a value is of no use to a translator, and would make a translation stale when it is refactored. */
function withNumberedValues(message: ProgramMessage): ProgramMessage {
  const contents = message.contents.map((part) => {
    if (typeof part === 'string') return part;
    if (!/^\$\{[^]*\}$/.test(part.untranslatable))
      throw new Error(
        `${message.name}: markup in a text (${part.untranslatable}); give it as a value instead`,
      );
    return { ...part, untranslatable: `\${${part.index}}` };
  });
  if (/[&<>]/.test(textOf(contents)))
    throw new Error(`${message.name}: lit-localize would show &, < and > as entities; say it otherwise`);
  return { ...message, contents };
}
