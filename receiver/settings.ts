import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseConnectionString } from 'pg-connection-string';
import * as v from 'valibot';
import { trustProxies } from './http/client-address.ts';
import { callbackPath, signOnOf, signOnVariables } from './sign-on/sign-on-settings.ts';
import type { SignOnSettings } from './sign-on/sign-on-settings.ts';
import type { RoleRules } from './domain/identity.ts';
import { defaultAllowedHeaders } from './options.ts';
import {
  basePath,
  faultOfHeaderName,
  faultOfOrigin,
  flag,
  folder,
  headerName,
  list,
  wholeNumber,
} from './setting-types.ts';

/** Files of keys in the data folder. */
export const receiptKeysFile = 'receipt-keys.json';
export const encryptionKeysFile = 'encryption-keys.json';
export const sessionKeysFile = 'session-keys.json';

/** How a receiver is run. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Path under which browsers know the receiver, such as `/charter`; empty for the root. */
  readonly basePath: string;
  /** Address of a PostgreSQL database; without one, an embedded database in `dataFolder`. */
  readonly databaseURL?: string | undefined;
  /** Holds the files of keys, and the embedded database. */
  readonly dataFolder: string;
  readonly chartersFolder: string;
  readonly identityHeader: string;
  readonly identityNameHeader?: string | undefined;
  readonly identityDepartmentHeader?: string | undefined;
  readonly identityRolesHeader?: string | undefined;
  readonly roleRules: RoleRules;
  /** The provider that signs people in, where it is not the proxy. */
  readonly signOn?: SignOnSettings | undefined;
  readonly trustedProxies: readonly string[];
  readonly requireIdentity: boolean;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  /** People that a group has at least for coverage to show it. */
  readonly coverageThreshold: number;
  readonly allowedOrigins: readonly string[];
  /** Headers that pages of these origins may send beside those of the contract. */
  readonly allowedHeaders: readonly string[];
  readonly allowMutableTable: boolean;
}

/** The environment variables of a receiver, in the order of `--help`. */
const variables = v.object({
  PORT: v.optional(wholeNumber(65_535, 'Port to listen on; 0 takes any free one.'), '4173'),
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w.:-]+$/, 'expected a host name or an IP address, without port'),
      v.description('Address to listen on; 0.0.0.0 for all of them.'),
    ),
    '127.0.0.1',
  ),
  BASE_PATH: v.optional(
    basePath(
      'Path under which a proxy serves the receiver, such as /charter, stripped by it or not. By default that of OIDC_REDIRECT_URI.',
    ),
  ),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isEncoded, 'the characters / ? # @ of a name or a password are written %2F %3F %23 %40'),
      v.check(isDatabaseURL, 'expected postgresql://user:password@host:port/database'),
      v.description('A PostgreSQL server. Without it, an embedded database in DATA_DIR.'),
    ),
  ),
  DATA_DIR: v.optional(
    folder('Folder of the files of keys, and of the embedded database.'),
    'charter-receiver-data',
  ),
  CHARTERS_DIR: v.optional(
    folder('Folder of the charters that people may sign: every JSON file with "schema": "charter/1".'),
    builtInCharters,
  ),
  TRUSTED_PROXY: v.optional(
    list(
      faultOfProxy,
      'Addresses or ranges of the reverse proxy. Nobody else’s identity headers or X-Forwarded-For are believed.',
    ),
    '',
  ),
  IDENTITY_HEADER: v.optional(
    headerName('Header in which the proxy says who is signed in, in percent-encoded UTF-8.'),
    'x-remote-user',
  ),
  IDENTITY_NAME_HEADER: v.optional(headerName('The same for the name.')),
  IDENTITY_DEPARTMENT_HEADER: v.optional(headerName('The same for the department.')),
  IDENTITY_ROLES_HEADER: v.optional(headerName('The same for the roles or groups.')),
  ...signOnVariables,
  READER_ROLES: v.optional(
    v.pipe(
      v.string(),
      v.description('Roles or groups, there, that read what others signed and who declined.'),
    ),
    '',
  ),
  ROLES_SEPARATOR: v.optional(
    v.pipe(
      v.picklist([',', ';', '|'], 'expected one of , ; |'),
      v.description('What stands between roles: here, in the header, and in a claim that is one text.'),
    ),
    ',',
  ),
  REQUIRE_IDENTITY: v.optional(
    flag('true answers 401 to whoever is not signed in. By default, where OIDC_ISSUER is set.'),
  ),
  RATE_LIMIT: v.optional(
    wholeNumber(
      1_000_000,
      'Requests a minute of one client, a body of more than 4 kB counting for several; 0 for no limit. Behind a proxy set TRUSTED_PROXY, or everyone is one client.',
    ),
    '600',
  ),
  COVERAGE_THRESHOLD: v.optional(
    wholeNumber(
      1000,
      'People that a department has at least to be counted by itself; smaller ones are counted together.',
    ),
    '5',
  ),
  ALLOWED_ORIGINS: v.optional(
    list(faultOfOrigin, 'Origins of pages on other hosts that may post, by script or by form.'),
    '',
  ),
  ALLOWED_HEADERS: v.optional(
    list(
      faultOfHeaderName,
      'Headers that pages of these origins may send, beside Accept, Content-Type and Idempotency-Key.',
    ),
    defaultAllowedHeaders.join(),
  ),
  ALLOW_MUTABLE_TABLE: v.optional(
    flag('true goes on when the database cannot make the triggers that refuse changes.'),
    'false',
  ),
});

/** Their values may not be printed. */
const secrets: readonly string[] = ['DATABASE_URL', 'OIDC_CLIENT_SECRET'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 *
 * @throws Error with one sentence for each variable that is wrong.
 */
export function readSettings(environment: Environment): Settings {
  const given = Object.keys(variables.entries).flatMap((name) => {
    const text = environment[name]?.trim();
    return text ? [[name, text] as const] : [];
  });
  const result = v.safeParse(variables, Object.fromEntries(given), { abortPipeEarly: true });
  if (!result.success) throw new Error(result.issues.map(sentenceOf).join('\n'));
  const { output } = result;
  const signOn = signOnOf(
    output,
    given.map(([name]) => name),
  );
  if (output.REQUIRE_IDENTITY && !signOn && output.TRUSTED_PROXY.length === 0) {
    throw new Error(
      'REQUIRE_IDENTITY is true and TRUSTED_PROXY is empty, so no one could ever sign: ' +
        'set TRUSTED_PROXY to the address of the proxy that signs people in, or OIDC_ISSUER to the provider.',
    );
  }
  const signOnPath = signOn && new URL(signOn.redirectURI).pathname.slice(0, -`/${callbackPath}`.length);
  if (output.BASE_PATH !== undefined && signOnPath !== undefined && output.BASE_PATH !== signOnPath) {
    throw new Error(
      `BASE_PATH is ${JSON.stringify(output.BASE_PATH)} and OIDC_REDIRECT_URI has the path ${JSON.stringify(signOnPath)} before ` +
        `/${callbackPath}: leave BASE_PATH out, or write the same path in both.`,
    );
  }
  const separator = output.ROLES_SEPARATOR;
  return {
    port: output.PORT,
    host: output.HOST,
    basePath: output.BASE_PATH ?? signOnPath ?? '',
    databaseURL: output.DATABASE_URL,
    dataFolder: output.DATA_DIR,
    chartersFolder: output.CHARTERS_DIR,
    identityHeader: output.IDENTITY_HEADER,
    identityNameHeader: output.IDENTITY_NAME_HEADER,
    identityDepartmentHeader: output.IDENTITY_DEPARTMENT_HEADER,
    identityRolesHeader: output.IDENTITY_ROLES_HEADER,
    roleRules: {
      groups: { reader: output.READER_ROLES.split(separator).flatMap((group) => group.trim() || []) },
      separator,
    },
    signOn,
    trustedProxies: output.TRUSTED_PROXY,
    // Whose session has ended must not sign as somebody unknown.
    requireIdentity: output.REQUIRE_IDENTITY ?? signOn !== undefined,
    rateLimit: output.RATE_LIMIT,
    coverageThreshold: output.COVERAGE_THRESHOLD,
    allowedOrigins: output.ALLOWED_ORIGINS,
    allowedHeaders: output.ALLOWED_HEADERS,
    allowMutableTable: output.ALLOW_MUTABLE_TABLE,
  };
}

function sentenceOf({ path, input, message }: v.InferIssue<typeof variables>): string {
  const [{ key, value }] = path ?? [{ key: '', value: input }];
  const name = String(key);
  return `${name} is ${secrets.includes(name) ? '"…"' : JSON.stringify(value)}: ${message}.`;
}

/** What each variable is for, and what it is where it is not set; for `--help` and the README. */
export function describeVariables(): { name: string; help: string; fallback: string | undefined }[] {
  return Object.entries(variables.entries).map(([name, entry]) => {
    const fallback: unknown = entry.default;
    return {
      name,
      help: v.getDescription(entry.wrapped) ?? '',
      fallback: typeof fallback === 'string' ? fallback : undefined,
    };
  });
}

/** The charters that come with the library. */
function builtInCharters(): string {
  return dirname(fileURLToPath(import.meta.resolve('charter-elements/content/charter.fr.json')));
}

function isDatabaseURL(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text)) return false;
  try {
    return Boolean(parseConnectionString(text).database);
  } catch {
    return false;
  }
}

/** Where the password has one of these characters as it is, a piece of it is taken for the host, and named in messages. */
function isEncoded(text: string): boolean {
  const [, afterAuthority = ''] = /^\w+:\/\/[^/?#]*(.*)$/s.exec(text) ?? [];
  return !afterAuthority.includes('@');
}

function faultOfProxy(item: string): string | undefined {
  try {
    trustProxies([item]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
