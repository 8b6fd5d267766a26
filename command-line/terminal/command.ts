import type { ParseArgsConfig } from 'node:util';
import type { Language } from '../messages/language.ts';
import type { CommandName, Mistake, MistakeWords } from '../messages/words.ts';

/** What a command ends with, for scripts and continuous integration. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An option, as `parseArgs` takes it. What `--help` says of it is with the other words. */
export interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** May be given several times: its value is then a list. */
  readonly isRepeated?: boolean;
}

/** Values of the options that were given. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Command {
  readonly name: CommandName;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  run(files: readonly string[], values: Values, language: Language): Promise<ExitCode>;
}

/** The command was not called as it can be: what the mistake is becomes words where they are written. The exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly mistake: Mistake;

  constructor(...[code, ...params]: MistakeArguments) {
    super(code);
    this.mistake = { code, params } as Mistake;
  }
}

/** A code, and what it has to say. */
type MistakeArguments = {
  [Code in keyof MistakeWords]: [code: Code, ...params: Parameters<MistakeWords[Code]>];
}[keyof MistakeWords];

/** Options that every command has. */
export const commonOptions = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} satisfies Record<string, Option>;

/** The options in the form of `parseArgs`. */
export function parsable(options: Readonly<Record<string, Option>>): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short, isRepeated = false }]) => [
      name,
      { type, multiple: isRepeated, ...(short !== undefined && { short }) },
    ]),
  );
}
