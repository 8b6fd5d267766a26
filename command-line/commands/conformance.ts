import { digestDocument } from 'charter-elements/charter';
import type { LoadedCharter } from 'charter-elements/charter';
import { builtInCharter } from '../checks/built-in.ts';
import { runChecks } from '../conformance/checks/run-checks.ts';
import { Endpoint } from '../conformance/endpoint.ts';
import { readReceiptKeys } from '../conformance/receipt-keys.ts';
import { trialName } from '../conformance/records.ts';
import { findSession } from '../conformance/session.ts';
import type { Session } from '../conformance/session.ts';
import { tellResults } from '../conformance/tell-results.ts';
import type { Language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command, Values } from '../terminal/command.ts';
import { ask, err, out, wrap } from '../terminal/terminal.ts';
import { needCharter } from './charter-file.ts';
import { countVerdicts, describeResults } from './describe-results.ts';
import { toJSON } from './report.ts';

/** Milliseconds to wait for an answer, unless told otherwise. */
const defaultTimeout = 10_000;

export const conformance: Command = {
  name: 'conformance',
  options: {
    charter: {
      type: 'string',
    },
    header: {
      type: 'string',
      isRepeated: true,
    },
    'receipt-keys': {
      type: 'string',
    },
    origin: {
      type: 'string',
    },
    'under-session': { type: 'boolean' },
    timeout: { type: 'string' },
    strict: { type: 'boolean' },
  },
  examples: [
    'charter-elements conformance http://localhost:8080/signatures',
    'charter-elements conformance https://intranet.example/api/signatures --charter charte.json --header "Authorization: Bearer …" --under-session',
    'charter-elements conformance http://127.0.0.1:4173/api/signatures --receipt-keys http://127.0.0.1:4173/.well-known/jwks.json --strict',
  ],
  async run(addresses, values, language) {
    const [address, ...others] = addresses;
    if (address === undefined || others.length > 0) throw new UsageError('one-address');
    const url = parseAddress(address);
    const timeout = parseTimeout(values['timeout']);
    const headers = parseHeaders(values['header']);
    const origin = parseOrigin(values['origin']);
    const charter = await readDocument(values['charter'], language);
    if (!charter) return exitCodes.findings;
    const keys = await readReceiptKeys(values['receipt-keys'], { url, headers, timeout });

    const endpoint = new Endpoint({ url, headers, charter, keys, origin, timeout });
    const session = await findSession(endpoint);
    if (session) await requireConsent(session, values['under-session'] === true, language);
    const results = await runChecks(endpoint);
    const counts = countVerdicts(results);
    const isStrict = values['strict'] === true;
    const rows = endpoint.recordedIds.size;
    const told = tellResults(results, language);
    if (values['json']) out.write(toJSON({ url: url.href, ...counts, rows, results: told }));
    else {
      const conclusion = words[language].results.conclusion({ counts, isStrict, rows, signer: trialName });
      out.write(`${describeResults(told, { output: out, words: words[language] })}\n${conclusion}\n`);
    }
    const isFailed = counts.breach > 0 || (isStrict && counts.remark > 0);
    return isFailed ? exitCodes.findings : exitCodes.ok;
  },
};

/**
 * Says in whose name the rows will be written, and has it allowed: by the option, or by an answer on the terminal.
 *
 * @throws UsageError where it is not; nothing was sent then.
 */
async function requireConsent(session: Session, isAllowed: boolean, language: Language): Promise<void> {
  const { results, confirmation } = words[language];
  err.write(`${err.style('yellow', wrap(results['under-session'](session), '', 100))}\n`);
  if (isAllowed) return;
  const answer = await ask(confirmation.question);
  if (answer === undefined) throw new UsageError('session-not-allowed');
  if (!confirmation.yes.includes(answer.trim().toLowerCase())) throw new UsageError('session-declined');
}

function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError('not-an-address', { text });
  if (url.username || url.password) throw new UsageError('password-in-address');
  return url;
}

function parseTimeout(value: Values[string]): number {
  if (value === undefined) return defaultTimeout;
  const seconds = Number(value);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new UsageError('not-seconds', { given: String(value) });
}

function parseHeaders(value: Values[string]): Headers {
  const headers = new Headers();
  for (const line of Array.isArray(value) ? (value as readonly string[]) : []) {
    const colon = line.indexOf(':');
    try {
      headers.append(line.slice(0, Math.max(colon, 0)).trim(), line.slice(colon + 1).trim());
    } catch {
      // The value may be a secret: only the name is repeated.
      const name = colon > 0 ? line.slice(0, colon) : '…';
      throw new UsageError('not-a-header', { name });
    }
  }
  return headers;
}

function parseOrigin(value: Values[string]): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (URL.canParse(value) && new URL(value).origin === value) return value;
  throw new UsageError('not-an-origin', { given: value });
}

async function readDocument(file: Values[string], language: Language): Promise<LoadedCharter | undefined> {
  const charter = typeof file === 'string' ? await needCharter(file, language) : await builtInCharter();
  return charter && { charter, digest: await digestDocument(charter) };
}
