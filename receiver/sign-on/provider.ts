import * as client from 'openid-client';
import type { Log } from '../http/failures.ts';
import type { Claims } from './claims.ts';
import { missingClaims } from './claims.ts';
import { SignOnError } from './sign-on-error.ts';
import type { SignOnSettings } from './sign-on-settings.ts';

/** What an attempt to sign in has to know when the person comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE; left out where the provider does not take it. */
  readonly verifier?: string | undefined;
}

/** What the provider proved. */
export interface SignedIn {
  readonly claims: Claims;
  /** Names the session of the provider that is to end when the person signs out. */
  readonly idToken: string;
}

export interface ProviderOptions {
  readonly settings: SignOnSettings;
  readonly clientSecret: string;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
}

/** Seconds that the provider may take to answer. */
const timeout = 10;
/** Seconds by which the clocks of the provider and of the receiver may differ. */
const clockTolerance = 60;
/** Milliseconds for which what the provider says of itself is believed. */
const freshness = 3_600_000;

/** The hospital's OpenID Connect provider: the authorization code flow with PKCE, by `openid-client`. */
export class Provider {
  readonly #settings: SignOnSettings;
  readonly #clientSecret: string;
  readonly #log: Log;
  readonly #now: () => number;
  #known: { readonly metadata: client.ServerMetadata; readonly at: number } | undefined;
  #asking: Promise<client.ServerMetadata> | undefined;

  constructor({ settings, clientSecret, log, now = Date.now }: ProviderOptions) {
    this.#settings = settings;
    this.#clientSecret = clientSecret;
    this.#log = log;
    this.#now = now;
  }

  /** Asks the provider what it is. The receiver works without it: until it answers, nobody can sign in. */
  async discover(): Promise<void> {
    await this.#metadata().catch(() => undefined);
  }

  /**
   * Begins an attempt.
   *
   * @returns The address to send the person to.
   * @throws SignOnError when the provider cannot be asked.
   */
  async begin(): Promise<{ attempt: Attempt; url: URL }> {
    const configuration = await this.#configure();
    const { redirectURI, scope, pkce, parameters } = this.#settings;
    const verifier = pkce ? client.randomPKCECodeVerifier() : undefined;
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      ...(verifier !== undefined && { verifier }),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      ...parameters,
      redirect_uri: redirectURI,
      scope,
      state: attempt.state,
      nonce: attempt.nonce,
      ...(verifier !== undefined && {
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    });
    return { attempt, url };
  }

  /**
   * Ends an attempt: exchanges the code, and checks all that the provider says.
   *
   * @param query - The query that the provider sent the person back with.
   * @throws SignOnError when nothing is proven.
   */
  async end(query: string, { state, nonce, verifier }: Attempt): Promise<SignedIn> {
    const { redirectURI, parameters } = this.#settings;
    const { max_age: maxAge, acr_values: levels } = parameters;
    const configuration = await this.#configure();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`?${query}`, redirectURI), {
        expectedState: state,
        expectedNonce: nonce,
        ...(verifier !== undefined && { pkceCodeVerifier: verifier }),
        idTokenExpected: true,
        ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
      });
      const claims = tokens.claims()!;
      // A level that was asked for is worth nothing unless the provider says that it was reached.
      if (levels !== undefined && !levels.split(' ').some((level) => level === claims['acr']))
        throw new SignOnError('unproven', { reason: 'level-not-reached', claim: 'acr' });
      const isWhole = missingClaims(claims, this.#settings).length === 0;
      const hasMore = !isWhole && configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
      return { claims: { ...more, ...claims }, idToken: tokens.id_token! };
    } catch (error) {
      throw toSignOnError(error);
    }
  }

  /**
   * The address at which the provider ends its own session; `undefined` where it has none, or cannot be asked.
   *
   * @param idToken - That of the session, where it was kept.
   * @param returnURI - Where the provider sends the person afterwards, as it is registered there.
   */
  async signOutURL(idToken: string | undefined, returnURI: string, state: string): Promise<URL | undefined> {
    const configuration = await this.#configure().catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: returnURI,
      state,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    });
  }

  /**
   * A configuration for one exchange. It has no keys of the provider yet and fetches them: one that has just changed its
   * keys would not be believed otherwise.
   */
  async #configure(): Promise<client.Configuration> {
    const metadata = await this.#metadata();
    const configuration = new client.Configuration(
      metadata,
      this.#settings.clientId,
      { [client.clockTolerance]: clockTolerance },
      this.#authenticate(metadata),
    );
    configuration.timeout = timeout;
    // The provider's signature is checked too, not only that the ID token came over TLS.
    client.enableNonRepudiationChecks(configuration);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- so that nobody uses it by mistake
    for (const allowPlainHTTP of this.#extensions) allowPlainHTTP(configuration);
    return configuration;
  }

  #authenticate({ token_endpoint_auth_methods_supported: methods }: client.ServerMetadata) {
    // OpenID Connect Discovery §3: a provider that names none takes `client_secret_basic`.
    const method =
      this.#settings.clientAuthentication ??
      (methods === undefined || methods.includes('client_secret_basic')
        ? 'client_secret_basic'
        : 'client_secret_post');
    return method === 'client_secret_basic'
      ? client.ClientSecretBasic(this.#clientSecret)
      : client.ClientSecretPost(this.#clientSecret);
  }

  /** Plain http: the settings allow it for a provider on this machine alone. */
  get #extensions() {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- so that nobody uses it by mistake
    return this.#settings.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  }

  async #metadata(): Promise<client.ServerMetadata> {
    if (this.#known && this.#now() - this.#known.at < freshness) return this.#known.metadata;
    // Asked once, however many people want to sign in meanwhile.
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    try {
      return await this.#asking;
    } catch (error) {
      if (this.#known) return this.#known.metadata;
      throw error;
    }
  }

  async #ask(): Promise<client.ServerMetadata> {
    const { issuer, discovery = issuer, clientId } = this.#settings;
    try {
      const configuration = await client.discovery(
        new URL(discovery),
        clientId,
        undefined,
        client.ClientSecretBasic(this.#clientSecret),
        { timeout, execute: this.#extensions },
      );
      const metadata = configuration.serverMetadata();
      // Entra ID describes all its tenants at once by a template, which would let in those of others.
      if (metadata.issuer.includes('{')) throw new SignOnError('unproven', { reason: 'issuer-of-many' });
      if (new URL(metadata.issuer).href !== new URL(issuer).href)
        throw new SignOnError('unproven', { reason: 'other-issuer', attribute: 'issuer', expected: issuer });
      this.#known = { metadata, at: this.#now() };
      return metadata;
    } catch (error) {
      const failure = toSignOnError(error);
      this.#log({ level: 'warning', event: 'provider-unavailable', issuer, ...failure.details });
      throw new SignOnError('unavailable', failure.details, { cause: error });
    }
  }
}

/** Errors of the provider that are the person's decision, or nobody's fault. */
const oauthFailures: Readonly<Record<string, SignOnError['failure']>> = {
  access_denied: 'denied',
  login_required: 'denied',
  interaction_required: 'denied',
  consent_required: 'denied',
  account_selection_required: 'denied',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
};

/** What went wrong, by the codes of `openid-client`: its messages and causes may quote what the provider says of a person. */
function toSignOnError(error: unknown): SignOnError {
  if (error instanceof SignOnError) return error;
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    const { error: code } = error;
    return new SignOnError(oauthFailures[code] ?? 'unproven', { reason: code }, { cause: error });
  }
  if (error instanceof client.WWWAuthenticateChallengeError) {
    const { status, cause } = error;
    const reason = cause.map(({ parameters }) => parameters.error).find(Boolean) ?? error.code;
    return new SignOnError('unproven', { reason, status }, { cause: error });
  }
  const { code, cause } = error as client.ClientError;
  const inner = (cause ?? {}) as {
    readonly code?: unknown;
    readonly status?: unknown;
    readonly cause?: unknown;
  };
  const { claim, attribute, expected } = (inner.cause ?? inner) as Readonly<Record<string, unknown>>;
  const status = inner instanceof Response ? inner.status : undefined;
  // `fetch` throws a TypeError with the failure of the network in it.
  const isNetwork = error instanceof TypeError && code === undefined;
  const isAway = isNetwork || code === 'OAUTH_TIMEOUT' || (status !== undefined && status >= 500);
  return new SignOnError(
    isAway ? 'unavailable' : 'unproven',
    {
      reason: isNetwork ? (inner.code ?? 'network') : code,
      ...(status !== undefined && { status }),
      ...(typeof claim === 'string' && { claim }),
      ...(typeof attribute === 'string' && { attribute, expected }),
    },
    { cause: error },
  );
}
