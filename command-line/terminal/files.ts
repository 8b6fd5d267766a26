import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { UsageError } from './command.ts';

/** Names what `-` stands for in messages. */
const standardInput = 'entrée standard';

/** A file's name and text; `-` reads the standard input. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** @throws UsageError when the file cannot be read. */
export async function readText(file: string): Promise<NamedText> {
  if (file === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { name: standardInput, text: decode(Buffer.concat(chunks), standardInput) };
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new UsageError(`impossible de lire ${file} : ${explain(error)}`);
  }
  return { name: file, text: decode(bytes, file) };
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `${name} n’est pas en UTF-8 : enregistrez le fichier de nouveau en choisissant l’encodage UTF-8`,
    );
  }
}

/**
 * Writes a file, its folders too.
 *
 * @param options.overwrites - Otherwise a file that is there stays, and that is an error.
 * @throws UsageError when the file cannot be written.
 */
export async function writeText(
  file: string,
  text: string,
  { overwrites }: { overwrites: boolean },
): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: overwrites ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(`impossible d’écrire ${file} : ${explain(error)}`);
  }
}

function explain(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'ce fichier n’existe pas';
    case 'EISDIR':
      return 'c’est un dossier';
    case 'EEXIST':
      return 'il existe déjà (--force le remplace)';
    case 'ENOTDIR':
      return 'un fichier porte déjà le nom de ce dossier';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'vous n’en avez pas le droit';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
