import type * as french from './fr-help.ts';
import type { SameCodes } from './same-codes.ts';

/** The help of fr-help.ts in English. */
export const frame: SameCodes<typeof french.frame> = {
  motto: 'your charter, your words',
  usage: 'Usage: ',
  separator: ': ',
  synopsis: 'charter-elements <command> [options] [files]',
  commands: 'Commands:',
  options: 'Options:',
  examples: 'Examples:',
  version: 'shows the version',
  'help-of-all': 'shows this help; after a command, that of the command',
  'standard-input':
    'The file name “-” reads the standard input. Without NO_COLOR and in a terminal, messages are in colour.',
  'exit-codes':
    'Exit codes: 0 all is well, 1 there is something to put right (or a difference), 2 the command is mistyped, or the address out of reach.',
};

export const commonOptions: SameCodes<typeof french.commonOptions> = {
  lang: { value: 'fr|en', help: 'language of what the command says: fr (the default) or en' },
  json: { help: 'writes the result in JSON, for a script' },
  help: { help: 'shows this help' },
};

export const commands: SameCodes<typeof french.commands> = {
  init: {
    usage: '[folder]',
    summary: 'writes what to start from: charte.md, reseaux.json and textes.json',
    description: [
      'Writes into the folder (this one by default) the built-in charter, in Markdown and with explanations, a networks file and a file of texts. A file that is there already is never replaced without --force. The charter is in French, and so are the words that Markdown files are marked with.',
    ],
    options: { force: { help: 'replaces the files that are there' } },
  },
  compile: {
    usage: '<charter.md>',
    summary: 'makes of a charter in Markdown the JSON document that the page shows',
    description: [
      'Writes the JSON document to the standard output, or to the file that -o names. Nothing is written while there is an error left.',
      'The signs that keyboards do not have are put in for you: no-break spaces, curly apostrophes, French quotation marks, ellipses.',
    ],
    options: {
      output: { value: 'charter.json', help: 'writes to this file (replaced if it is there)' },
      'keep-typography': { help: 'leaves typography as it is typed' },
    },
  },
  validate: {
    usage: '<file>…',
    summary: 'checks a charter, a networks file or texts',
    description: [
      'Reads charters (Markdown or JSON), networks files and interface texts (JSON), and says all that is to be put right, with the file, the line and the column. The name “-” reads the standard input.',
      'An error keeps the charter from being shown or misleads those who read it; a warning is about what could be better, such as typography. Both give the exit code 1.',
    ],
    options: {
      'errors-only': { help: 'leaves warnings aside' },
      'keep-typography': {
        help: 'in Markdown, checks typography as it is typed, without putting it right first',
      },
    },
  },
  digest: {
    usage: '<file>…',
    summary: 'gives the digest of a charter, the one that signatures carry',
    description: [
      'The digest (sha256:…) says exactly which text was signed: the browser computes the same. A charter in Markdown is compiled first.',
    ],
    options: {},
  },
  diff: {
    usage: '<older> <newer>',
    summary: 'says what readers will see as changed from one version to the other',
    description: [
      'Compares two charters (Markdown or JSON) by their ids: sections, good practices and statements that are new, changed, removed or moved. What readers cannot see is not counted.',
      'The exit code is 0 when nothing changes for readers, 1 otherwise.',
    ],
    options: {},
  },
  texts: {
    usage: '',
    summary: 'writes all texts of the interface, to be changed',
    description: [
      'Gives each text of the interface by its name. Keep the lines that you change, delete the others: they will follow the improvements to come.',
      'The marks ${0}, ${1}… stand for a value (a number, a date): the line “// name” before says which. Keep them in your sentence.',
    ],
    options: {
      output: { value: 'texts.json', help: 'writes to this file, which must not be there' },
      force: { help: 'replaces the file if it is there' },
    },
  },
  conformance: {
    usage: '<address>',
    summary: 'tries an address that receives signatures, and says what to put right',
    description: [
      'Sends to the address what the element charter-acknowledgement will send it: valid signatures, texts at the limits of the schema, the same again and at the same time, requests to be refused, hostile content. Each answer is read as the element will read it, without following redirects.',
      'Beware: the trial writes rows into the database of the address, up to eighty, in the name of « Essai de conformité ». Run it against a service in production only if you mean to. Where the headers that are given stand for a person, it says so, and asks before it writes in their name.',
      'A breach is a failing in what the contract requires: a signature could be lost, doubled, or wrongly said to be recorded. A remark is about what the reference receiver does as well. --strict counts remarks too.',
      'The trial sees nothing but the answers: a database that keeps two rows and answers as if it kept one escapes it, except where GET {address}/{id} gives them to be read back. Count the rows of « Essai de conformité » afterwards.',
      'HTTPS: for an internal certificate authority, NODE_EXTRA_CA_CERTS=authority.pem or NODE_OPTIONS=--use-system-ca.',
      'Exit codes: 0 conforming, 1 one breach at least (or a remark with --strict), 2 address out of reach or command mistyped.',
    ],
    options: {
      charter: {
        value: 'file',
        help: 'the charter that the address takes, in Markdown or JSON (otherwise the built-in one)',
      },
      header: {
        value: 'header',
        help: 'header of every request, such as "Authorization: Bearer …"; may be given several times',
      },
      'receipt-keys': {
        value: 'address',
        help: 'key set (JWKS) that signed receipts are verified with: address or file',
      },
      origin: {
        value: 'origin',
        help: 'origin of a page of another host, to try the sharing between origins (CORS)',
      },
      'under-session': {
        help: 'allows rows to be written in the name of the person whom the headers stand for',
      },
      timeout: { value: 'seconds', help: 'how long each answer is waited for (10 by default)' },
      strict: { help: 'a remark is enough for the exit code 1' },
    },
  },
};
