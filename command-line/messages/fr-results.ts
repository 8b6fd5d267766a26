import type { Verdict } from './verdict.ts';

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

/** What is said of the result of a command. */
export const results = {
  'standard-input': () => 'entrée standard',
  'nothing-to-put-right': () => 'Rien à corriger.',
  'nothing-written': () => 'Rien n’a été écrit : corrigez d’abord les erreurs.',
  written: ({ file }: { file: string }) => `${file} est écrit`,
  'written-charter': ({ version, digest }: { version: string; digest: string }) =>
    `version ${version}, ${digest}`,
  'written-texts': ({ count }: { count: number }) => `${count} textes`,
  next: () => 'Ensuite :',
  errors: ({ count }: { count: number }) => plural(count, 'erreur'),
  warnings: ({ count }: { count: number }) => plural(count, 'avertissement'),
  error: () => 'erreur',
  warning: () => 'avertissement',
  'value-of-mark': ({ mark, value }: { mark: string; value: string }) => `${mark} : ${value}`,

  'under-session': ({ headers, person }: { headers: readonly string[]; person?: string | undefined }) =>
    `Attention : ${headers.length > 0 ? `avec ${headers.join(', ')}, ` : ''}l’adresse peut écrire les lignes de l’essai au nom ` +
    `de la personne connectée${person === undefined ? '' : `, ${person}`} : son registre dirait qu’elle a signé la charte, et ` +
    'qu’elle l’a refusée. Donnez la session d’un compte d’essai.',

  check: () => 'Vérification',
  expected: () => 'Attendu',
  got: () => 'Obtenu',
  verdict: () => 'Verdict',
  pass: () => 'conforme',
  breach: () => 'écart',
  remark: () => 'remarque',
  skipped: () => 'sans objet',
  conclusion: ({
    counts: { pass, breach, remark, skipped },
    isStrict,
    rows,
    signer,
  }: {
    counts: Readonly<Record<Verdict, number>>;
    isStrict: boolean;
    rows: number;
    signer: string;
  }) => {
    const conforming = remark > 0 && isStrict ? 'Conforme au contrat, mais pas à --strict' : 'Conforme';
    return (
      `${breach > 0 ? 'Non conforme' : conforming} : ${plural(breach, 'écart')}, ${plural(remark, 'remarque')}, ` +
      `${plural(pass, 'vérification')} sans défaut${skipped > 0 ? `, ${skipped} sans objet` : ''}. ` +
      `L’adresse a accepté ${plural(rows, 'enregistrement')} au nom de « ${signer} ».`
    );
  },
} as const;

/** What is asked on a terminal, and the answers that mean yes. */
export const confirmation = {
  question: 'Écrire ces lignes ? (oui ou non) ',
  yes: ['oui', 'o'],
} as const;

/** Explanations in the files that are written to be changed. */
export const remarks = {
  networks:
    'Ce fichier complète les réseaux fournis. Écrivez "hidden": true pour ne pas montrer un réseau, ou ajoutez vos réseaux et vos réglages. Les lignes qui commencent par // ne sont pas lues.',
  texts:
    'Changez ces textes, ou ajoutez-en : la commande « charter-elements texts » les donne tous. Les lignes qui commencent par // ne sont pas lues.',
  'all-texts':
    'Gardez les lignes que vous changez, effacez les autres. Les lignes qui commencent par // ne sont pas lues.',
} as const;

/** Explanations in the Markdown that `init` writes. */
export const hints = {
  head: `Votre charte. Tout ce qui est entre les deux lignes --- la décrit ; le texte vient ensuite.
Changez d’abord « id », « établissement » et « en vigueur ».
À chaque nouvelle version, changez « version » et ajoutez une ligne à « historique ».
Si une valeur contient un deux-points suivi d’une espace, mettez-la entre guillemets droits.`,
  sections: `Une ligne ## ouvre une section. Entre accolades : son identifiant (#…), qui ne change plus
jamais, puis à qui elle s’adresse (personnel, patients, visiteurs) et depuis quelle version.
Laissez une ligne vide entre deux paragraphes. **gras**, *italique*, [lien](https://…).
::article{…} cite un article de loi ; :::simple … ::: est la version facile à lire.
Ces explications ne seront pas dans la charte.`,
  practices: `Une ligne ### ouvre un groupe, chaque tiret est une bonne pratique à cocher, « Pourquoi »
la justifie. « obligatoire » : il faut la cocher pour signer.`,
  statements: `Chaque tiret est une phrase que la personne approuve en signant, obligatoire
sauf si vous écrivez « facultatif ».`,
} as const;
