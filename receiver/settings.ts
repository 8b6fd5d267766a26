import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trustProxies } from './http/client-address.ts';

/** Files of private keys in the data folder. */
export const receiptKeysFile = 'receipt-keys.json';
export const encryptionKeysFile = 'encryption-keys.json';

/** How a receiver is run. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Address of a PostgreSQL database; without one, an embedded database in `dataFolder`. */
  readonly databaseURL?: string | undefined;
  /** Holds the files of keys, and the embedded database. */
  readonly dataFolder: string;
  readonly chartersFolder: string;
  readonly identityHeader: string;
  readonly identityNameHeader?: string | undefined;
  readonly identityDepartmentHeader?: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly requireIdentity: boolean;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  readonly allowedOrigins: readonly string[];
  readonly allowMutableTable: boolean;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const defaultSettings: Settings = {
  port: 4173,
  host: '127.0.0.1',
  dataFolder: here('data'),
  chartersFolder: here('../locales/content'),
  identityHeader: 'x-remote-user',
  trustedProxies: [],
  requireIdentity: false,
  rateLimit: 600,
  allowedOrigins: [],
  allowMutableTable: false,
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 *
 * @throws Error with one sentence for each variable that is wrong.
 */
export function readSettings(environment: Environment): Settings {
  const faults: string[] = [];
  function read<T>(name: string, fallback: T, parse: (text: string) => T): T {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    try {
      return parse(text);
    } catch (error) {
      faults.push(
        `${name} is ${JSON.stringify(name === 'DATABASE_URL' ? '…' : text)}: ${(error as Error).message}.`,
      );
      return fallback;
    }
  }

  const defaults = defaultSettings;
  const settings: Settings = {
    port: read('PORT', defaults.port, (text) => parseWholeNumber(text, 65_535)),
    host: read('HOST', defaults.host, parseHost),
    databaseURL: read('DATABASE_URL', undefined, parseDatabaseURL),
    dataFolder: read('DATA_DIR', defaults.dataFolder, parseFolder),
    chartersFolder: read('CHARTERS_DIR', defaults.chartersFolder, parseFolder),
    identityHeader: read('IDENTITY_HEADER', defaults.identityHeader, parseHeaderName),
    identityNameHeader: read('IDENTITY_NAME_HEADER', undefined, parseHeaderName),
    identityDepartmentHeader: read('IDENTITY_DEPARTMENT_HEADER', undefined, parseHeaderName),
    trustedProxies: read('TRUSTED_PROXY', defaults.trustedProxies, parseProxies),
    requireIdentity: read('REQUIRE_IDENTITY', defaults.requireIdentity, parseBoolean),
    rateLimit: read('RATE_LIMIT', defaults.rateLimit, (text) => parseWholeNumber(text, 1_000_000)),
    allowedOrigins: read('ALLOWED_ORIGINS', defaults.allowedOrigins, parseOrigins),
    allowMutableTable: read('ALLOW_MUTABLE_TABLE', defaults.allowMutableTable, parseBoolean),
  };
  if (settings.requireIdentity && settings.trustedProxies.length === 0) {
    faults.push(
      'REQUIRE_IDENTITY is true and TRUSTED_PROXY is empty, so no one could ever sign: ' +
        'set TRUSTED_PROXY to the address of the proxy that signs people in.',
    );
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return settings;
}

function parseWholeNumber(text: string, most: number): number {
  if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`expected a whole number from 0 to ${most}`);
}

function parseBoolean(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new Error('expected true or false');
}

function parseHost(text: string): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new Error('expected a host name or an IP address, without port');
}

function parseDatabaseURL(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Error('expected postgresql://user:password@host:port/database');
}

function parseFolder(text: string): string {
  return isAbsolute(text) ? text : resolve(text);
}

function parseHeaderName(text: string): string {
  if (/^[!#$%&'*+.^_`|~\w-]+$/.test(text)) return text.toLowerCase();
  throw new Error('expected the name of one HTTP header');
}

function parseProxies(text: string): string[] {
  const addresses = parseList(text);
  trustProxies(addresses);
  return addresses;
}

function parseOrigins(text: string): string[] {
  const origins = parseList(text);
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong === undefined) return origins;
  throw new Error(`${JSON.stringify(wrong)} is not an origin such as https://intranet.example`);
}

function parseList(text: string): string[] {
  return text.split(',').flatMap((item) => item.trim() || []);
}
