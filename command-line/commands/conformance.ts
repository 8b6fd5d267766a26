import { digestDocument } from 'charter-elements/charter';
import type { LoadedCharter } from 'charter-elements/charter';
import { builtInCharter } from '../checks/built-in.ts';
import { runChecks } from '../conformance/checks/run-checks.ts';
import { Endpoint } from '../conformance/endpoint.ts';
import { readReceiptKeys } from '../conformance/receipt-keys.ts';
import { trialName } from '../conformance/records.ts';
import type { Language } from '../messages/language.ts';
import { UsageError, exitCodes, languageOf } from '../terminal/command.ts';
import type { Command, Values } from '../terminal/command.ts';
import { out } from '../terminal/terminal.ts';
import { needCharter } from './charter-file.ts';
import { concludeResults, countVerdicts, describeResults } from './describe-results.ts';
import { toJSON } from './report.ts';

/** Milliseconds to wait for an answer, unless told otherwise. */
const defaultTimeout = 10_000;

export const conformance: Command = {
  name: 'conformance',
  usage: '<adresse>',
  summary: 'essaie une adresse qui reçoit les signatures, et dit ce qu’il faut corriger',
  description: [
    'Envoie à l’adresse ce que le composant charter-acknowledgement lui enverra : des signatures valides, des textes aux limites du schéma, les mêmes de nouveau et en même temps, des demandes à refuser, des contenus hostiles. Chaque réponse est lue comme le composant la lira, sans suivre de redirection.',
    'Attention : l’essai écrit des lignes dans la base de l’adresse, jusqu’à quatre-vingts, au nom de « Essai de conformité ». Ne le lancez sur un service en production que si vous le voulez.',
    'Un écart est un manquement à ce que le contrat exige : une signature pourrait être perdue, doublée, ou dite enregistrée à tort. Une remarque signale ce que le receveur de référence fait de plus. --strict compte aussi les remarques.',
    'L’essai ne voit que les réponses : une base qui garde deux lignes et répond comme si elle n’en gardait qu’une lui échappe, sauf là où GET {adresse}/{id} donne à relire. Comptez les lignes de « Essai de conformité » après coup.',
    'HTTPS : pour une autorité de certification interne, NODE_EXTRA_CA_CERTS=autorite.pem ou NODE_OPTIONS=--use-system-ca.',
    'Codes de sortie : 0 conforme, 1 au moins un écart (ou une remarque avec --strict), 2 adresse injoignable ou commande mal écrite.',
  ],
  options: {
    charter: {
      type: 'string',
      value: 'fichier',
      help: 'la charte que l’adresse reçoit, en Markdown ou en JSON (sinon, celle fournie)',
    },
    header: {
      type: 'string',
      value: 'en-tête',
      isRepeated: true,
      help: 'en-tête de chaque demande, par exemple "Authorization: Bearer …" ; plusieurs fois possible',
    },
    'receipt-keys': {
      type: 'string',
      value: 'adresse',
      help: 'jeu de clés (JWKS) qui vérifie les reçus signés : adresse ou fichier',
    },
    origin: {
      type: 'string',
      value: 'origine',
      help: 'origine d’une page d’un autre hôte, pour essayer le partage entre origines (CORS)',
    },
    timeout: { type: 'string', value: 'secondes', help: 'attente de chaque réponse (10 par défaut)' },
    strict: { type: 'boolean', help: 'une remarque suffit pour le code de sortie 1' },
  },
  examples: [
    'charter-elements conformance http://localhost:8080/signatures',
    'charter-elements conformance https://intranet.example/api/signatures --charter charte.json --header "Authorization: Bearer …"',
    'charter-elements conformance http://127.0.0.1:4173/api/signatures --receipt-keys http://127.0.0.1:4173/.well-known/jwks.json --strict',
  ],
  async run(addresses, values) {
    const [address, ...others] = addresses;
    if (address === undefined || others.length > 0)
      throw new UsageError('donnez une adresse à essayer, et une seule');
    const url = parseAddress(address);
    const timeout = parseTimeout(values['timeout']);
    const headers = parseHeaders(values['header']);
    const origin = parseOrigin(values['origin']);
    const charter = await readDocument(values['charter'], languageOf(values));
    if (!charter) return exitCodes.findings;
    const keys = await readReceiptKeys(values['receipt-keys'], { url, headers, timeout });

    const endpoint = new Endpoint({ url, headers, charter, keys, origin, timeout });
    const results = await runChecks(endpoint);
    const counts = countVerdicts(results);
    const isStrict = values['strict'] === true;
    const rows = endpoint.recordedIds.size;
    if (values['json']) out.write(toJSON({ url: url.href, ...counts, rows, results }));
    else {
      const conclusion = concludeResults(results, { isStrict, rows, signer: trialName });
      out.write(`${describeResults(results, out)}\n${conclusion}\n`);
    }
    const isFailed = counts.breach > 0 || (isStrict && counts.remark > 0);
    return isFailed ? exitCodes.findings : exitCodes.ok;
  },
};

function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `« ${text} » n’est pas une adresse complète, comme https://intranet.example/signatures`,
    );
  if (url.username || url.password)
    throw new UsageError('ne mettez pas de mot de passe dans l’adresse : donnez --header "Authorization: …"');
  return url;
}

function parseTimeout(value: Values[string]): number {
  if (value === undefined) return defaultTimeout;
  const seconds = Number(value);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new UsageError(`--timeout attend un nombre de secondes, pas « ${String(value)} »`);
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
      throw new UsageError(`--header attend « Nom: valeur », sans accent (${name})`);
    }
  }
  return headers;
}

function parseOrigin(value: Values[string]): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (URL.canParse(value) && new URL(value).origin === value) return value;
  throw new UsageError(`--origin attend une origine comme https://intranet.example, pas « ${value} »`);
}

async function readDocument(file: Values[string], language: Language): Promise<LoadedCharter | undefined> {
  const charter = typeof file === 'string' ? await needCharter(file, language) : await builtInCharter();
  return charter && { charter, digest: await digestDocument(charter) };
}
