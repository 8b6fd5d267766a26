/**
 * `npm run bench`: size and speed beside peers and floors of the same run, written to results.json, RESULTS.md,
 * docs/figures.md and README.
 *
 * `npm run bench -- size growth` runs these alone: their rows are replaced, the others stay as they were measured.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeMachine } from '../test/support/machine.ts';
import { writeTable } from '../build/marked-document.ts';
import { capacityOf } from './support/capacity.ts';
import { headlinesOf, summaryOf, tableOf } from './support/table.ts';
import type { Part } from './support/table.ts';
import { suites } from './suites.ts';

const file = join(import.meta.dirname, 'results.json');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose among ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

// The peers are installed for the benchmark alone.
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: import.meta.dirname, stdio: 'inherit' });
}

const parts = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Record<string, Part>) : {};
for (const [name, open] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = performance.now();
  const results = await (await open())((line) => console.log(line));
  const seconds = Math.round((performance.now() - start) / 1000);
  parts[name] = { date: new Date().toISOString(), seconds, machine: describeMachine(), results };
  // After each part: one that fails later loses nothing.
  await writeFile(file, `${JSON.stringify(parts, null, 2)}\n`);
}

const measured = Object.keys(suites).flatMap((name) => parts[name] ?? []);
console.log(`\n${tableOf(measured)}`);
await writeTable('bench', tableOf(measured), 'bench/RESULTS.md');
await writeTable('bench', summaryOf(measured), 'docs/figures.md');
await writeTable('bench', headlinesOf(measured), 'README.md');
if (parts['receiver']) await writeTable('capacity', capacityOf(parts['receiver']), 'docs/scaling.md');
// Browsers and servers end with this process.
process.exit();
