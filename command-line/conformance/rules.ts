import { problemPrefix, problems } from 'charter-elements/signature';
import type { BrokenRule, ProblemName } from 'charter-elements/signature';
import { must, should } from './check.ts';
import type { Fault, Level } from './check.ts';
import { membersOf } from './endpoint.ts';
import type { Answer } from './endpoint.ts';

const receipt = '{ id, receivedAt, recordDigest }';

/** What was seen, and what to do, where an answer to a valid record proves nothing. */
const sentences: Readonly<Record<BrokenRule, string>> = {
  cut: 'la réponse s’interrompt, ou son JSON est mal écrit : elle passe pour perdue, et la signature est renvoyée sans fin',
  'no-headers':
    'une réponse 2xx sans aucun en-tête passe pour une coupure du réseau : donnez au moins Content-Type ou Date',
  redirect: `le composant ne suit aucune redirection : répondez 201 avec ${receipt} à cette adresse même, et 401 quand la session a pris fin`,
  html: `une page HTML ne prouve rien, et la personne sera invitée à se reconnecter : répondez ${receipt} en JSON, et 401 quand la session a pris fin`,
  empty: `une réponse vide ne prouve rien, sauf 201, 202 ou 204 : répondez ${receipt} en JSON`,
  'not-json': `un texte ne prouve rien : répondez ${receipt}, Content-Type: application/json`,
  'not-an-object': `ce JSON n’est pas un objet : répondez ${receipt}, sans tableau autour`,
  'no-id': `la réponse ne dit pas quel enregistrement elle confirme : répondez son id, ${receipt}`,
  'other-id': 'la réponse confirme un autre enregistrement : répondez l’id reçu, tel quel',
  'other-digest':
    'recordDigest est l’empreinte d’autre chose : SHA-256 de la forme canonique (RFC 8785 après NFC), celle des octets reçus',
  'no-instant': 'receivedAt n’est pas l’heure de la réception : écrivez-la comme 2026-11-23T12:00:00Z',
  'other-status': 'ce type d’erreur du contrat a un autre statut : le composant ne le croit pas',
  'no-problem':
    'ce refus n’est pas une erreur du contrat : le composant ne le croit pas, et garde la signature',
};

/** The fault of an answer that proves nothing about the record it answers. */
export function faultOfRule(rule: BrokenRule, { body }: Answer): Fault {
  const { id, recordDigest, receivedAt } = membersOf(body);
  const value = { 'other-id': id, 'other-digest': recordDigest, 'no-instant': receivedAt }[rule as string];
  return must(`${sentences[rule]}${value === undefined ? '' : ` (reçu : ${JSON.stringify(value)})`}`, rule);
}

/** What is wrong with the encoding that an answer announces, or has. */
export function faultsOfEncoding({ contentType, isUTF8 }: Answer): Fault[] {
  if (!isUTF8)
    return [must('le corps n’est pas en UTF-8 : JSON n’a pas d’autre encodage (RFC 8259)', 'charset')];
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset)
    ? []
    : [
        should(
          `Content-Type annonce charset=${charset} : JSON est en UTF-8 (RFC 8259), n’annoncez rien d’autre`,
          'charset',
        ),
      ];
}

const memberTypes = {
  type: 'string',
  title: 'string',
  detail: 'string',
  instance: 'string',
  status: 'number',
};

/** What is wrong with the form of a problem (RFC 9457), whatever it says. */
export function faultsOfProblemForm({ status, body, contentType, text }: Answer, level: Level): Fault[] {
  const type = contentType.split(';')[0]!.trim();
  if (type !== 'application/problem+json') {
    const seen = text === '' ? 'vide' : type || 'sans type';
    return [{ level, message: `une erreur est en application/problem+json (${seen})`, rule: 'problem-type' }];
  }
  const members = membersOf(body);
  const wrong = Object.entries(memberTypes)
    .filter(([name, wanted]) => members[name] !== undefined && typeof members[name] !== wanted)
    .map(([name, wanted]) => `« ${name} » n’est pas ${wanted === 'string' ? 'un texte' : 'un nombre'}`);
  if (body === undefined || Array.isArray(body) || body === null) wrong.push('ce n’est pas un objet JSON');
  else if (members['type'] === undefined) wrong.push('il manque « type »');
  if (members['errors'] !== undefined && !isListOfFaults(members['errors']))
    wrong.push('« errors » n’est pas une liste de { pointer, detail }, deux textes');
  if (typeof members['status'] === 'number' && members['status'] !== status)
    wrong.push(`elle dit status ${members['status']}, la réponse ${status}`);
  return wrong.map((what) => ({
    level,
    message: `l’erreur est mal formée (RFC 9457) : ${what}`,
    rule: 'problem-form',
  }));
}

const isListOfFaults = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((item) => {
    const { pointer, detail } = membersOf(item);
    return typeof pointer === 'string' && typeof detail === 'string';
  });

/** What to answer so that a refusal is believed. */
export const answerOf = (problem: ProblemName): string =>
  `répondez ${problems[problem][0]}, type ${problemPrefix}${problem}`;
