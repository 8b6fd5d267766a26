import { DocumentError, charterSchema, compareVersions, parseCharter } from 'charter-elements/charter';
import type { Charter } from 'charter-elements/charter';
import type { PathFinding } from '../findings.ts';
import { misspelledNames, translateProblem } from './schema-messages.ts';
import { textsOf } from './texts-of.ts';

const lists = [
  ['sections', 'section'],
  ['practices', 'bonne pratique'],
  ['statements', 'engagement'],
] as const;

/** What is wrong with a charter, typography aside. */
export function checkCharter(value: unknown): PathFinding[] {
  const findings: PathFinding[] = [...findRepeatedIds(value)];
  try {
    findings.push(...checkContent(parseCharter(value)));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    findings.push(...schemaFindings(error));
  }
  for (const found of misspelledNames(charterSchema, value)) {
    findings.push({ severity: 'warning', rule: 'nom-inconnu', ...found });
  }
  return findings;
}

/** The problems of a document with its schema. Repeated ids are left out: they are told one by one. */
export function schemaFindings(error: DocumentError): PathFinding[] {
  return error.problems
    .filter(({ message }) => !/is used twice$/.test(message))
    .map(({ path, message }) => ({
      severity: 'error',
      path,
      rule: /^this is missing$|\bis empty$|has no section$|^no audience/.test(message)
        ? 'incomplet'
        : 'format',
      message: translateProblem(path, message),
    }));
}

function* findRepeatedIds(value: unknown): Generator<PathFinding> {
  for (const [name, what] of lists) {
    yield* repeatedIds((value as Record<string, unknown> | null)?.[name], `$.${name}`, what);
  }
}

/** Each item whose id another one before it has. */
export function* repeatedIds(items: unknown, path: string, what: string): Generator<PathFinding> {
  const seen = new Set<unknown>();
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const id = (item as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') continue;
    if (seen.has(id)) {
      const message = `l’identifiant « ${id} » est déjà celui d’une autre ${what} : donnez-en un autre`
        .replace('une autre engagement', 'un autre engagement')
        .replace('une autre réglage', 'un autre réglage')
        .replace('une autre réseau', 'un autre réseau');
      yield { severity: 'error', path: `${path}[${index}].id`, rule: 'identifiant-en-double', message };
    }
    seen.add(id);
  }
}

const vagueWords =
  /^(?:cliquez |cliquer )?(?:ici|là|lien|ce lien|en savoir plus|lire la suite|suite)[\s.…]*$/iu;

function* checkContent(charter: Charter): Generator<PathFinding> {
  const { version, history, issuer, locale } = charter;
  const warn = (path: string, rule: string, message: string): PathFinding => ({
    severity: 'warning',
    path,
    rule,
    message,
  });
  if (history && !history.some((entry) => compareVersions(entry.version, version) === 0)) {
    yield warn(
      '$.version',
      'historique',
      `l’historique ne dit rien de la version ${version} : ajoutez-y une ligne avec sa date et ses changements`,
    );
  }
  for (const [index, entry] of (history ?? []).entries()) {
    if (compareVersions(entry.version, version) > 0) {
      yield warn(
        `$.history[${index}].version`,
        'historique',
        `cette version est plus récente que celle de la charte (${version}) : corrigez l’une ou l’autre`,
      );
    }
  }
  for (const [index, { since }] of charter.sections.entries()) {
    if (since !== undefined && compareVersions(since, version) > 0) {
      yield warn(
        `$.sections[${index}].since`,
        'depuis',
        `la section serait apparue dans la version ${since}, après celle de la charte (${version}) : corrigez l’une ou l’autre`,
      );
    }
  }
  if (issuer?.name === 'L’établissement' || issuer === undefined) {
    yield warn(
      '$.issuer.name',
      'etablissement',
      'mettez le nom de votre établissement : le texte signé dit ainsi de qui il vient',
    );
  }
  if (charter.statements?.length === 0) {
    yield warn(
      '$.statements',
      'engagements',
      'aucun engagement n’est à signer : ajoutez au moins une phrase',
    );
  }
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
      const message = `« ${text} » ne dit pas où mène le lien : mettez le lien sur le nom de la page`;
      yield { severity: 'warning', path: `${path}[${index}].text`, rule: 'lien-vague', message };
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
      const message = `l’adresse ${address} ne sera pas un lien : mettez-la derrière des mots, [mots](adresse) en Markdown`;
      yield { severity: 'warning', path, rule: 'adresse', message };
    }
  }
}

/** The value at a JSON path. */
function at(value: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]$]+/g) ?? [];
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value);
}
