import type { BrokenRule, ReceiptError } from 'charter-elements/signature';
import { receptions } from './fr-trial.ts';
import { describeReception } from './reception.ts';
import type { Reception } from './reception.ts';

const receipt = '{ id, receivedAt, recordDigest }';
const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

/** What was seen, and what to do, where an answer to a valid record proves nothing. */
const brokenRules: Readonly<Record<BrokenRule, string>> = {
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

const receiptFaults: Readonly<Record<ReceiptError['fault'], string>> = {
  missing: 'la réponse n’a pas de reçu signé : une page qui donne receipt-keys ne dira pas « signée »',
  unsupported: 'les reçus ne peuvent pas être vérifiés ici',
  'keys-unavailable': 'l’adresse de --receipt-keys ne donne pas un jeu de clés',
  signature: 'le reçu n’est signé par aucune des clés publiées',
  mismatch: 'le reçu signé parle d’autre chose que de cet enregistrement',
};

/** What an endpoint does otherwise than expected, and what to do. */
export const faults = {
  'broken-rule': ({ rule, value }: { rule: BrokenRule; value?: unknown }) =>
    `${brokenRules[rule]}${value === undefined ? '' : ` (reçu : ${JSON.stringify(value)})`}`,
  'no-answer': ({ failure }: { failure: string }) => `pas de réponse (${failure})`,
  'not-accepted': ({ detail }: { detail?: string | undefined }) =>
    `un enregistrement valide doit être accepté${detail === undefined ? '' : ` : ${detail}`}`,
  'receipt-not-json': ({ type }: { type: string }) =>
    `répondez en JSON ${receipt} : la personne aura un reçu daté (Content-Type: ${type || 'aucun'})`,
  'receipt-lacks': ({ names }: { names: readonly string[] }) =>
    `il manque ${names.join(', ')} : la personne n’aura pas de reçu`,
  'clock-off': ({ receivedAt }: { receivedAt: string }) =>
    `receivedAt (${receivedAt}) est loin de l’heure qu’il est : est-ce une heure locale suivie de Z, ou une horloge à régler ?`,
  'receipt-fault': ({ fault, message }: { fault: ReceiptError['fault']; message: string }) =>
    `${receiptFaults[fault]} (${message})`,
  'replay-lacks': ({ name }: { name: string }) =>
    `${name} manque à la réponse : répondez toujours ce qui a été gardé`,
  'replay-differs': ({ name, first, again }: { name: string; first: unknown; again: unknown }) =>
    `${name} change d’une réponse à l’autre (${shown(first)}, puis ${shown(again)}) : ` +
    'l’enregistrement est-il en double ? Gardez le premier, et répondez toujours ce qui a été gardé',
  'first-lost': ({ got }: { got: Reception }) =>
    `le premier enregistrement, envoyé de nouveau, n’est plus accepté (${describeReception(receptions, got)}) : est-il perdu ?`,
  'several-kept': ({ count }: { count: number }) => `${count} enregistrements portent cet id au lieu d’un`,
  'read-back-differs': () => 'l’enregistrement relu n’est pas celui qui a été envoyé',

  'refusal-unanswered': ({ failure }: { failure: string }) =>
    `pas de réponse (${failure}) : le composant renverrait la même demande sans fin`,
  'refusal-failed': () =>
    'une erreur 5xx veut dire « plus tard » : le composant renverrait la même demande sans fin',
  'no-record-accepted': () => 'ce n’est pas un enregistrement : l’accepter ferait afficher « signée » à tort',
  'accepted-as-it-is': () => 'acceptée telle quelle : le receveur de référence la refuse',
  'kept-for-later': ({ status }: { status: number }) =>
    `${status} fait garder la signature pour plus tard : refusez-la pour de bon`,
  answer: ({ status, type }: { status: number; type: string }) => `répondez ${status}, type ${type}`,

  'not-utf-8': () => 'le corps n’est pas en UTF-8 : JSON n’a pas d’autre encodage (RFC 8259)',
  'other-charset': ({ charset }: { charset: string }) =>
    `Content-Type annonce charset=${charset} : JSON est en UTF-8 (RFC 8259), n’annoncez rien d’autre`,
  'problem-type': ({ type }: { type: string | undefined }) =>
    `une erreur est en application/problem+json (${type === undefined ? 'vide' : type || 'sans type'})`,
  'problem-member': ({ name, wanted }: { name: string; wanted: 'string' | 'number' }) =>
    `l’erreur est mal formée (RFC 9457) : « ${name} » n’est pas ${wanted === 'string' ? 'un texte' : 'un nombre'}`,
  'problem-not-object': () => 'l’erreur est mal formée (RFC 9457) : ce n’est pas un objet JSON',
  'problem-without-type': () => 'l’erreur est mal formée (RFC 9457) : il manque « type »',
  'problem-errors': () =>
    'l’erreur est mal formée (RFC 9457) : « errors » n’est pas une liste de { pointer, detail }, deux textes',
  'problem-status': ({ said, status }: { said: number; status: number }) =>
    `l’erreur est mal formée (RFC 9457) : elle dit status ${said}, la réponse ${status}`,

  'not-created': () => 'répondez 201 la première fois, 200 quand il y était déjà',
  'charset-refused': () => 'acceptez le paramètre charset=utf-8',
  altered: () =>
    'une valeur est coupée ou changée avant d’être comparée ou gardée : gardez les octets reçus, dans des colonnes assez grandes',
  'replay-status': () => 'répondez 200 à ce qui était déjà enregistré',
  'compares-bytes': () => 'comparez les empreintes (RFC 8785 après NFC), pas les octets',
  'replay-refused': ({ got }: { got: Reception }) =>
    `${describeReception(receptions, got)} : un renvoi simultané doit être accepté, ou remis à plus tard`,
  'none-accepted': () => 'aucun des envois n’est accepté',
  'created-twice': () =>
    '201 plus d’une fois : une contrainte d’unicité sur l’id dit lequel est arrivé d’abord',
  'both-recorded': () =>
    'les deux sont dits enregistrés, l’un des deux est perdu : comparez et écrivez d’un seul geste',
  'second-failed': ({ got }: { got: Reception }) =>
    `${describeReception(receptions, got)} : refusez le second par 422`,
  'current-version': ({ version }: { version: string }) =>
    `current.version doit donner la version à signer, ${version} ou plus récente`,
  'hung-up': () => 'répondez 413 avant de couper',

  'anonymous-signs': () => 'n’importe qui peut signer au nom de quelqu’un : répondez 401',
  'token-unchecked': ({ header }: { header: string }) =>
    `${header} n’est pas vérifié : refusez par 403 un jeton qui n’est pas celui de la session`,
  'signed-out-failed': () => 'une erreur 5xx veut dire « plus tard » : répondez 401, ou 403 pour le jeton',
  'signed-out-accepted': () =>
    'une session perdue répond comme un succès : répondez 401 à une demande en JSON, et gardez la page de connexion pour les pages',
  'signed-out-redirected': () =>
    'une redirection n’est jamais suivie : la personne est invitée à se reconnecter, mais répondez 401 à une demande en JSON',
  'signed-out-refused': () =>
    'une session perdue passe pour un refus définitif : répondez 401, ou 403 pour le jeton',
  'token-status': ({ status, type }: { status: number; type: string }) =>
    `${status} : la signature est gardée et la personne invitée à recharger la page, mais répondez 403, type ${type}`,
  'preflight-refused': () => 'répondez 204 à OPTIONS, sans demander d’autorisation',
  'header-not-allowed': ({ name }: { name: string }) => `Access-Control-Allow-Headers doit nommer ${name}`,
  'credentials-not-allowed': ({ allowed, origin }: { allowed: string | null; origin: string }) =>
    `pour une page qui donne credentials="include", répondez true par Access-Control-Allow-Credentials (${allowed ?? 'absent'}), et ${origin} par Access-Control-Allow-Origin, jamais une étoile`,
  'origin-not-allowed': ({ allowed, origin }: { allowed: string | null; origin: string }) =>
    `Access-Control-Allow-Origin est ${allowed ?? 'absent'} au lieu de ${origin}`,
  'server-gone': () => 'le serveur ne répond plus',
  'record-made-up': () => 'un enregistrement est montré qui n’existe pas',
} as const;
