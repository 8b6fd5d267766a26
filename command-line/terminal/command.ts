import type { ParseArgsConfig } from 'node:util';
import { languages } from '../messages/language.ts';
import type { Language } from '../messages/language.ts';

/** What a command ends with, for scripts and continuous integration. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An option, as `parseArgs` takes it, with what `--help` says of it. */
export interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** May be given several times: its value is then a list. */
  readonly isRepeated?: boolean;
  /** Name of the value, for `--help`. */
  readonly value?: string;
  readonly help: string;
}

/** Values of the options that were given. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Command {
  readonly name: string;
  /** The arguments, for `--help`: `<fichier>…`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Paragraphs for the help of the command. */
  readonly description: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(files: readonly string[], values: Values): Promise<ExitCode>;
}

/** The command was not called as it can be: the message says how, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options that every command has. */
export const commonOptions = {
  lang: { type: 'string', value: 'fr|en', help: 'langue de ce qui est à corriger : fr (par défaut) ou en' },
  json: { type: 'boolean', help: 'écrit le résultat en JSON, pour un script' },
  help: { type: 'boolean', short: 'h', help: 'affiche cette aide' },
} satisfies Record<string, Option>;

/**
 * The language that `--lang` names.
 *
 * @throws UsageError when it is none of those.
 */
export function languageOf({ lang = 'fr' }: Values): Language {
  const language = languages.find((known) => known === lang);
  if (!language) throw new UsageError(`--lang attend ${languages.join(' ou ')}, pas « ${String(lang)} »`);
  return language;
}

/** The options in the form of `parseArgs`. */
export function parsable(options: Readonly<Record<string, Option>>): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short, isRepeated = false }]) => [
      name,
      { type, multiple: isRepeated, ...(short !== undefined && { short }) },
    ]),
  );
}
