import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../fixtures');

export function readFixtureText(path: string): Promise<string> {
  return readFile(join(fixtures, path), 'utf8');
}

export async function readFixture<T = unknown>(path: string): Promise<T> {
  return JSON.parse(await readFixtureText(path)) as T;
}
