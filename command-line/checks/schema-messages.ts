import * as v from 'valibot';
import { suggest } from '../nearest.ts';

const audienceAdvice = '"staff" (le personnel), "patients" ou "visitors" (les visites)';

/** What the schemas say, in the words of who edits the file; `$1`… are what the pattern has caught. */
const translations: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/^this is missing$/, 'il manque « {name} » : ajoutez-le'],
  [/^this is not part of the contract/, '« {name} » n’a pas sa place ici : enlevez-le'],
  [/^the text is empty$/, 'ce texte est vide : écrivez quelque chose, ou enlevez « {name} »'],
  [/^the list is empty$/, 'cette liste est vide : ajoutez un élément, ou enlevez la liste'],
  [/^the section is empty$/, 'cette section est vide : écrivez au moins un paragraphe, ou enlevez-la'],
  [/^the charter has no section$/, 'la charte n’a aucune section : ajoutez-en une (## en Markdown)'],
  [
    /^no audience is named/,
    'aucun public n’est nommé : nommez-en un, ou enlevez la liste pour parler à tout le monde',
  ],
  [/^a version is written/, 'une version s’écrit 1, 1.2 ou 1.2.3'],
  [/^the locale is not a language tag/, 'la langue s’écrit par un code : « fr », « en », « fr-CA »…'],
  [
    /^a run is a string/,
    'un morceau de texte est un texte, { "strong": "…" }, { "em": "…" } ou { "link": "https://…", "text": "…" }',
  ],
  [
    /^a text is a string or a list of runs$/,
    'un texte est attendu ici : une phrase entre guillemets, ou une liste de morceaux',
  ],
  [/^the id "(.*)" is used twice$/, 'l’identifiant « $1 » est employé deux fois : changez l’un des deux'],
  [
    /^an id holds letters/,
    'un identifiant n’a que des lettres sans accent, des chiffres, des points, _ et -, et commence par une lettre ou un chiffre',
  ],
  [/^a date is written/, 'une date s’écrit AAAA-MM-JJ, par exemple 2026-12-01'],
  [
    /^this date is not in the calendar$/,
    'cette date n’existe pas dans le calendrier : vérifiez le jour et le mois',
  ],
  [
    /^the link (".*") is not allowed/,
    'le lien $1 n’est pas permis : il commence par https:, mailto: ou tel:, ou bien il est relatif au site',
  ],
  [/^expected "(charter|networks)\/1"$/, 'le format n’est pas reconnu : écrivez "schema": "$1/1"'],
  [/^a deep link starts with/, 'l’adresse d’un réglage commence par https:// (ou tg:// pour Telegram)'],
  [
    /^a place is a text of yours/,
    'une étape du chemin est un texte à vous, ou { "label": "…" } pour des mots lus sur l’écran',
  ],
  [/"staff" \| "patients" \| "visitors"/, `ce public n’est pas connu : choisissez ${audienceAdvice}`],
  [
    /^Invalid type: Expected \("paragraph" .*\) but received (.+)$/,
    'ce genre de bloc n’existe pas ($1) : choisissez "paragraph", "list", "quote" ou "legal-reference"',
  ],
  [/^Invalid type: Expected (\(.+\)) but received (.+)$/, 'la valeur $2 n’est pas connue : choisissez $1'],
  [
    /^Invalid type: Expected string but received (.+)$/,
    'un texte entre guillemets est attendu ici, et non $1',
  ],
  [
    /^Invalid type: Expected Array but received (.+)$/,
    'une liste entre crochets [ ] est attendue ici, et non $1',
  ],
  [
    /^Invalid type: Expected boolean but received (.+)$/,
    'true (oui) ou false (non) est attendu ici, sans guillemets, et non $1',
  ],
  [/^Invalid type: Expected number but received (.+)$/, 'un nombre est attendu ici, et non $1'],
  [
    /^Invalid type: Expected Object but received (.+)$/,
    'un objet entre accolades { } est attendu ici, et non $1',
  ],
  [/^Invalid (?:integer|value)/, 'un nombre entier à partir de 1 est attendu ici'],
  [/^the document is nested too deep/, 'le document est imbriqué trop profondément : reprenez un exemple'],
];

/**
 * A problem of validation, in French.
 *
 * @param path - Its JSON path.
 */
export function translateProblem(path: string, message: string): string {
  for (const [pattern, translation] of translations) {
    const match = pattern.exec(message);
    if (!match) continue;
    const name = /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';
    return translation
      .replace('{name}', () => name)
      .replace(/\$(\d)/g, (_, number: string) => inFrench(match[Number(number)] ?? ''));
  }
  return `ceci n’est pas valide : ${message}`;
}

const inFrench = (value: string): string =>
  value
    .replaceAll(' | ', ', ')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^Object$/, 'un objet')
    .replace(/^Array$/, 'une liste')
    .replace(/^undefined$/, 'rien')
    .replace(/^null$/, 'rien (null)');

interface Membered {
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
}

/** Names that the schema does not know but that look like one it knows: most likely a slip. */
export function* misspelledNames(
  schema: v.GenericSchema,
  value: unknown,
  path = '$',
): Generator<{ path: string; message: string }> {
  if (typeof value !== 'object' || value === null) return;
  const inner = unwrap(schema);
  if (Array.isArray(value)) {
    const { item } = inner as unknown as { item?: v.GenericSchema };
    if (item)
      for (const [index, member] of value.entries())
        yield* misspelledNames(item, member, `${path}[${index}]`);
    return;
  }
  const { options } = inner as unknown as { options?: readonly v.GenericSchema[] };
  const chosen = options?.every((option) => 'entries' in option)
    ? options.find((option) =>
        v.is(
          (option as unknown as Membered).entries['type'] ?? v.never(),
          (value as { type?: unknown }).type,
        ),
      )
    : inner;
  if (!chosen || !('entries' in chosen)) return;
  const { entries } = chosen as unknown as Membered;
  const names = Object.keys(entries);
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (known) yield* misspelledNames(known, member, `${path}.${name}`);
    else {
      const advice = suggest(
        name,
        names.filter((other) => !Object.hasOwn(value, other)),
      );
      if (advice.startsWith('vouliez'))
        yield { path: `${path}.${name}`, message: `« ${name} » n’est pas connu et sera ignoré : ${advice}` };
    }
  }
}

/** The schema inside `optional` and the first one of a `pipe`. */
function unwrap(schema: v.GenericSchema): v.GenericSchema {
  const { wrapped } = schema as unknown as { wrapped?: v.GenericSchema };
  return wrapped ? unwrap(wrapped) : schema;
}
