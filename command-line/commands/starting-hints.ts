import type { Hints } from '../markdown/write-charter.ts';

/** Explanations in the files that `init` writes. */
export const charterHints: Hints = {
  head: `Votre charte. Tout ce qui est entre les deux lignes --- la décrit ; le texte vient ensuite.
Changez d’abord « id », « établissement » et « en vigueur ».
À chaque nouvelle version, changez « version » et ajoutez une ligne à « historique ».
Si une valeur contient un deux-points suivi d’une espace, mettez-la entre guillemets droits.`,
  sections: `Une ligne ## ouvre une section. Entre accolades : son identifiant (#…), qui ne change plus
jamais, puis à qui elle s’adresse (personnel, patients, visiteurs) et depuis quelle version.
Laissez une ligne vide entre deux paragraphes. **gras**, *italique*, [lien](https://…).
::article{…} cite un article de loi ; :::simple … ::: est la version facile à lire.
Ces explications ne seront pas dans la charte.`,
  practices: `Une ligne ### ouvre un groupe, chaque tiret est une bonne pratique à cocher, « Pourquoi »
la justifie. « obligatoire » : il faut la cocher pour signer.`,
  statements: `Chaque tiret est une phrase que la personne approuve en signant, obligatoire
sauf si vous écrivez « facultatif ».`,
};

export const networksRemark =
  'Ce fichier complète les réseaux fournis. Écrivez "hidden": true pour ne pas montrer un réseau, ou ajoutez vos réseaux et vos réglages. Les lignes qui commencent par // ne sont pas lues.';

export const textsRemark =
  'Changez ces textes, ou ajoutez-en : la commande « charter-elements texts » les donne tous. Les lignes qui commencent par // ne sont pas lues.';
