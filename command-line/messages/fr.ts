import type { JSONKind, Received } from 'charter-elements/charter';
import type { FindingCode, FindingParams, FrontShape, Identified, PlainText } from './finding-codes.ts';
import { jsonFaults, suggest, typographyAdvice } from './fr-details.ts';
import { interfaceValue } from './interface-values.ts';

const kinds: Readonly<Record<JSONKind, string>> = {
  text: 'un texte',
  number: 'un nombre',
  boolean: 'true ou false',
  list: 'une liste',
  object: 'un objet',
  null: 'rien (null)',
};
const expectations: Readonly<Record<JSONKind, string>> = {
  text: 'un texte entre guillemets est attendu ici',
  number: 'un nombre est attendu ici',
  boolean: 'true (oui) ou false (non) est attendu ici, sans guillemets',
  list: 'une liste entre crochets [ ] est attendue ici',
  object: 'un objet entre accolades { } est attendu ici',
  null: 'null est attendu ici',
};
const frontShapes: Readonly<Record<FrontShape, string>> = {
  word: 'un mot ou une date',
  plain: 'un texte',
  text: 'un texte',
  list: 'une liste',
  map: 'des lignes « nom: valeur » décalées de deux espaces',
};
const plainTexts: Readonly<Record<PlainText, string>> = {
  title: 'le titre',
  'section-title': 'le titre d’une section',
  'group-title': 'le titre d’un groupe',
  statement: 'un engagement',
  cite: 'le nom de qui l’on cite',
};
const these: Readonly<Record<Identified, string>> = {
  section: 'cette section',
  practice: 'cette bonne pratique',
  statement: 'cet engagement',
  network: 'ce réseau',
  step: 'ce réglage',
};
const others: Readonly<Record<Identified, string>> = {
  section: 'd’une autre section',
  practice: 'd’une autre bonne pratique',
  statement: 'd’un autre engagement',
  network: 'd’un autre réseau',
  step: 'd’un autre réglage',
};

const found = ({ received, value }: Received): string =>
  value === undefined ? kinds[received] : JSON.stringify(value);
const invisible = (what: string): string => `ce texte contient ${what} : effacez-le, et tapez-le de nouveau`;

/** What there is to put right, in French: what is wrong, then what to do. */
export const french: { readonly [Code in FindingCode]: (params: FindingParams[Code]) => string } = {
  // What the schemas find.
  missing: ({ name }) => `il manque « ${name} » : ajoutez-le`,
  unexpected: ({ name }) => `« ${name} » n’a pas sa place ici : enlevez-le`,
  'wrong-type': ({ expected, ...received }) => `${expectations[expected]}, et non ${found(received)}`,
  'not-a-choice': ({ choices, ...received }) =>
    `la valeur ${found(received)} n’est pas connue : choisissez ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`,
  'not-that-value': ({ expected }) => `la valeur attendue ici est ${expected}`,
  'other-schema': ({ expected }) => `le format n’est pas reconnu : écrivez "schema": "${expected}"`,
  'empty-text': ({ name }) => `ce texte est vide : écrivez quelque chose, ou enlevez « ${name} »`,
  'empty-list': () => 'cette liste est vide : ajoutez un élément, ou enlevez la liste',
  'empty-section': () => 'cette section est vide : écrivez au moins un paragraphe, ou enlevez-la',
  'no-section': () => 'la charte n’a aucune section : ajoutez-en une (## en Markdown)',
  'no-audience': () =>
    'aucun public n’est nommé : nommez-en un, ou enlevez la liste pour parler à tout le monde',
  'too-many': ({ most }) => `cette liste est trop longue : ${most.toLocaleString('fr')} éléments au plus`,
  'not-a-text': () => 'un texte est attendu ici : une phrase entre guillemets, ou une liste de morceaux',
  'not-a-run': () =>
    'un morceau de texte est un texte, { "strong": "…" }, { "em": "…" } ou { "link": "https://…", "text": "…" }',
  'not-a-path-step': () =>
    'une étape du chemin est un texte à vous, ou { "label": "…" } pour des mots lus sur l’écran',
  'not-an-id': () =>
    'un identifiant n’a que des lettres sans accent, des chiffres, des points, _ et -, et commence par une lettre ou un chiffre',
  'repeated-id': ({ id }) => `l’identifiant « ${id} » est employé deux fois : changez l’un des deux`,
  'not-a-version': () => 'une version s’écrit 1, 1.2 ou 1.2.3',
  'not-a-language': () => 'la langue s’écrit par un code : « fr », « en », « fr-CA »…',
  'not-a-date': () => 'une date s’écrit AAAA-MM-JJ, par exemple 2026-12-01',
  'no-such-date': () => 'cette date n’existe pas dans le calendrier : vérifiez le jour et le mois',
  'not-an-instant': () => 'un instant s’écrit en temps universel, par exemple 2026-11-23T12:00:00.000Z',
  'no-such-instant': () => 'cet instant n’existe pas : vérifiez le jour et l’heure',
  'not-a-whole-number': ({ least }) => `un nombre entier à partir de ${least} est attendu ici`,
  'unsafe-link': ({ link }) =>
    `le lien ${JSON.stringify(link)} n’est pas permis : il commence par https:, mailto: ou tel:, ou bien il est relatif au site`,
  'not-a-deep-link': () => 'l’adresse d’un réglage commence par https:// (ou tg:// pour Telegram)',
  'not-a-uuid': () => 'un UUID en minuscules est attendu ici',
  'not-a-digest': () => 'une empreinte s’écrit « sha256: », puis 64 chiffres hexadécimaux en minuscules',
  'too-long': ({ most }) => `ce texte est trop long : ${most.toLocaleString('fr')} caractères au plus`,
  'unpaired-surrogate': () => invisible('la moitié d’un caractère'),
  'control-character': () => invisible('un caractère de contrôle'),
  'bidirectional-control': () => invisible('un signe invisible qui change le sens de lecture'),
  'line-break': () => 'ce texte tient sur une ligne : enlevez le retour à la ligne',
  'malformed-email': () => 'ce n’est pas une adresse électronique : écrivez par exemple nom@exemple.fr',
  invisible: () => 'rien ne se voit dans ce texte : écrivez des lettres',
  unstorable: () => invisible('un caractère qui ne peut pas être enregistré'),
  'too-deep': () => 'le document est imbriqué trop profondément : reprenez un exemple',
  'no-digest': ({ reason }) => `le document n’a pas d’empreinte (${reason})`,
  'not-json': ({ reason }) => `ce n’est pas du JSON (${reason})`,
  invalid: ({ reason }) => `ceci n’est pas valide (${reason})`,

  // The front matter.
  'no-front-matter': () =>
    'l’en-tête manque : commencez le fichier par ---, puis id, version, titre…, puis ---',
  'open-front-matter': () =>
    'l’en-tête n’est pas fermé : ajoutez --- seul sur une ligne après la dernière ligne de l’en-tête',
  'front-matter-repeated': () => 'ce nom est déjà dans l’en-tête : n’en gardez qu’un',
  'front-matter-tab': () => 'une tabulation décale cette ligne : mettez des espaces',
  'front-matter-colon': () =>
    'un deux-points suivi d’une espace trompe la lecture : mettez toute la valeur entre guillemets droits ("…")',
  'front-matter-sign': () => 'un guillemet, un crochet ou un deux-points manque : vérifiez cette ligne',
  'front-matter-line': () =>
    'cette ligne de l’en-tête n’est pas comprise : écrivez « nom: valeur », la valeur entre guillemets droits si elle contient : ou #',
  'front-matter-no-names': () => 'l’en-tête est fait de lignes « nom: valeur » : id, version, titre…',
  'front-matter-unknown': ({ word, ...suggestion }) =>
    `« ${word} » n’est pas connu dans l’en-tête : ${suggest(suggestion)}`,
  'front-matter-twice': ({ word }) => `« ${word} » est déjà dans l’en-tête : n’en gardez qu’un`,
  'front-matter-shape': ({ expected }) => `ici, l’en-tête attend ${frontShapes[expected]}`,
  'front-matter-misplaced': ({ choices }) => `ceci n’a pas sa place ici : ${choices.join(', ')} seulement`,
  'front-matter-paragraph': () => 'ici, l’en-tête attend un seul paragraphe',

  // Titles, sections and ids.
  'text-before-sections': () =>
    'ce texte précède la première section : mettez un titre ## au-dessus, ou placez-le dans l’en-tête (résumé: …)',
  'text-between-lists': () =>
    'ici, seules des listes sont reprises : mettez un tiret devant, ou déplacez ce texte dans une section',
  'titles-differ': () => 'ce titre et celui de l’en-tête diffèrent : n’en gardez qu’un',
  'second-title': () => 'un seul titre # par charte, tout en haut : pour une section, écrivez ##',
  'charter-without-id': ({ id }) => `la charte n’a pas d’identifiant : ajoutez « id: ${id} » à l’en-tête`,
  'without-id': ({ what, id }) =>
    `${these[what]} n’a pas d’identifiant : ajoutez {#${id}} au bout, pour qu’il reste le même si les mots changent`,
  'unknown-class': ({ className }) =>
    `« .${className} » n’est pas connu : .pratiques, .engagements ou .section`,
  'heading-before-sections': () =>
    'les titres commencent par ## (# pour le titre de la charte) : enlevez les # en trop',
  'heading-in-section': () =>
    'une section n’a pas de sous-titre : faites-en une section (##), ou un paragraphe qui commence en **gras**',
  'heading-space': () => 'un titre a une espace après ses # : écrivez « ## Titre »',
  'id-taken': ({ what, id }) => `l’identifiant « ${id} » est déjà celui ${others[what]} : donnez-en un autre`,

  // Attributes.
  'misplaced-attribute': ({ word }) => `« ${word} » n’a pas sa place ici : enlevez-le`,
  'unreadable-attribute': ({ written }) =>
    `« ${written} » n’est pas compris : écrivez par exemple {#identifiant pour="personnel"}`,
  'unknown-attribute': ({ word, ...suggestion }) => `« ${word} » n’est pas connu : ${suggest(suggestion)}`,
  'unknown-audience': ({ word, ...suggestion }) =>
    `le public « ${word} » n’est pas connu : ${suggest(suggestion)}`,
  'no-audience-word': () => 'dites pour qui : pour="personnel", pour="patients visiteurs"…',

  // What Markdown has and a charter has not.
  'plain-only': ({ what }) =>
    `${plainTexts[what]} ne prend ni gras, ni italique, ni lien : laissez les mots seuls`,
  'two-marks': () => 'un même mot ne peut pas être à la fois gras, italique ou lien : n’en gardez qu’un',
  'link-title': () => 'le titre du lien (entre guillemets après l’adresse) n’est pas repris : enlevez-le',
  image: () => 'une image ne peut pas être reprise : enlevez-la, ou décrivez-la en quelques mots',
  'inline-code': () =>
    'les accents graves (« code ») n’existent pas dans une charte : mettez des guillemets « … »',
  html: () => 'le HTML n’est pas repris : écrivez le texte seul (les commentaires <!-- … --> sont permis)',
  'line-end': () =>
    'un retour à la ligne au milieu d’un paragraphe n’est pas repris : laissez une ligne vide, ou enlevez les deux espaces (ou la barre) en fin de ligne',
  'not-carried-in-text': () => 'ceci ne peut pas être repris dans une charte : écrivez du texte',
  'code-block': () =>
    'un bloc de code n’a pas sa place dans une charte : écrivez le texte sans accents graves',
  'thematic-break': () => 'un filet (--- ou ***) n’est pas repris : enlevez cette ligne',
  'not-carried': () => 'ceci ne peut pas être repris ici : écrivez un paragraphe ou une liste',
  table: () => 'un tableau ne peut pas être repris : faites une liste, une ligne du tableau par élément',
  'mistyped-block': () =>
    'ce bloc n’est pas compris : écrivez :::simple seul sur sa ligne, ou ::article{code="…" numero="…"} avec des guillemets droits',
  footnote: () =>
    'une note de bas de page ne peut pas être reprise : mettez-la dans le texte, ou dans les sources',

  // Lists, quotations, blocks.
  'list-dash': () => 'une liste commence chaque ligne par un tiret simple et une espace : « - mot »',
  'ordered-list': () => 'les numéros d’une liste ne sont pas repris : commencez chaque ligne par un tiret',
  'nested-list': () =>
    'une liste dans une liste ne peut pas être reprise : remontez ces éléments d’un niveau',
  'long-item': () => 'un élément de liste tient en un seul paragraphe : coupez-le en deux éléments',
  'empty-item': () =>
    'cet élément de liste est vide ou n’est pas un texte : écrivez une phrase après le tiret',
  'empty-entry': () => 'cet élément de liste est vide : écrivez une phrase après le tiret',
  'only-why': () =>
    'seul « Pourquoi : … » peut suivre le texte : faites un autre élément de liste, sans le décaler',
  'quote-of-text': () => 'une citation ne contient que du texte : sortez ceci de la citation',
  'quote-of-one-paragraph': () =>
    'une citation tient en un seul paragraphe : faites-en deux citations, séparées par un paragraphe',
  'open-block': ({ name }) =>
    `le bloc :::${name} n’est pas fermé : ajoutez ::: seul sur une ligne après son contenu`,
  'unknown-block': ({ name, ...suggestion }) =>
    `le bloc « ${name} » n’est pas connu : ${suggest(suggestion)}`,
  'reference-attribute': ({ word }) =>
    `« ${word} » n’a pas sa place dans une référence : écrivez ::article{code="Code pénal" numero="226-13" lien="https://…"}`,
  'reference-lacks': ({ word }) =>
    `il manque ${word}="…" à cette référence : écrivez ::article{code="Code pénal" numero="226-13"}`,
  'reference-of-one-paragraph': () =>
    'la citation d’un article tient en un seul paragraphe : coupez par […], ou faites une deuxième référence',
  'plain-on-one-line': () =>
    'mettez trois fois deux-points (:::simple), puis la liste, puis ::: seul sur sa ligne',
  'plain-of-sentences': () =>
    'la version simple est une liste de phrases courtes : mettez un tiret devant chacune',
  'second-plain': () => 'cette section a déjà un bloc :::simple : n’en gardez qu’un',
  'statement-with-why': () => 'un engagement n’a pas de « Pourquoi » : mettez-le dans une section',
  'statement-with-audience': () => 'un engagement s’adresse à qui signe : enlevez pour="…"',

  // JSON.
  'empty-file': () => 'le fichier est vide',
  'json-syntax': ({ fault }) =>
    `ce n’est pas du JSON : ${fault === undefined ? 'vérifiez cet endroit' : jsonFaults[fault]}`,
  'repeated-name': ({ name }) =>
    `« ${name} » est déjà écrit dans cet objet : n’en gardez qu’un, les lecteurs ne verraient que le dernier`,
  'unknown-document': () =>
    'ce document n’est ni une charte, ni un fichier de réseaux, ni des textes : commencez-le par "schema": "charter/1" ou "networks/1"',
  misspelled: ({ name, near }) =>
    `« ${name} » n’est pas connu et sera ignoré : vouliez-vous dire « ${near} » ?`,

  // What a charter says.
  'history-lacks-version': ({ version }) =>
    `l’historique ne dit rien de la version ${version} : ajoutez-y une ligne avec sa date et ses changements`,
  'history-later': ({ version }) =>
    `cette version est plus récente que celle de la charte (${version}) : corrigez l’une ou l’autre`,
  'since-later': ({ since, version }) =>
    `la section serait apparue dans la version ${since}, après celle de la charte (${version}) : corrigez l’une ou l’autre`,
  'no-issuer': () => 'mettez le nom de votre établissement : le texte signé dit ainsi de qui il vient',
  'no-statement': () => 'aucun engagement n’est à signer : ajoutez au moins une phrase',
  'vague-link': ({ text }) => `« ${text} » ne dit pas où mène le lien : mettez le lien sur le nom de la page`,
  'bare-address': ({ address }) =>
    `l’adresse ${address} ne sera pas un lien : mettez-la derrière des mots, [mots](adresse) en Markdown`,
  typography: ({ fault, near }) => `${near === '' ? '' : `près de « ${near} », `}${typographyAdvice[fault]}`,

  // What a networks file says.
  'review-before-edition': ({ revision }) =>
    `la date de relecture précède celle de l’édition (${revision}) : corrigez l’une ou l’autre`,
  'host-of-built-in': ({ host, network }) =>
    `« ${host} » ne fait pas partie des sites de ${network}, qui ne changent pas : enlevez-le, ou donnez un autre identifiant à votre réseau`,
  'not-a-host': ({ host }) =>
    `« ${host} » n’est pas un nom de site : écrivez par exemple exemple.fr, en minuscules, sans https:// ni barre oblique`,
  'link-elsewhere': ({ href, network, hosts }) =>
    `l’adresse ${href} ne mène pas à un site de ${network} (${hosts.join(', ') || 'aucun'}) et ne sera pas un lien : corrigez-la, ou ajoutez son site à « hosts »`,
  'step-taken': ({ id, owner, network }) =>
    `l’identifiant « ${id} » est déjà celui d’un réglage du réseau « ${owner} » : donnez-en un autre, par exemple ${network}-${id}`,

  // Texts of the interface.
  'text-of-no-text': ({ id }) => `« ${id} » attend un texte entre guillemets`,
  'unknown-text': ({ id, near }) =>
    `aucun texte de l’interface ne s’appelle « ${id} » : ${
      near === undefined
        ? 'la commande « charter-elements texts » donne tous les noms'
        : `vouliez-vous dire « ${near} » ?`
    }`,
  'emptied-text': () =>
    'ce texte est vide : écrivez quelque chose, ou enlevez la ligne pour garder le texte d’origine',
  'value-left-out': ({ mark, value, original }) =>
    `${mark} (${interfaceValue('fr', value)}) n’y est plus : le texte d’origine est « ${original} »`,
  'value-unknown': ({ mark, original }) =>
    `${mark} n’existe pas dans ce texte : le texte d’origine est « ${original} »`,
};
