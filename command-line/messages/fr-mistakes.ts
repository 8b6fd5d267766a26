import { suggest } from './fr-details.ts';
import type { Suggestion } from './nearest.ts';
import { describeReception } from './reception.ts';
import type { Reception } from './reception.ts';
import { receptions } from './fr-trial.ts';

/** Why a file cannot be read or written. Of another fault, Node's own words are given. */
export type FileFault = 'missing' | 'folder' | 'exists' | 'not-a-folder' | 'forbidden';

const fileFaults: Readonly<Record<FileFault, string>> = {
  missing: 'ce fichier n’existe pas',
  folder: 'c’est un dossier',
  exists: 'il existe déjà (--force le remplace)',
  'not-a-folder': 'un fichier porte déjà le nom de ce dossier',
  forbidden: 'vous n’en avez pas le droit',
};

interface FileParams {
  readonly file: string;
  readonly fault: FileFault | undefined;
  readonly said: string;
}

const why = ({ fault, said }: FileParams): string => (fault === undefined ? said : fileFaults[fault]);

/** Why there is no answer. `other` is said by the code or the message of Node. */
export type NetworkFault = 'timeout' | 'unknown-host' | 'refused' | 'hung-up' | 'certificate' | 'other';

export interface NetworkParams {
  readonly fault: NetworkFault;
  readonly failure: string;
  /** Seconds that were waited. */
  readonly seconds: number;
}

function explainNetwork({ fault, failure, seconds }: NetworkParams): string {
  switch (fault) {
    case 'timeout':
      return `pas de réponse en ${seconds.toLocaleString('fr')} s (voir --timeout)`;
    case 'unknown-host':
      return 'ce nom d’hôte est inconnu';
    case 'refused':
      return 'aucun serveur n’écoute à cette adresse';
    case 'hung-up':
      return 'le serveur coupe la connexion sans répondre (https à la place de http ?)';
    case 'certificate':
      return `son certificat n’est pas reconnu (${failure}) : donnez l’autorité de l’établissement par NODE_EXTRA_CA_CERTS=autorite.pem, ou NODE_OPTIONS=--use-system-ca`;
    case 'other':
      return `pas de réponse (${failure})`;
  }
}

/** What is wrong with how the command was called, or with what it was given. */
export const mistakes = {
  'unknown-command': ({ name, ...suggestion }: { name: string } & Suggestion) =>
    `la commande « ${name} » n’existe pas (voir --help) : ${suggest(suggestion)}`,
  'unknown-option': ({ option, ...suggestion }: { option: string } & Suggestion) =>
    `l’option ${option} n’existe pas : ${suggest(suggestion)}`,
  'option-without-value': ({ option }: { option: string }) => `l’option ${option} attend une valeur`,
  'option-with-value': ({ option }: { option: string }) => `l’option ${option} n’attend pas de valeur`,
  'unknown-language': ({ languages, given }: { languages: readonly string[]; given: string }) =>
    `--lang attend ${languages.join(' ou ')}, pas « ${given} »`,
  'unreadable-file': (params: FileParams) => `impossible de lire ${params.file} : ${why(params)}`,
  'unwritable-file': (params: FileParams) => `impossible d’écrire ${params.file} : ${why(params)}`,
  'not-utf-8': ({ file }: { file: string }) =>
    `${file === '-' ? 'l’entrée standard' : file} n’est pas en UTF-8 : enregistrez le fichier de nouveau en choisissant l’encodage UTF-8`,
  'no-file-to-validate': () => 'quel fichier vérifier ? Donnez au moins un nom',
  'two-charters': () => 'donnez deux chartes : l’ancienne, puis la nouvelle',
  'one-charter': () => 'donnez le nom d’une charte, et d’une seule',
  'no-charter': () => 'de quelle charte voulez-vous l’empreinte ? Donnez un nom de fichier',
  'not-a-charter': ({ file }: { file: string }) =>
    `${file === '-' ? 'l’entrée standard' : file} n’est pas une charte`,
  'one-folder': () => 'donnez un seul dossier',
  'files-exist': ({ files }: { files: readonly string[] }) =>
    `${files.join(', ')} : déjà là, et rien n’a été écrit. Choisissez un autre dossier, ou --force pour remplacer`,
  'file-too-many': ({ file }: { file: string }) =>
    `« ${file} » est de trop : pour écrire dans un fichier, donnez -o ${file}`,

  'one-address': () => 'donnez une adresse à essayer, et une seule',
  'not-an-address': ({ text }: { text: string }) =>
    `« ${text} » n’est pas une adresse complète, comme https://intranet.example/signatures`,
  'password-in-address': () =>
    'ne mettez pas de mot de passe dans l’adresse : donnez --header "Authorization: …"',
  'not-seconds': ({ given }: { given: string }) => `--timeout attend un nombre de secondes, pas « ${given} »`,
  'not-a-header': ({ name }: { name: string }) => `--header attend « Nom: valeur », sans accent (${name})`,
  'not-an-origin': ({ given }: { given: string }) =>
    `--origin attend une origine comme https://intranet.example, pas « ${given} »`,
  'no-key-set': ({ place }: { place: string }) =>
    `--receipt-keys : ${place} ne donne pas un jeu de clés (JWKS)`,
  'keys-unreachable': (params: NetworkParams) => `--receipt-keys : ${explainNetwork(params)}`,
  'keys-refused': ({ address, status }: { address: string; status: number }) =>
    `--receipt-keys : ${address} répond ${status}`,

  'session-not-allowed': () =>
    'rien n’a été envoyé : pour écrire au nom de cette personne, ajoutez --under-session',
  'session-declined': () => 'rien n’a été envoyé',

  unreachable: ({ address, ...params }: { address: string } & NetworkParams) =>
    `${address} : ${explainNetwork(params)}`,
  redirects: ({ address, to, status }: { address: string; to: string | undefined; status: number }) =>
    `${address} : elle renvoie à ${to ?? 'une autre adresse'} (${status}), et le composant ne suit aucune redirection. ` +
    'Donnez l’adresse finale, ou l’autorisation par --header ; si c’est une page de remerciement, répondez 201 à la place',
  'trial-refused': ({ address, reason, got }: { address: string; reason: TrialRefusal; got: Reception }) =>
    `${address} : ${trialRefusals[reason]} (${describeReception(receptions, got)})`,
  'other-charter': ({
    address,
    charter,
    got,
    detail,
  }: {
    address: string;
    charter: { readonly id: string; readonly version: string; readonly locale: string };
    got: Reception;
    detail: string | undefined;
  }) =>
    `${address} : elle ne reçoit pas les signatures de la charte ${charter.id} ${charter.version} (${charter.locale}) : ` +
    `donnez la sienne par --charter (${describeReception(receptions, got)}${detail === undefined ? '' : ` : ${detail}`})`,
} as const;

/** Why a trial cannot begin. */
export type TrialRefusal = 'authorization' | 'access' | 'other-signer' | 'not-found' | 'no-post' | 'token';

const trialRefusals: Readonly<Record<TrialRefusal, string>> = {
  authorization: 'elle demande une autorisation : donnez-la par --header "Authorization: …"',
  access: 'elle refuse l’accès : donnez une autorisation par --header "Authorization: …"',
  'other-signer':
    'la session est celle d’une personne qui ne s’appelle pas « Essai de conformité » : donnez celle d’un compte d’essai de ce nom',
  'not-found': 'rien n’est servi à cette adresse : vérifiez son chemin',
  'no-post': 'elle ne prend pas POST : vérifiez son chemin',
  token:
    'un jeton anti-CSRF manque sans doute : donnez celui d’une page ouverte par --header "X-CSRF-Token: …", avec son cookie',
};
