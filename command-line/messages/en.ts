import { describeProblem } from 'charter-elements/charter';
import type { ProblemCode, ProblemParams } from 'charter-elements/charter';
import { jsonFaults, suggest, typographyAdvice } from './en-details.ts';
import type { FindingCode, FindingParams, FrontShape, Identified, PlainText } from './finding-codes.ts';
import { interfaceValue } from './interface-values.ts';

const frontShapes: Readonly<Record<FrontShape, string>> = {
  word: 'a word or a date',
  plain: 'a text',
  text: 'a text',
  list: 'a list',
  map: 'lines “name: value”, indented by two spaces',
};
const plainTexts: Readonly<Record<PlainText, string>> = {
  title: 'the title',
  'section-title': 'the title of a section',
  'group-title': 'the title of a group',
  statement: 'a statement',
  cite: 'the name of who is quoted',
};
const nouns: Readonly<Record<Identified, string>> = {
  section: 'section',
  practice: 'practice',
  statement: 'statement',
  network: 'network',
  step: 'setting',
};

/** The words that the library has for what its schemas find. */
const asInLibrary =
  <Code extends ProblemCode>(code: Code) =>
  (params: ProblemParams[Code]): string =>
    describeProblem(code, params);

/** What there is to put right, in English: what is wrong, then what to do. */
export const english: { readonly [Code in FindingCode]: (params: FindingParams[Code]) => string } = {
  // What the schemas find.
  missing: ({ name }) => `“${name}” is missing: add it`,
  unexpected: ({ name }) => `“${name}” has no place here: leave it out`,
  'wrong-type': asInLibrary('wrong-type'),
  'not-a-choice': asInLibrary('not-a-choice'),
  'not-that-value': asInLibrary('not-that-value'),
  'other-schema': ({ expected }) => `this format is not known: write "schema": "${expected}"`,
  'empty-text': ({ name }) => `this text is empty: write something, or leave out “${name}”`,
  'empty-list': () => 'this list is empty: add an item, or leave the list out',
  'empty-section': () => 'this section is empty: write a paragraph at least, or leave it out',
  'no-section': () => 'the charter has no section: add one (## in Markdown)',
  'no-audience': asInLibrary('no-audience'),
  'too-many': asInLibrary('too-many'),
  'not-a-text': asInLibrary('not-a-text'),
  'not-a-run': asInLibrary('not-a-run'),
  'not-a-path-step': asInLibrary('not-a-path-step'),
  'not-an-id': asInLibrary('not-an-id'),
  'repeated-id': asInLibrary('repeated-id'),
  'not-a-version': asInLibrary('not-a-version'),
  'not-a-language': asInLibrary('not-a-language'),
  'not-a-date': asInLibrary('not-a-date'),
  'no-such-date': asInLibrary('no-such-date'),
  'not-an-instant': asInLibrary('not-an-instant'),
  'no-such-instant': asInLibrary('no-such-instant'),
  'not-a-whole-number': asInLibrary('not-a-whole-number'),
  'unsafe-link': asInLibrary('unsafe-link'),
  'not-a-deep-link': asInLibrary('not-a-deep-link'),
  'not-a-uuid': asInLibrary('not-a-uuid'),
  'not-a-digest': asInLibrary('not-a-digest'),
  'too-long': asInLibrary('too-long'),
  'unpaired-surrogate': asInLibrary('unpaired-surrogate'),
  'control-character': asInLibrary('control-character'),
  'bidirectional-control': asInLibrary('bidirectional-control'),
  'line-break': asInLibrary('line-break'),
  'malformed-email': asInLibrary('malformed-email'),
  invisible: asInLibrary('invisible'),
  unstorable: asInLibrary('unstorable'),
  'too-deep': asInLibrary('too-deep'),
  'no-digest': asInLibrary('no-digest'),
  'not-json': asInLibrary('not-json'),
  invalid: asInLibrary('invalid'),

  // The front matter.
  'no-front-matter': () =>
    'the front matter is missing: begin the file with ---, then id, version, titre…, then ---',
  'open-front-matter': () => 'the front matter does not end: put --- alone on a line after its last line',
  'front-matter-repeated': () => 'this name is in the front matter already: keep one',
  'front-matter-tab': () => 'a tab indents this line: use spaces',
  'front-matter-colon': () =>
    'a colon followed by a space misleads the reading: put the whole value between straight quotation marks ("…")',
  'front-matter-sign': () => 'a quotation mark, a bracket or a colon is missing: look at this line',
  'front-matter-line': () =>
    'this line of the front matter is not understood: write “name: value”, the value between straight quotation marks if it has : or #',
  'front-matter-no-names': () => 'the front matter is made of lines “name: value”: id, version, titre…',
  'front-matter-unknown': ({ word, ...suggestion }) =>
    `“${word}” is not known in the front matter: ${suggest(suggestion)}`,
  'front-matter-twice': ({ word }) => `“${word}” is in the front matter already: keep one`,
  'front-matter-shape': ({ expected }) => `here, the front matter has ${frontShapes[expected]}`,
  'front-matter-misplaced': ({ choices }) => `this has no place here: only ${choices.join(', ')}`,
  'front-matter-paragraph': () => 'here, the front matter has one paragraph',

  // Titles, sections and ids.
  'text-before-sections': () =>
    'this text comes before the first section: put a title ## above it, or move it to the front matter (résumé: …)',
  'text-between-lists': () =>
    'only lists are carried here: put a hyphen before it, or move this text to a section',
  'titles-differ': () => 'this title and that of the front matter differ: keep one',
  'second-title': () => 'a charter has one title #, at the top: a section begins with ##',
  'charter-without-id': ({ id }) => `the charter has no id: add “id: ${id}” to the front matter`,
  'without-id': ({ what, id }) =>
    `this ${nouns[what]} has no id: add {#${id}} at its end, so that it stays the same when the words change`,
  'unknown-class': ({ className }) => `“.${className}” is not known: .pratiques, .engagements or .section`,
  'heading-before-sections': () =>
    'titles begin with ## (# for the title of the charter): take away the other #',
  'heading-in-section': () =>
    'a section has no title below its own: make it a section (##), or a paragraph that begins in **bold**',
  'heading-space': () => 'a title has a space after its #: write “## Title”',
  'id-taken': ({ what, id }) => `the id “${id}” is that of another ${nouns[what]} already: choose another`,

  // Attributes.
  'misplaced-attribute': ({ word }) => `“${word}” has no place here: leave it out`,
  'unreadable-attribute': ({ written }) =>
    `“${written}” is not understood: write for example {#id pour="personnel"}`,
  'unknown-attribute': ({ word, ...suggestion }) => `“${word}” is not known: ${suggest(suggestion)}`,
  'unknown-audience': ({ word, ...suggestion }) =>
    `the audience “${word}” is not known: ${suggest(suggestion)}`,
  'no-audience-word': () => 'say for whom: pour="personnel", pour="patients visiteurs"…',

  // What Markdown has and a charter has not.
  'plain-only': ({ what }) =>
    `${plainTexts[what]} takes neither bold, italic nor links: leave the words alone`,
  'two-marks': () => 'a word cannot be bold, italic or a link at the same time: keep one of them',
  'link-title': () =>
    'the title of a link (between quotation marks after the address) is not carried: leave it out',
  image: () => 'an image cannot be carried: leave it out, or describe it in a few words',
  'inline-code': () => 'there is no code in a charter: put quotation marks in place of the backticks',
  html: () => 'HTML is not carried: write the text alone (comments <!-- … --> are fine)',
  'line-end': () =>
    'a line end inside a paragraph is not carried: leave an empty line, or take away the two spaces (or the backslash) at the end of the line',
  'not-carried-in-text': () => 'this cannot be carried into a charter: write text',
  'code-block': () => 'a block of code has no place in a charter: write the text without backticks',
  'thematic-break': () => 'a rule (--- or ***) is not carried: take this line away',
  'not-carried': () => 'this cannot be carried here: write a paragraph or a list',
  table: () => 'a table cannot be carried: make a list, an item for each row',
  'mistyped-block': () =>
    'this block is not understood: write :::simple alone on its line, or ::article{code="…" numero="…"} with straight quotation marks',
  footnote: () => 'a footnote cannot be carried: move it to the text, or to the sources',

  // Lists, quotations, blocks.
  'list-dash': () => 'a list begins each line with a plain hyphen and a space: “- word”',
  'ordered-list': () => 'the numbers of a list are not carried: begin each line with a hyphen',
  'nested-list': () => 'a list in a list cannot be carried: move these items up by a level',
  'long-item': () => 'an item of a list is one paragraph: make two items of it',
  'empty-item': () => 'this item of a list is empty or no text: write a sentence after the hyphen',
  'empty-entry': () => 'this item of a list is empty: write a sentence after the hyphen',
  'only-why': () => 'only “Pourquoi : …” can follow the text: make another item of it, without indent',
  'quote-of-text': () => 'a quotation holds nothing but text: move this out of it',
  'quote-of-one-paragraph': () =>
    'a quotation is one paragraph: make two quotations of it, with a paragraph between them',
  'open-block': ({ name }) => `the block :::${name} does not end: put ::: alone on a line after its content`,
  'unknown-block': ({ name, ...suggestion }) => `the block “${name}” is not known: ${suggest(suggestion)}`,
  'reference-attribute': ({ word }) =>
    `“${word}” has no place in a reference: write ::article{code="Code pénal" numero="226-13" lien="https://…"}`,
  'reference-lacks': ({ word }) =>
    `this reference lacks ${word}="…": write ::article{code="Code pénal" numero="226-13"}`,
  'reference-of-one-paragraph': () =>
    'the wording of an article is one paragraph: cut with […], or make a second reference',
  'plain-on-one-line': () => 'begin with three colons (:::simple), then the list, then ::: alone on its line',
  'plain-of-sentences': () =>
    'the plain version is a list of short sentences: put a hyphen before each of them',
  'second-plain': () => 'this section has a block :::simple already: keep one',
  'statement-with-why': () => 'a statement has no “Pourquoi”: move it to a section',
  'statement-with-audience': () => 'a statement is for whoever signs: leave out pour="…"',

  // JSON.
  'empty-file': () => 'the file is empty',
  'json-syntax': ({ fault }) =>
    `this is not JSON: ${fault === undefined ? 'look at this place' : jsonFaults[fault]}`,
  'repeated-name': ({ name }) =>
    `“${name}” is in this object already: keep one, readers would see the last of them alone`,
  'unknown-document': () =>
    'this document is neither a charter, nor a networks file, nor texts: begin it with "schema": "charter/1" or "networks/1"',
  misspelled: ({ name, near }) => `“${name}” is not known and will be ignored: did you mean “${near}”?`,

  // What a charter says.
  'history-lacks-version': ({ version }) =>
    `the history says nothing of version ${version}: add a line with its date and its changes`,
  'history-later': ({ version }) =>
    `this version is later than that of the charter (${version}): correct one of them`,
  'since-later': ({ since, version }) =>
    `the section would have come with version ${since}, after that of the charter (${version}): correct one of them`,
  'no-issuer': () => 'put the name of your institution: the signed text then says whom it comes from',
  'no-statement': () => 'there is no statement to sign: add a sentence at least',
  'vague-link': ({ text }) =>
    `“${text}” does not say where the link leads: put the link on the name of the page`,
  'bare-address': ({ address }) =>
    `the address ${address} will not be a link: put it behind words, [words](address) in Markdown`,
  typography: ({ fault, near }) => `${typographyAdvice[fault]}${near === '' ? '' : `, near “${near}”`}`,

  // What a networks file says.
  'review-before-edition': ({ revision }) =>
    `the date of the review comes before that of the edition (${revision}): correct one of them`,
  'host-of-built-in': ({ host, network }) =>
    `“${host}” is none of the sites of ${network}, which do not change: leave it out, or give your network another id`,
  'not-a-host': ({ host }) =>
    `“${host}” is not the name of a site: write for example example.org, in small letters, without https:// and slash`,
  'link-elsewhere': ({ href, network, hosts }) =>
    `the address ${href} does not lead to a site of ${network} (${hosts.join(', ') || 'none'}) and will not be a link: correct it, or add its site to “hosts”`,
  'step-taken': ({ id, owner, network }) =>
    `the id “${id}” is that of a setting of the network “${owner}” already: choose another, for example ${network}-${id}`,

  // Texts of the interface.
  'text-of-no-text': ({ id }) => `“${id}” has a text between quotation marks`,
  'unknown-text': ({ id, near }) =>
    `no text of the interface is called “${id}”: ${
      near === undefined
        ? 'the command “charter-elements texts” lists all of them'
        : `did you mean “${near}”?`
    }`,
  'emptied-text': () => 'this text is empty: write something, or leave the line out to keep the original',
  'value-left-out': ({ mark, value, original }) =>
    `${mark} (${interfaceValue('en', value)}) is not there any more: the original is “${original}”`,
  'value-unknown': ({ mark, original }) =>
    `${mark} does not exist in this text: the original is “${original}”`,
};
