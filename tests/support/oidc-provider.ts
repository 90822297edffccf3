import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What a provider says of somebody. */
export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface OidcProvider {
  /** Without a slash at its end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is at the browser and agrees; `undefined` for somebody who does not. */
  person: Claims | undefined;
  stop(): Promise<void>;
}

/** A provider of single sign-on on a free loopback port: everybody who comes is whoever was set, without a password. */
export async function startOidcProvider(redirectUri: string): Promise<OidcProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: 'calque', secret: 'a secret that is long enough for anybody' };
  const known = new Map<string, Claims>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    jwks: {
      keys: [
        { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256' },
      ],
    },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ ...known.get(id), sub: id }) }),
  });
  const answer = provider.callback();
  const given: OidcProvider = {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    person: undefined,
    stop: () => close(server),
  };
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void agree(provider, request, response, given.person, known);
  });
  return given;
}

/** Signs whoever is there in, and says that they agree, or that they do not. */
async function agree(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  person: Claims | undefined,
  known: Map<string, Claims>,
): Promise<void> {
  if (person === undefined) {
    const refusal = { error: 'access_denied', error_description: 'Not today' };
    return provider.interactionFinished(request, response, refusal);
  }
  known.set(person.sub, person);
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
  grant.addOIDCScope(String(params['scope']));
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId: person.sub }, consent: { grantId } });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}
