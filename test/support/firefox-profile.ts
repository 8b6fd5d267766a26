import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What Firefox compiles of its own scripts at the first start of a profile, a third of the work of that start, and by
 * which it knows that they are of its version. Nothing of a person or of a page.
 */
const compiled = ['startupCache', 'compatibility.ini'];

/** Removes a profile; processes of the browser may still be ending. */
const remove = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** Where the compiled scripts of a Firefox are kept from one new profile to the next. */
function keptFolder(executablePath: string): string {
  const path = realpathSync(executablePath);
  const { mtimeMs, size } = statSync(path);
  const id = createHash('sha256').update([path, mtimeMs, size, process.getuid?.()].join()).digest('hex');
  return join(tmpdir(), `charter-firefox-${id.slice(0, 16)}`);
}

/** A new profile of Firefox, with the scripts that an earlier one has compiled. It is gone with this process. */
export function newFirefoxProfile(executablePath: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'charter-firefox-profile-'));
  process.once('exit', () => remove(folder));
  const kept = keptFolder(executablePath);
  if (existsSync(kept)) cpSync(kept, folder, { recursive: true });
  return folder;
}

/** Removes a new profile once its browser has ended; the first one that ends well leaves its compiled scripts. */
export function removeAfter(browser: ChildProcess, executablePath: string, folder: string): void {
  browser.once('exit', (code) => {
    const kept = keptFolder(executablePath);
    const hasAll = compiled.every((name) => existsSync(join(folder, name)));
    if (code === 0 && hasAll && !existsSync(kept)) {
      const copy = mkdtempSync(`${kept}-`);
      for (const name of compiled) cpSync(join(folder, name), join(copy, name), { recursive: true });
      try {
        renameSync(copy, kept);
      } catch {
        // Another process was first.
        remove(copy);
      }
    }
    remove(folder);
  });
}
