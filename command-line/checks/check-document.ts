import type { Charter } from 'charter-elements/charter';
import { foundIn, sortFindings } from '../messages/findings.ts';
import type { Finding, PathFinding } from '../messages/findings.ts';
import type { OpenDocument } from '../source/open-document.ts';
import { isFrenchOfFrance } from '../typography/french-typography.ts';
import { builtInNetworks, interfaceTexts } from './built-in.ts';
import { checkCharter } from './charter-checks.ts';
import type { CheckedCharter } from './charter-checks.ts';
import { checkNetworks } from './networks-checks.ts';
import { checkTexts, isRemark } from './texts-checks.ts';
import { textsOf } from './texts-of.ts';
import { checkTypography } from './typography-checks.ts';

/** A document that was checked. */
export interface CheckedDocument {
  /** Everything to put right, in the order of the file. */
  readonly findings: readonly Finding[];
  /** The charter, where the document is one and nothing keeps it from being shown. */
  readonly charter?: Charter;
}

/** Checks a document, which is validated once. */
export async function checkDocument(document: OpenDocument): Promise<CheckedDocument> {
  const { value, findings, kind } = document;
  if (value === undefined) return { findings: sortFindings(findings) };
  const { findings: ofKind, charter } = await checkKind(document);
  const found = [...ofKind, ...checkEveryText(document)];
  // What could not be read leaves a hole, which would be told of once more.
  const unread = new Set(findings.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  const isConsequence = ({ rule, line }: Finding): boolean =>
    (rule === 'incomplet' && unread.size > 0) ||
    ((rule === 'format' || rule === 'typographie') && unread.has(line));
  const located = found
    .map((finding) => document.locate(finding))
    .filter((finding) => !isConsequence(finding));
  const all = sortFindings([...findings, ...(kind === 'unknown' ? located.slice(0, 1) : located)]);
  const isUsable = charter !== undefined && !all.some(({ severity }) => severity === 'error');
  return isUsable ? { findings: all, charter } : { findings: all };
}

async function checkKind({ kind, value }: OpenDocument): Promise<CheckedCharter> {
  switch (kind) {
    case 'charter':
      return checkCharter(value);
    case 'networks':
      return { findings: checkNetworks(value, await builtInNetworks()) };
    case 'texts':
      return { findings: checkTexts(value, await interfaceTexts()) };
    default:
      return { findings: [foundIn('$', 'unknown-document', {})] };
  }
}

function* checkEveryText({ kind, value, language, written }: OpenDocument): Generator<PathFinding> {
  if (kind === 'texts') {
    if (language !== undefined && !isFrenchOfFrance(language)) return;
    // A value is a word or a number: typography around it counts.
    for (const [id, text] of Object.entries(value as Record<string, unknown>)) {
      if (typeof text === 'string' && !isRemark(id)) {
        const filled = text.replaceAll(/\$\{\d+\}/g, (mark) => '0'.repeat(mark.length));
        yield* checkTypography(filled, `$.${id}`);
      }
    }
  } else if (kind !== 'unknown' && isFrenchOfFrance((value as { locale?: unknown }).locale)) {
    for (const { path, text } of textsOf(value)) yield* checkTypography(text, path, written(path));
  }
}
