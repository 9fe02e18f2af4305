import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const AUDIENCE = 'api://mentorlijn.example/desk';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** What Entra ID says of a person in a token of version 2. */
export interface Person {
  readonly oid: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** The organisation's directory: publishes its keys and signs tokens. */
export class FakeEntra {
  #server: Server | null = null;
  #keys: Keys | null = null;
  #other: Keys | null = null;
  /** How often the keys were fetched. */
  fetches = 0;
  origin = '';

  get issuer(): string {
    return `${this.origin}/${TENANT}/v2.0`;
  }

  get settings(): Readonly<Record<string, string>> {
    return {
      ENTRA_TENANT_ID: TENANT,
      ENTRA_AUDIENCE: AUDIENCE,
      ENTRA_ISSUER: this.issuer,
      ENTRA_JWKS_URL: `${this.origin}/keys`,
    };
  }

  async start(): Promise<this> {
    [this.#keys, this.#other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const jwk = { ...(await exportJWK(this.#keys.publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' };
    const server = createServer((_request, response) => {
      this.fetches += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    this.#server = server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
  }

  /** A token as Teams would give it; `claims` and `header` spoil it on purpose, `key: 'other'` forges it. */
  async token(
    person: Person,
    spoil: { claims?: JWTPayload; kid?: string; key?: 'other'; seconds?: number } = {},
  ): Promise<string> {
    const keys = spoil.key === 'other' ? this.#other : this.#keys;
    if (!keys) throw new Error('the directory is not started');
    const now = Math.floor(Date.now() / 1000);
    const { oid, name, email, roles } = person;
    const claims = { oid, name, roles, tid: TENANT, preferred_username: email, ver: '2.0', scp: 'access_as_user' };
    return new SignJWT({
      iss: this.issuer,
      aud: AUDIENCE,
      exp: now + (spoil.seconds ?? 600),
      ...claims,
      ...spoil.claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: spoil.kid ?? 'key-1' })
      .setIssuedAt(now - 5)
      .sign(keys.privateKey);
  }
}
