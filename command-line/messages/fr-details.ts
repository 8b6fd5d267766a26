import type { JSONFault, TypographyFaultCode } from './finding-codes.ts';
import type { Suggestion } from './nearest.ts';

/** What to do about each syntax error of JSON. */
export const jsonFaults: Readonly<Record<JSONFault, string>> = {
  InvalidSymbol: 'ce signe n’est pas attendu ici : vérifiez les guillemets droits autour des textes',
  InvalidNumberFormat: 'ce nombre n’est pas écrit comme il faut : écrivez par exemple 2 ou 1.5',
  PropertyNameExpected: 'un nom entre guillemets droits est attendu ici, ou il y a une virgule en trop',
  ValueExpected: 'une valeur est attendue ici, ou il y a une virgule en trop juste avant',
  ColonExpected: 'il manque un deux-points après le nom',
  CommaExpected: 'il manque une virgule avant ce signe',
  CloseBraceExpected: 'il manque une accolade fermante }',
  CloseBracketExpected: 'il manque un crochet fermant ]',
  EndOfFileExpected: 'quelque chose suit la fin du document : enlevez-le',
  InvalidCommentToken: 'les commentaires n’existent pas en JSON : enlevez celui-ci',
  UnexpectedEndOfComment: 'ce commentaire n’est pas fermé : enlevez-le',
  UnexpectedEndOfString: 'ce texte n’est pas fermé : ajoutez un guillemet droit à la fin de la ligne',
  UnexpectedEndOfNumber: 'ce nombre n’est pas écrit comme il faut : écrivez par exemple 2 ou 1.5',
  InvalidUnicode: 'ce code \\u… n’est pas complet : il faut quatre chiffres',
  InvalidEscapeCharacter: 'ce signe ne peut pas suivre \\ : doublez la barre (\\\\)',
  InvalidCharacter:
    'un texte ne peut pas contenir de tabulation ni de retour à la ligne : remplacez par une espace ou \\n',
};

/** What to do about each fault of typography. */
export const typographyAdvice: Readonly<Record<TypographyFaultCode, string>> = {
  'double-sign': 'mettez une espace fine insécable (U+202F) avant ; ! et ?',
  colon: 'mettez une espace insécable (U+00A0) avant les deux-points',
  'opening-quote': 'mettez une espace insécable (U+00A0) après «',
  'closing-quote': 'mettez une espace insécable (U+00A0) avant »',
  percent: 'mettez une espace insécable (U+00A0) avant % ou €',
  unit: 'mettez une espace insécable (U+00A0) entre le nombre et son unité',
  time: 'écrivez l’heure avec des espaces insécables (U+00A0) : « 16 h 15 »',
  'number-sign': 'mettez une espace insécable (U+00A0) avant le numéro',
  thousands: 'séparez les milliers par une espace fine insécable (U+202F)',
  apostrophe: 'mettez une apostrophe courbe : ’',
  'straight-quotes': 'mettez des guillemets français : « … »',
  ellipsis: 'mettez le signe … à la place des points',
  etc: 'après « etc. », ne mettez pas de points de suspension',
  'two-spaces': 'ne laissez qu’une espace',
  'space-before': 'enlevez l’espace qui précède ce signe',
  'space-after': 'enlevez l’espace qui suit la parenthèse ou le crochet',
  'edge-space': 'enlevez l’espace au début ou à la fin du texte',
  ordinal: 'abrégez ainsi : « 1er », « 1re », « 2e »',
  'first-day': 'écrivez « 1er » le premier jour du mois',
  'zero-day': 'enlevez le zéro devant le jour',
  'capital-a': 'mettez l’accent sur la capitale : À',
  capitals: 'mettez l’accent ou la cédille sur la capitale : É, Ê, Ç',
  ligature: 'liez les deux lettres : œ',
  'median-point': 'évitez le point médian : cherchez un mot qui désigne tout le monde, ou les deux formes',
  'not-composed': 'des lettres accentuées sont écrites en deux signes : tapez-les de nouveau',
};

/** A sentence that proposes the nearest word, or else lists all of them. */
export const suggest = ({ near, choices }: Suggestion): string =>
  near === undefined ? `choisissez parmi : ${choices.join(', ')}` : `vouliez-vous dire « ${near} » ?`;
