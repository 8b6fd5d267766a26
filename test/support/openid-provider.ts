import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import Provider from 'oidc-provider';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';

/** What the provider says of a person, by their login. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface ProviderOptions {
  readonly port?: number;
  /** Name of this machine that people know the provider by; another one than the receiver's makes it another site. */
  readonly hostName?: string;
  readonly accounts?: Accounts;
  readonly redirectURIs: readonly string[];
  readonly signOutURIs?: readonly string[];
  /** More of what the provider knows of the receiver. */
  readonly clientMetadata?: Partial<ClientMetadata>;
  /** More settings of `oidc-provider`. */
  readonly configuration?: Configuration;
  /** May change what the provider answers, as an attacker or a broken provider would. */
  readonly tamper?: (
    ctx: KoaContextWithOIDC,
    /** Signs an ID token as the provider does. */
    sign: (claims: JWTPayload) => Promise<string>,
  ) => Promise<void> | void;
}

/** A real OpenID Connect provider (`oidc-provider`) on this machine, with a login page of its own. */
export interface TestProvider {
  readonly issuer: string;
  readonly port: number;
  /** Paths asked for, in their order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export const client = { id: 'charter-receiver', secret: 'a secret of at least thirty-two characters' };

export const accounts: Accounts = {
  alice: {
    preferred_username: 'alice',
    name: 'Élise Çelik',
    department: 'Médecine 東',
    matricule: 208316,
    groups: ['GRP_DRH', 'GRP_AGENTS'],
  },
  bob: {
    preferred_username: 'bob',
    name: 'Bob Martin',
    department: 'Urgences',
    matricule: 104872,
    groups: [],
  },
};

/** Starts a provider, with keys of its own. */
export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  const { redirectURIs, signOutURIs = [], accounts: known = accounts, configuration, tamper } = options;
  const asked: string[] = [];
  const server = createServer();
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://${options.hostName ?? '127.0.0.1'}:${port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' };
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: key.alg, kid: key.kid }).sign(privateKey);
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectURIs],
        post_logout_redirect_uris: [...signOutURIs],
        ...options.clientMetadata,
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name', 'department', 'matricule', 'groups'] },
    // As Keycloak and most others do; `oidc-provider` by itself gives them at the userinfo endpoint only.
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) =>
      id in known
        ? {
            accountId: id,
            claims: () => Promise.resolve({ ...known[id], sub: id }),
          }
        : undefined,
    // Everyone agrees to what the hospital's own service asks for.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of the test'] },
    jwks: { keys: [key] },
    ...configuration,
  });
  provider.use(async (ctx, next) => {
    asked.push(ctx.path);
    if (!ctx.path.startsWith('/interaction/')) {
      await next();
      await tamper?.(ctx as KoaContextWithOIDC, sign);
      return;
    }
    if (ctx.method === 'GET') {
      ctx.type = 'html';
      ctx.body = loginPage;
      return;
    }
    const body = new URLSearchParams(Buffer.concat(await ctx.req.toArray()).toString());
    const login = body.get('login') ?? '';
    const result = login ? { login: { accountId: login } } : { error: 'access_denied' };
    await provider.interactionFinished(ctx.req, ctx.res, result);
    ctx.respond = false;
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    port,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const loginPage = `<!doctype html>
<html lang="fr">
  <title>Connexion</title>
  <h1>Connexion à l’établissement</h1>
  <form method="post">
    <label>Identifiant <input name="login" autofocus></label>
    <button>Se connecter</button>
  </form>
</html>`;
