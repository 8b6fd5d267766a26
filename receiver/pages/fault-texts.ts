import type { FormFaults } from '../domain/form-error.ts';
import type { ProblemError } from '../domain/problem-error.ts';
import { missingDetail } from '../domain/read-record.ts';

type Text = readonly [missing: string, wrong: string];

/** What a person typed. */
const personal: Readonly<Record<string, Text>> = {
  '/signer/name': [
    'Indiquez votre nom et votre prénom.',
    'Écrivez votre nom et votre prénom en 200 caractères au plus.',
  ],
  '/signer/id': same('Écrivez votre identifiant en 200 caractères au plus.'),
  '/signer/email': same('Écrivez votre adresse électronique sous la forme prenom.nom@hopital.example.'),
  '/signer/role': same('Écrivez votre fonction en 200 caractères au plus.'),
  '/signer/department': same('Écrivez le nom de votre service en 200 caractères au plus.'),
  '/reason': [
    'Dites pourquoi vous refusez de signer.',
    'Dites pourquoi vous refusez de signer en 4 000 caractères au plus.',
  ],
};

/** What the author of the page wrote. */
const authored: readonly (readonly [pointer: RegExp, ...Text])[] = [
  [/^\/id$/, ...same('Le champ « id » n’est pas un UUID.')],
  [/^\/decision$/, ...same('Le champ « decision » vaut « accepted » ou « declined ».')],
  [
    /^\/charter\/audience$/,
    ...same('Le champ « charter.audience » vaut « staff », « patients » ou « visitors ».'),
  ],
  [
    /^\/charter\/digest$/,
    ...same('Le champ « charter.digest » n’est pas une empreinte. Il peut être laissé de côté.'),
  ],
  [/^\/charter\/id$/, ...required('charter.id')],
  [/^\/charter\/version$/, ...required('charter.version')],
  [/^\/charter\/locale$/, ...required('charter.locale')],
  [
    /^\/statements/,
    ...same('Un champ « statements » nomme un engagement que la charte n’a pas, ou le même qu’un autre.'),
  ],
  [
    /^\/practices/,
    ...same('Un champ « practices » nomme une bonne pratique que la charte n’a pas, ou la même qu’un autre.'),
  ],
];

/** Says in French what a problem says by JSON Pointers, to whom it concerns. */
export function explainFaults({ options }: ProblemError): FormFaults {
  const { errors = [], missingStatements = [] } = options;
  const person: string[] = [];
  const page: string[] = [];
  for (const { pointer, detail } of errors) {
    const isMissing = detail === missingDetail;
    const [, ...text] = authored.find(([pattern]) => pattern.test(pointer)) ?? [];
    if (personal[pointer]) person.push(personal[pointer][isMissing ? 0 : 1]);
    // Told above, in the words of the statement.
    else if (pointer === '/statements' && missingStatements.length > 0) continue;
    else page.push(text[isMissing ? 0 : 1] ?? `Le champ « ${toField(pointer)} » ne convient pas.`);
  }
  // In the order of a form: who signs, then what.
  person.push(...missingStatements.map((text) => `Cochez cet engagement pour pouvoir signer : « ${text} »`));
  return { person: [...new Set(person)], page: [...new Set(page)] };
}

function same(text: string): Text {
  return [text, text];
}

function required(field: string): Text {
  return [`Le champ « ${field} » manque.`, `Le champ « ${field} » est trop long.`];
}

function toField(pointer: string): string {
  return pointer.slice(1, 81).replaceAll('/', '.');
}
