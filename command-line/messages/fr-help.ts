/** What `--help` says of a command. */
export interface CommandHelp {
  /** The arguments: `<fichier>…`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly description: readonly string[];
  /** What its options do, and the names of their values. */
  readonly options: Readonly<Record<string, { readonly help: string; readonly value?: string }>>;
}

/** What stands around the help of commands. */
export const frame = {
  motto: 'votre charte, vos mots',
  usage: 'Usage : ',
  separator: ' : ',
  synopsis: 'charter-elements <commande> [options] [fichiers]',
  commands: 'Commandes :',
  options: 'Options :',
  examples: 'Exemples :',
  version: 'affiche la version',
  'help-of-all': 'affiche l’aide ; après une commande, celle de la commande',
  'standard-input':
    'Le nom de fichier « - » lit l’entrée standard. Sans NO_COLOR et dans un terminal, les messages sont en couleur.',
  'exit-codes':
    'Codes de sortie : 0 tout va bien, 1 il y a quelque chose à corriger (ou une différence), 2 la commande est mal écrite, ou l’adresse injoignable.',
} as const;

/** Options that every command has. */
export const commonOptions = {
  lang: { value: 'fr|en', help: 'langue de ce que dit la commande : fr (par défaut) ou en' },
  json: { help: 'écrit le résultat en JSON, pour un script' },
  help: { help: 'affiche cette aide' },
} satisfies CommandHelp['options'];

export const commands = {
  init: {
    usage: '[dossier]',
    summary: 'écrit de quoi commencer : charte.md, reseaux.json et textes.json',
    description: [
      'Écrit dans le dossier (celui-ci par défaut) la charte fournie, en Markdown et avec des explications, un fichier de réseaux et un fichier de textes. Un fichier qui existe déjà n’est jamais remplacé sans --force.',
    ],
    options: { force: { help: 'remplace les fichiers qui existent' } },
  },
  compile: {
    usage: '<charte.md>',
    summary: 'fait d’une charte en Markdown le document JSON que la page affiche',
    description: [
      'Écrit le document JSON à la sortie standard, ou dans le fichier que nomme -o. Rien n’est écrit tant qu’il reste une erreur.',
      'Les signes que le clavier n’a pas sont mis pour vous : espaces insécables, apostrophes courbes, guillemets français, points de suspension.',
    ],
    options: {
      output: { value: 'charte.json', help: 'écrit dans ce fichier (remplacé s’il existe)' },
      'keep-typography': { help: 'laisse la typographie telle qu’elle est tapée' },
    },
  },
  validate: {
    usage: '<fichier>…',
    summary: 'vérifie une charte, un fichier de réseaux ou des textes',
    description: [
      'Lit des chartes (Markdown ou JSON), des fichiers de réseaux et des textes d’interface (JSON), et dit tout ce qu’il faut corriger, avec le fichier, la ligne et la colonne. Le nom « - » lit l’entrée standard.',
      'Une erreur empêche la charte d’être affichée ou trompe qui la lit ; un avertissement signale ce qui peut être mieux, la typographie par exemple. Les deux donnent le code de sortie 1.',
    ],
    options: {
      'errors-only': { help: 'laisse de côté les avertissements' },
      'keep-typography': {
        help: 'en Markdown, vérifie la typographie telle qu’elle est tapée, sans la corriger d’abord',
      },
    },
  },
  digest: {
    usage: '<fichier>…',
    summary: 'donne l’empreinte d’une charte, celle que portent les signatures',
    description: [
      'L’empreinte (sha256:…) dit exactement quel texte a été signé : le navigateur calcule la même. Une charte en Markdown est d’abord compilée.',
    ],
    options: {},
  },
  diff: {
    usage: '<ancienne> <nouvelle>',
    summary: 'dit ce que les lecteurs verront de changé d’une version à l’autre',
    description: [
      'Compare deux chartes (Markdown ou JSON) par leurs identifiants : sections, bonnes pratiques et engagements nouveaux, modifiés, retirés ou déplacés. Ce qui ne se voit pas à la lecture n’est pas compté.',
      'Le code de sortie est 0 quand rien ne change pour les lecteurs, 1 sinon.',
    ],
    options: {},
  },
  texts: {
    usage: '',
    summary: 'écrit tous les textes de l’interface, à changer',
    description: [
      'Donne chaque texte de l’interface par son nom. Gardez les lignes que vous changez, effacez les autres : elles suivront les améliorations à venir.',
      'Les marques ${0}, ${1}… tiennent la place d’une valeur (un nombre, une date) : la ligne « // nom » qui précède dit laquelle. Gardez-les dans votre phrase.',
    ],
    options: {
      output: { value: 'textes.json', help: 'écrit dans ce fichier, qui ne doit pas exister' },
      force: { help: 'remplace le fichier s’il existe' },
    },
  },
  conformance: {
    usage: '<adresse>',
    summary: 'essaie une adresse qui reçoit les signatures, et dit ce qu’il faut corriger',
    description: [
      'Envoie à l’adresse ce que le composant charter-acknowledgement lui enverra : des signatures valides, des textes aux limites du schéma, les mêmes de nouveau et en même temps, des demandes à refuser, des contenus hostiles. Chaque réponse est lue comme le composant la lira, sans suivre de redirection.',
      'Attention : l’essai écrit des lignes dans la base de l’adresse, jusqu’à quatre-vingts, au nom de « Essai de conformité ». Ne le lancez sur un service en production que si vous le voulez. Quand les en-têtes donnés désignent une personne, il le dit et demande l’accord avant d’écrire en son nom.',
      'Un écart est un manquement à ce que le contrat exige : une signature pourrait être perdue, doublée, ou dite enregistrée à tort. Une remarque signale ce que le receveur de référence fait de plus. --strict compte aussi les remarques.',
      'L’essai ne voit que les réponses : une base qui garde deux lignes et répond comme si elle n’en gardait qu’une lui échappe, sauf là où GET {adresse}/{id} donne à relire. Comptez les lignes de « Essai de conformité » après coup.',
      'HTTPS : pour une autorité de certification interne, NODE_EXTRA_CA_CERTS=autorite.pem ou NODE_OPTIONS=--use-system-ca.',
      'Codes de sortie : 0 conforme, 1 au moins un écart (ou une remarque avec --strict), 2 adresse injoignable ou commande mal écrite.',
    ],
    options: {
      charter: {
        value: 'fichier',
        help: 'la charte que l’adresse reçoit, en Markdown ou en JSON (sinon, celle fournie)',
      },
      header: {
        value: 'en-tête',
        help: 'en-tête de chaque demande, par exemple "Authorization: Bearer …" ; plusieurs fois possible',
      },
      'receipt-keys': {
        value: 'adresse',
        help: 'jeu de clés (JWKS) qui vérifie les reçus signés : adresse ou fichier',
      },
      origin: {
        value: 'origine',
        help: 'origine d’une page d’un autre hôte, pour essayer le partage entre origines (CORS)',
      },
      'under-session': {
        help: 'accepte que les lignes soient écrites au nom de la personne que désignent les en-têtes',
      },
      timeout: { value: 'secondes', help: 'attente de chaque réponse (10 par défaut)' },
      strict: { help: 'une remarque suffit pour le code de sortie 1' },
    },
  },
} satisfies Readonly<Record<string, CommandHelp>>;
