import { DocumentError, charterSchema, compareVersions, parseCharter } from 'charter-elements/charter';
import type { Charter } from 'charter-elements/charter';
import type { Identified } from '../messages/finding-codes.ts';
import { foundIn } from '../messages/findings.ts';
import type { PathFinding } from '../messages/findings.ts';
import { misspelledNames, schemaFindings } from './schema-findings.ts';
import { textsOf } from './texts-of.ts';

const lists = [
  ['sections', 'section'],
  ['practices', 'practice'],
  ['statements', 'statement'],
] as const;

/** What a check has found, with the charter where the document is one. */
export interface CheckedCharter {
  readonly findings: readonly PathFinding[];
  readonly charter?: Charter;
}

/** What is wrong with a charter, typography aside. */
export function checkCharter(value: unknown): CheckedCharter {
  const findings: PathFinding[] = [...findRepeatedIds(value)];
  let charter: Charter | undefined;
  try {
    charter = parseCharter(value);
    findings.push(...checkContent(charter));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    findings.push(...schemaFindings(error));
  }
  findings.push(...misspelledNames(charterSchema, value));
  return charter ? { findings, charter } : { findings };
}

function* findRepeatedIds(value: unknown): Generator<PathFinding> {
  for (const [name, what] of lists) {
    yield* repeatedIds((value as Record<string, unknown> | null)?.[name], `$.${name}`, what);
  }
}

/** Each item whose id another one before it has. */
export function* repeatedIds(items: unknown, path: string, what: Identified): Generator<PathFinding> {
  const seen = new Set<unknown>();
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const id = (item as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') continue;
    if (seen.has(id)) {
      yield foundIn(`${path}[${index}].id`, 'id-taken', { what, id });
    }
    seen.add(id);
  }
}

const vagueWords =
  /^(?:cliquez |cliquer )?(?:ici|là|lien|ce lien|en savoir plus|lire la suite|suite)[\s.…]*$/iu;

function* checkContent(charter: Charter): Generator<PathFinding> {
  const { version, history, issuer, locale } = charter;
  if (history && !history.some((entry) => compareVersions(entry.version, version) === 0))
    yield foundIn('$.version', 'history-lacks-version', { version });
  for (const [index, entry] of (history ?? []).entries()) {
    if (compareVersions(entry.version, version) > 0)
      yield foundIn(`$.history[${index}].version`, 'history-later', { version });
  }
  for (const [index, { since }] of charter.sections.entries()) {
    if (since !== undefined && compareVersions(since, version) > 0)
      yield foundIn(`$.sections[${index}].since`, 'since-later', { since, version });
  }
  if (issuer?.name === 'L’établissement' || issuer === undefined)
    yield foundIn('$.issuer.name', 'no-issuer', {});
  if (charter.statements?.length === 0) yield foundIn('$.statements', 'no-statement', {});
  if (/^fr/i.test(locale)) yield* vagueLinks(charter);
  yield* bareAddresses(charter);
}

/** Links whose words say nothing out of their sentence, as a screen reader lists them. */
function* vagueLinks(charter: Charter): Generator<PathFinding> {
  for (const { path } of textsOf(charter)) {
    const value = at(charter, path);
    for (const [index, run] of (Array.isArray(value) ? value : []).entries()) {
      const { link, text } = run as { link?: unknown; text?: unknown };
      if (typeof link !== 'string' || typeof text !== 'string' || !vagueWords.test(text.trim())) continue;
      yield foundIn(`${path}[${index}].text`, 'vague-link', { text });
    }
  }
}

/** Addresses that the writer may take for links, where a text can hold one. */
function* bareAddresses(charter: Charter): Generator<PathFinding> {
  for (const { path } of textsOf(charter)) {
    if (/^\$\.(?:statements|sources)|\.(?:title|name|label|group|cite|code|article)$/.test(path)) continue;
    const value = at(charter, path);
    for (const run of Array.isArray(value) ? value : [value]) {
      const address = typeof run === 'string' ? /https:\/\/[^\s»)]+/.exec(run)?.[0] : undefined;
      if (address === undefined) continue;
      yield foundIn(path, 'bare-address', { address });
    }
  }
}

/** The value at a JSON path. */
function at(value: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]$]+/g) ?? [];
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value);
}
