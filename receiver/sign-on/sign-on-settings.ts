import * as v from 'valibot';
import { flag, wholeNumber } from '../setting-types.ts';

/** How people sign in with the hospital's own OpenID Connect provider. */
export interface SignOnSettings {
  readonly issuer: string;
  /** Where the provider describes itself, when not at the usual place under `issuer`. */
  readonly discovery?: string | undefined;
  readonly clientId: string;
  /** One of the two is there. */
  readonly clientSecret?: string | undefined;
  readonly clientSecretFile?: string | undefined;
  /** Left out, it is chosen among those that the provider names. */
  readonly clientAuthentication?: 'client_secret_basic' | 'client_secret_post' | undefined;
  /** Public address of the receiver, followed by `auth/callback`. */
  readonly redirectURI: string;
  readonly scope: string;
  /** Whether the code is bound to the browser by PKCE (RFC 7636). */
  readonly pkce: boolean;
  /** More parameters of the request that sends a person to the provider. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly idClaim: string;
  /** Joined by a space. */
  readonly nameClaims: readonly string[];
  readonly departmentClaim?: string | undefined;
  readonly rolesClaim?: string | undefined;
  /** Minutes without a request after which a session ends. */
  readonly idleTime: number;
  /** Minutes after which a session ends anyway. */
  readonly lifetime: number;
  readonly sameSite: 'lax' | 'none';
}

/** Path of the address that the provider sends people back to, under that of the receiver. */
export const callbackPath = 'auth/callback';

/** Parameters that protect the exchange, and are the receiver's alone. */
const ownParameters = [
  ...['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'state', 'nonce'],
  ...['code_challenge', 'code_challenge_method', 'request', 'request_uri'],
];

const text = (help: string) => v.pipe(v.string(), v.description(help));

const claim = (help: string) =>
  v.pipe(v.string(), v.regex(/^\S+$/, 'expected the name of one claim, without spaces'), v.description(help));

const webAddress = (findFault: (url: URL) => string | undefined, example: string, help: string) =>
  v.pipe(
    v.string(),
    v.check((value) => URL.canParse(value), `expected an address such as ${example}`),
    v.check(
      (value) => findFault(new URL(value)) === undefined,
      ({ input }) => findFault(new URL(input)) ?? '',
    ),
    v.description(help),
  );

/** The environment variables of the sign-on, in the order of `--help`. */
export const signOnVariables = {
  OIDC_ISSUER: v.optional(
    webAddress(
      faultOfIssuer,
      'https://sso.hospital.example/realms/staff',
      'Address of the OpenID Connect provider that signs people in, as it names itself. Without it, the proxy does.',
    ),
  ),
  OIDC_DISCOVERY: v.optional(
    webAddress(
      faultOfDiscovery,
      'https://sso.hospital.example/.well-known/other',
      'Where the provider describes itself. By default, /.well-known/openid-configuration under OIDC_ISSUER.',
    ),
  ),
  OIDC_CLIENT_ID: v.optional(text('The name under which the receiver is registered at the provider.')),
  OIDC_CLIENT_SECRET: v.optional(text('The secret that goes with it.')),
  OIDC_CLIENT_SECRET_FILE: v.optional(text('Or the file that holds the secret.')),
  OIDC_CLIENT_AUTH: v.optional(
    v.pipe(
      v.picklist(
        ['client_secret_basic', 'client_secret_post'],
        'expected client_secret_basic or client_secret_post',
      ),
      v.description(
        'How the secret is sent: client_secret_basic or client_secret_post. By default, what the provider takes.',
      ),
    ),
  ),
  OIDC_REDIRECT_URI: v.optional(
    webAddress(
      faultOfRedirectURI,
      `https://charter.hospital.example/${callbackPath}`,
      `Public address of the receiver, followed by /${callbackPath}, as it is registered at the provider.`,
    ),
  ),
  OIDC_SCOPE: v.optional(
    v.pipe(
      v.string(),
      v.check((value) => value.split(/\s+/).includes('openid'), 'it must hold openid'),
      v.description('What is asked of the provider, with spaces between.'),
    ),
    'openid profile',
  ),
  OIDC_PKCE: v.optional(flag('false leaves PKCE out, for a provider that refuses its parameters.'), 'true'),
  OIDC_PARAMETERS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[^\s=&]+=[^\s&]*(&[^\s=&]+=[^\s&]*)*$/, 'expected name=value pairs with & between'),
      v.transform((value) => Object.fromEntries(new URLSearchParams(value))),
      v.check(
        (parameters) => !ownParameters.some((name) => name in parameters),
        ({ input }) =>
          `${ownParameters.find((name) => name in input) ?? ''} is set by the receiver itself, or has a variable of its own`,
      ),
      v.check(
        ({ max_age: maxAge = '0' }) => /^\d{1,7}$/.test(maxAge),
        'max_age is a whole number of seconds',
      ),
      v.readonly(),
      v.description('More parameters for the provider, such as acr_values=eidas1&prompt=login.'),
    ),
  ),
  OIDC_ID_CLAIM: v.optional(
    claim('Claim that says who is signed in: unique, and never given to somebody else.'),
    'sub',
  ),
  OIDC_NAME_CLAIM: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(/\s+/)),
      v.readonly(),
      v.description('Claim of the name, or several that make it, with spaces between.'),
    ),
    'name',
  ),
  OIDC_DEPARTMENT_CLAIM: v.optional(claim('Claim of the department.')),
  OIDC_ROLES_CLAIM: v.optional(
    claim('Claim of the roles or groups; a dot leads into an object, as in realm_access.roles.'),
  ),
  SESSION_IDLE: v.optional(
    v.pipe(
      wholeNumber(1440, 'Minutes without a request after which people sign in again.'),
      v.minValue(1, 'expected at least 1'),
    ),
    '30',
  ),
  SESSION_LIFETIME: v.optional(
    v.pipe(
      wholeNumber(1440, 'Minutes after which people sign in again anyway.'),
      v.minValue(1, 'expected at least 1'),
    ),
    '480',
  ),
  SESSION_SAME_SITE: v.optional(
    v.pipe(
      v.picklist(['lax', 'none'], 'expected lax or none'),
      v.description(
        'none lets pages of another site than the receiver’s send the session, where browsers do.',
      ),
    ),
    'lax',
  ),
};

type Variables = v.InferOutput<v.ObjectSchema<typeof signOnVariables, undefined>>;

/**
 * The settings of the sign-on; `undefined` where there is none.
 *
 * @param given - Names of the variables that are set.
 * @throws Error with one sentence for each variable that is missing or too many.
 */
export function signOnOf(output: Variables, given: readonly string[]): SignOnSettings | undefined {
  const { OIDC_ISSUER: issuer } = output;
  if (issuer === undefined) {
    const lonely = given.find((name) => name.startsWith('OIDC_'));
    if (lonely === undefined) return undefined;
    throw new Error(`${lonely} is set and OIDC_ISSUER is not: set it to the address of the provider.`);
  }
  const isInBoth = output.OIDC_CLIENT_SECRET !== undefined && output.OIDC_CLIENT_SECRET_FILE !== undefined;
  const isInNone = output.OIDC_CLIENT_SECRET === undefined && output.OIDC_CLIENT_SECRET_FILE === undefined;
  const headers = given.filter((name) => /^IDENTITY_(\w+_)?HEADER$/.test(name));
  const faults = [
    output.OIDC_CLIENT_ID === undefined &&
      'OIDC_CLIENT_ID is missing: set it to the name under which the receiver is registered at the provider.',
    isInNone &&
      'OIDC_CLIENT_SECRET is missing: set it, or OIDC_CLIENT_SECRET_FILE to the file that holds it.',
    isInBoth && 'OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set: remove one.',
    output.OIDC_REDIRECT_URI === undefined &&
      `OIDC_REDIRECT_URI is missing: set it to the public address of the receiver, followed by /${callbackPath}.`,
    // A proxy that is trusted for the addresses of clients alone may let a header of this name through.
    headers.length > 0 &&
      `${headers.join(', ')} and OIDC_ISSUER are set: the proxy or the provider says who is signed in. Remove one.`,
    output.SESSION_IDLE > output.SESSION_LIFETIME &&
      'SESSION_IDLE is longer than SESSION_LIFETIME: shorten it.',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    issuer,
    discovery: output.OIDC_DISCOVERY,
    clientId: output.OIDC_CLIENT_ID!,
    clientSecret: output.OIDC_CLIENT_SECRET,
    clientSecretFile: output.OIDC_CLIENT_SECRET_FILE,
    clientAuthentication: output.OIDC_CLIENT_AUTH,
    redirectURI: output.OIDC_REDIRECT_URI!,
    scope: output.OIDC_SCOPE,
    pkce: output.OIDC_PKCE,
    parameters: output.OIDC_PARAMETERS ?? {},
    idClaim: output.OIDC_ID_CLAIM,
    nameClaims: output.OIDC_NAME_CLAIM,
    departmentClaim: output.OIDC_DEPARTMENT_CLAIM,
    rolesClaim: output.OIDC_ROLES_CLAIM,
    idleTime: output.SESSION_IDLE,
    lifetime: output.SESSION_LIFETIME,
    sameSite: output.SESSION_SAME_SITE,
  };
}

/** Whether an address leads to this machine: only there may people sign in without TLS, to try things out. */
export function isLocal({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function faultOfTransport(url: URL): string | undefined {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url))) return undefined;
  return 'expected https: without it, whoever is on the network could sign in as somebody else';
}

function faultOfIssuer(url: URL): string | undefined {
  if (/\/\.well-known\//.test(url.pathname)) return 'expected the part before /.well-known';
  if (/^\/(common|organizations|consumers)\//.test(url.pathname) && /microsoftonline/.test(url.hostname))
    return 'it takes people of every organisation: expected that of your tenant, by its number';
  return url.search || url.hash ? 'expected an address without ? or #' : faultOfTransport(url);
}

function faultOfDiscovery(url: URL): string | undefined {
  return url.pathname.includes('/.well-known/')
    ? faultOfTransport(url)
    : 'expected an address with /.well-known/ in it';
}

function faultOfRedirectURI(url: URL): string | undefined {
  if (!url.pathname.endsWith(`/${callbackPath}`) || url.search || url.hash)
    return `expected an address that ends with /${callbackPath}`;
  return faultOfTransport(url);
}
