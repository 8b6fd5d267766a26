import { builtInNetworks, interfaceTexts } from '../built-in.ts';
import { sortFindings } from '../findings.ts';
import type { Finding, PathFinding } from '../findings.ts';
import type { OpenDocument } from '../source/open-document.ts';
import { checkCharter } from './charter-checks.ts';
import { checkNetworks } from './networks-checks.ts';
import { textsOf } from './texts-of.ts';
import { checkTexts, isRemark } from './texts-checks.ts';
import { checkTypography, isFrenchOfFrance } from './typography-checks.ts';

/** Everything to put right in a document, in the order of its file. */
export async function checkDocument(document: OpenDocument): Promise<Finding[]> {
  const { value, findings, kind } = document;
  if (value === undefined) return sortFindings(findings);
  const found = [...(await checkKind(document)), ...checkEveryText(document)];
  // What could not be read leaves a hole, which would be told of once more.
  const unread = new Set(findings.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  const isConsequence = ({ rule, line }: Finding): boolean =>
    (rule === 'incomplet' && unread.size > 0) ||
    ((rule === 'format' || rule === 'typographie') && unread.has(line));
  const located = found
    .map((finding) => document.locate(finding))
    .filter((finding) => !isConsequence(finding));
  return sortFindings([...findings, ...(kind === 'unknown' ? located.slice(0, 1) : located)]);
}

async function checkKind({ kind, value }: OpenDocument): Promise<PathFinding[]> {
  switch (kind) {
    case 'charter':
      return checkCharter(value);
    case 'networks':
      return checkNetworks(value, await builtInNetworks());
    case 'texts':
      return checkTexts(value, await interfaceTexts());
    default: {
      const message =
        'ce document n’est ni une charte, ni un fichier de réseaux, ni des textes : commencez-le par "schema": "charter/1" ou "networks/1"';
      return [{ severity: 'error', path: '$', rule: 'format', message }];
    }
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
