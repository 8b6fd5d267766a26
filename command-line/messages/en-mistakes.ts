import { suggest } from './en-details.ts';
import { receptions } from './en-trial.ts';
import type * as french from './fr-mistakes.ts';
import type { FileFault, NetworkParams, TrialRefusal } from './fr-mistakes.ts';
import { describeReception } from './reception.ts';
import type { SameCodes } from './same-codes.ts';

const fileFaults: Readonly<Record<FileFault, string>> = {
  missing: 'there is no such file',
  folder: 'it is a folder',
  exists: 'it is there already (--force replaces it)',
  'not-a-folder': 'a file has the name of this folder already',
  forbidden: 'you are not allowed to',
};

const why = ({ fault, said }: { fault: FileFault | undefined; said: string }): string =>
  fault === undefined ? said : fileFaults[fault];

function explainNetwork({ fault, failure, seconds }: NetworkParams): string {
  switch (fault) {
    case 'timeout':
      return `no answer within ${seconds.toLocaleString('en')} s (see --timeout)`;
    case 'unknown-host':
      return 'this host name is unknown';
    case 'refused':
      return 'no server listens at this address';
    case 'hung-up':
      return 'the server cuts the connection without an answer (https in place of http?)';
    case 'certificate':
      return `its certificate is not trusted (${failure}): give the authority of the hospital by NODE_EXTRA_CA_CERTS=authority.pem, or NODE_OPTIONS=--use-system-ca`;
    case 'other':
      return `no answer (${failure})`;
  }
}

const trialRefusals: Readonly<Record<TrialRefusal, string>> = {
  authorization: 'it asks for authorization: give it by --header "Authorization: …"',
  access: 'it refuses access: give authorization by --header "Authorization: …"',
  'other-signer':
    'the session is that of a person who is not called « Essai de conformité »: give that of an account for trials of this name',
  'not-found': 'nothing is served at this address: check its path',
  'no-post': 'it does not take POST: check its path',
  token:
    'an anti-CSRF token is probably missing: give that of an open page by --header "X-CSRF-Token: …", with its cookie',
};

/** The mistakes of fr-mistakes.ts in English. */
export const mistakes: SameCodes<typeof french.mistakes> = {
  'unknown-command': ({ name, ...suggestion }) =>
    `there is no command “${name}” (see --help): ${suggest(suggestion)}`,
  'unknown-option': ({ option, ...suggestion }) => `there is no option ${option}: ${suggest(suggestion)}`,
  'option-without-value': ({ option }) => `the option ${option} needs a value`,
  'option-with-value': ({ option }) => `the option ${option} takes no value`,
  'unknown-language': ({ languages, given }) => `--lang takes ${languages.join(' or ')}, not “${given}”`,
  'unreadable-file': (params) => `cannot read ${params.file}: ${why(params)}`,
  'unwritable-file': (params) => `cannot write ${params.file}: ${why(params)}`,
  'not-utf-8': ({ file }) =>
    `${file === '-' ? 'the standard input' : file} is not in UTF-8: save the file again with the encoding UTF-8`,
  'no-file-to-validate': () => 'which file is to be checked? Give one name at least',
  'two-charters': () => 'give two charters: the older, then the newer',
  'one-charter': () => 'give the name of one charter, and no more',
  'no-charter': () => 'of which charter do you want the digest? Give the name of a file',
  'not-a-charter': ({ file }) => `${file === '-' ? 'the standard input' : file} is not a charter`,
  'one-folder': () => 'give one folder',
  'files-exist': ({ files }) =>
    `${files.join(', ')}: there already, and nothing was written. Choose another folder, or --force to replace`,
  'file-too-many': ({ file }) => `“${file}” is one too many: to write to a file, give -o ${file}`,

  'one-address': () => 'give one address to try, and no more',
  'not-an-address': ({ text }) =>
    `“${text}” is not a complete address, such as https://intranet.example/signatures`,
  'password-in-address': () => 'put no password into the address: give --header "Authorization: …"',
  'not-seconds': ({ given }) => `--timeout takes a number of seconds, not “${given}”`,
  'not-a-header': ({ name }) => `--header takes “Name: value”, in plain letters (${name})`,
  'not-an-origin': ({ given }) => `--origin takes an origin such as https://intranet.example, not “${given}”`,
  'no-key-set': ({ place }) => `--receipt-keys: ${place} gives no key set (JWKS)`,
  'keys-unreachable': (params) => `--receipt-keys: ${explainNetwork(params)}`,
  'keys-refused': ({ address, status }) => `--receipt-keys: ${address} answers ${status}`,

  'session-not-allowed': () => 'nothing was sent: to write in the name of this person, add --under-session',
  'session-declined': () => 'nothing was sent',

  unreachable: ({ address, ...params }) => `${address}: ${explainNetwork(params)}`,
  redirects: ({ address, to, status }) =>
    `${address}: it leads to ${to ?? 'another address'} (${status}), and the element follows no redirect. ` +
    'Give the final address, or authorization by --header; if it is a page that says thank you, answer 201 instead',
  'trial-refused': ({ address, reason, got }) =>
    `${address}: ${trialRefusals[reason]} (${describeReception(receptions, got)})`,
  'other-charter': ({ address, charter, got, detail }) =>
    `${address}: it does not take signatures of the charter ${charter.id} ${charter.version} (${charter.locale}): ` +
    `give its own by --charter (${describeReception(receptions, got)}${detail === undefined ? '' : `: ${detail}`})`,
};
