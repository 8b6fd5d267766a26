import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import type { FileFault } from '../messages/fr-mistakes.ts';
import { UsageError } from './command.ts';

/** The name of the standard input. */
export const standardInput = '-';

/** A file's name and text; `-` reads the standard input. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** @throws UsageError when the file cannot be read. */
export async function readText(file: string): Promise<NamedText> {
  if (file === standardInput) {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { name: standardInput, text: decode(Buffer.concat(chunks), standardInput) };
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new UsageError('unreadable-file', { file, ...explain(error) });
  }
  return { name: file, text: decode(bytes, file) };
}

function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('not-utf-8', { file: name });
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
    throw new UsageError('unwritable-file', { file, ...explain(error) });
  }
}

const faults: Readonly<Record<string, FileFault>> = {
  ENOENT: 'missing',
  EISDIR: 'folder',
  EEXIST: 'exists',
  ENOTDIR: 'not-a-folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
};

function explain(error: unknown): { fault: FileFault | undefined; said: string } {
  const { code = '' } = error as NodeJS.ErrnoException;
  return { fault: faults[code], said: error instanceof Error ? error.message : String(error) };
}
