import { parseArgs } from 'node:util';
import { compile } from './commands/compile.ts';
import { conformance } from './commands/conformance.ts';
import { diff } from './commands/diff.ts';
import { digest } from './commands/digest.ts';
import { init } from './commands/init.ts';
import { texts } from './commands/texts.ts';
import { validate } from './commands/validate.ts';
import { languages } from './messages/language.ts';
import type { Language } from './messages/language.ts';
import { suggestionFor } from './messages/nearest.ts';
import { put } from './messages/same-codes.ts';
import { words } from './messages/words.ts';
import { UsageError, commonOptions, exitCodes, parsable } from './terminal/command.ts';
import type { Command, ExitCode, Option, Values } from './terminal/command.ts';
import { err, out, wrap } from './terminal/terminal.ts';
import { version } from './version.ts';

const commands: readonly Command[] = [init, compile, validate, digest, diff, texts, conformance];

/** The language that is spoken where none is asked for. */
const defaultLanguage: Language = 'fr';

/** Runs the command that the arguments name. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const asked = languageAsked(args);
  const language = languages.find((known) => known === asked) ?? defaultLanguage;
  try {
    if (asked !== language) throw new UsageError('unknown-language', { languages, given: asked });
    return await runIn(language, withoutLeadingLanguage(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { help, mistakes } = words[language];
    const told = put(mistakes, error.mistake);
    const end = told.endsWith('?') ? '' : '.';
    err.write(`${err.style('red', 'charter-elements')}${help.frame.separator}${told}${end}\n`);
    return exitCodes.usage;
  }
}

/** What `--lang` says, wherever it stands and whatever is wrong with the rest. */
function languageAsked(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  return typeof values.lang === 'string' ? values.lang : defaultLanguage;
}

/** `--lang en` may stand before the command too. */
function withoutLeadingLanguage([first, second, ...rest]: readonly string[]): readonly string[] {
  if (first === '--lang') return rest;
  const others = second === undefined ? rest : [second, ...rest];
  if (first === undefined || first.startsWith('--lang=')) return others;
  return [first, ...others];
}

async function runIn(language: Language, [name, ...rest]: readonly string[]): Promise<ExitCode> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return runCommand(command, rest, language);
  const [topic] = rest;
  if (name === 'help' && topic !== undefined && !topic.startsWith('-'))
    return runIn(language, [topic, '--help']);
  if (name === '--version') {
    out.write(`${version}\n`);
    return exitCodes.ok;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    out.write(globalHelp(language));
    return exitCodes.ok;
  }
  if (name === undefined) {
    err.write(globalHelp(language));
    return exitCodes.usage;
  }
  throw new UsageError('unknown-command', {
    name,
    ...suggestionFor(
      name,
      commands.map((known) => known.name),
    ),
  });
}

async function runCommand(command: Command, args: readonly string[], language: Language): Promise<ExitCode> {
  const options = { ...command.options, ...commonOptions };
  const { positionals, values } = parse(args, options);
  if (values['help']) {
    out.write(helpOf(command, options, language));
    return exitCodes.ok;
  }
  return await command.run(positionals, values, language);
}

/** Not strict, so that what is wrong is told by its token: parseArgs would tell it in a sentence. */
function parse(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): { positionals: string[]; values: Values } {
  const { positionals, values, tokens } = parseArgs({
    args: [...args],
    options: parsable(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token, options);
  return { positionals, values: values };
}

interface OptionToken {
  readonly name: string;
  /** As it was written: `-o`, `--output`. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, Option>>,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const names = Object.keys(options).map((known) => `--${known}`);
    throw new UsageError('unknown-option', { option: rawName, ...suggestionFor(rawName, names) });
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError('option-with-value', { option: rawName });
    return;
  }
  // What looks like an option is one, unless it is written --output=-o; a hyphen alone is the standard input.
  const isOption = inlineValue !== true && value !== undefined && value.length > 1 && value.startsWith('-');
  if (value === undefined || isOption) throw new UsageError('option-without-value', { option: rawName });
}

function globalHelp(language: Language): string {
  const { frame, commonOptions: shared, commands: said } = words[language].help;
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return `${[
    `${out.style('bold', 'charter-elements')} ${version}${frame.separator}${frame.motto}`,
    '',
    `${frame.usage}${frame.synopsis}`,
    '',
    frame.commands,
    ...commands.map(({ name }) => `  ${out.style('bold', name.padEnd(width))}${said[name].summary}`),
    '',
    frame.options,
    ...inColumns([
      [`--lang <${shared.lang.value}>`, shared.lang.help],
      ['--json', shared.json.help],
      ['-h, --help', frame['help-of-all']],
      ['--version', frame.version],
    ]),
    '',
    frame['standard-input'],
    frame['exit-codes'],
  ].join('\n')}\n`;
}

function helpOf(
  { name, examples }: Command,
  options: Readonly<Record<string, Option>>,
  language: Language,
): string {
  const { frame, commonOptions: shared, commands: said } = words[language].help;
  const { usage, summary, description, options: own } = said[name];
  const helps: Readonly<Record<string, { help: string; value?: string }>> = { ...own, ...shared };
  return `${[
    `${out.style('bold', `charter-elements ${name}`)}${frame.separator}${summary}`,
    '',
    `${frame.usage}charter-elements ${name} [options]${usage === '' ? '' : ` ${usage}`}`,
    '',
    ...description.flatMap((paragraph) => [wrap(paragraph), '']),
    frame.options,
    ...inColumns(
      Object.entries(options).map(([option, { short }]) => {
        const { help, value } = helps[option] ?? { help: '' };
        const long = `--${option}${value === undefined ? '' : ` <${value}>`}`;
        return [short === undefined ? long : `-${short}, ${long}`, help];
      }),
    ),
    '',
    frame.examples,
    ...examples.map((example) => `  ${example}`),
  ].join('\n')}\n`;
}

function inColumns(lines: readonly (readonly [label: string, help: string])[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, help]) => `  ${label.padEnd(width)}${help}`);
}
