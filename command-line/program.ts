import { parseArgs } from 'node:util';
import { compile } from './commands/compile.ts';
import { conformance } from './commands/conformance.ts';
import { diff } from './commands/diff.ts';
import { digest } from './commands/digest.ts';
import { init } from './commands/init.ts';
import { texts } from './commands/texts.ts';
import { validate } from './commands/validate.ts';
import { suggest } from './messages/fr-details.ts';
import { suggestionFor } from './messages/nearest.ts';
import { UsageError, commonOptions, exitCodes, parsable } from './terminal/command.ts';
import type { Command, ExitCode, Option, Values } from './terminal/command.ts';
import { err, out, wrap } from './terminal/terminal.ts';
import { version } from './version.ts';

const commands: readonly Command[] = [init, compile, validate, digest, diff, texts, conformance];

/** Runs the command that the arguments name. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return await runCommand(command, rest);
    return await runWithoutCommand(name, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const end = error.message.endsWith('?') ? '' : '.';
    err.write(`${err.style('red', 'charter-elements')} : ${error.message}${end}\n`);
    return exitCodes.usage;
  }
}

async function runWithoutCommand(name: string | undefined, rest: readonly string[]): Promise<ExitCode> {
  const [topic] = rest;
  if (name === 'help' && topic !== undefined) return run([topic, '--help']);
  if (name === '--version') {
    out.write(`${version}\n`);
    return exitCodes.ok;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    out.write(globalHelp());
    return exitCodes.ok;
  }
  if (name === undefined) {
    err.write(globalHelp());
    return exitCodes.usage;
  }
  const names = commands.map((command) => command.name);
  throw new UsageError(
    `la commande « ${name} » n’existe pas (voir --help) : ${suggest(suggestionFor(name, names))}`,
  );
}

async function runCommand(command: Command, args: readonly string[]): Promise<ExitCode> {
  const options = { ...command.options, ...commonOptions };
  const { positionals, values } = parse(args, options);
  if (values['help']) {
    out.write(helpOf(command, options));
    return exitCodes.ok;
  }
  return await command.run(positionals, values);
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
    throw new UsageError(`l’option ${rawName} n’existe pas : ${suggest(suggestionFor(rawName, names))}`);
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`l’option ${rawName} n’attend pas de valeur`);
    return;
  }
  // What looks like an option is one, unless it is written --output=-o; a hyphen alone is the standard input.
  const isOption = inlineValue !== true && value !== undefined && value.length > 1 && value.startsWith('-');
  if (value === undefined || isOption) throw new UsageError(`l’option ${rawName} attend une valeur`);
}

function globalHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return `${[
    `${out.style('bold', 'charter-elements')} ${version} : votre charte, vos mots`,
    '',
    'Usage : charter-elements <commande> [options] [fichiers]',
    '',
    'Commandes :',
    ...commands.map(({ name, summary }) => `  ${out.style('bold', name.padEnd(width))}${summary}`),
    '',
    'Options :',
    '  --lang <fr|en> donne la langue de ce qui est à corriger (fr par défaut)',
    '  --json         écrit le résultat en JSON, pour un script',
    '  -h, --help     affiche l’aide ; après une commande, celle de la commande',
    '  --version      affiche la version',
    '',
    'Le nom de fichier « - » lit l’entrée standard. Sans NO_COLOR et dans un terminal, les messages sont en couleur.',
    'Codes de sortie : 0 tout va bien, 1 il y a quelque chose à corriger (ou une différence), 2 la commande est mal écrite, ou l’adresse injoignable.',
  ].join('\n')}\n`;
}

function helpOf(
  { name, usage, summary, description, examples }: Command,
  options: Readonly<Record<string, Option>>,
): string {
  const labels = Object.entries(options).map(([option, { short, value }]) => {
    const long = `--${option}${value === undefined ? '' : ` <${value}>`}`;
    return short === undefined ? long : `-${short}, ${long}`;
  });
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  return `${[
    `${out.style('bold', `charter-elements ${name}`)} : ${summary}`,
    '',
    `Usage : charter-elements ${name} [options]${usage === '' ? '' : ` ${usage}`}`,
    '',
    ...description.flatMap((paragraph) => [wrap(paragraph), '']),
    'Options :',
    ...Object.values(options).map(({ help }, index) => `  ${labels[index]!.padEnd(width)}${help}`),
    '',
    'Exemples :',
    ...examples.map((example) => `  ${example}`),
  ].join('\n')}\n`;
}
