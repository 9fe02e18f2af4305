import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

/** Stands where Microsoft's identity service stands: publishes a key, and signs tokens with it or with a stranger's. */
export class FakeIdentity {
  #server: Server | null = null;
  #key: CryptoKey | null = null;
  #stranger: CryptoKey | null = null;
  origin = '';

  async start(): Promise<this> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    this.#key = privateKey;
    this.#stranger = (await generateKeyPair('RS256')).privateKey;
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams', 'emulator'] }];
    this.#server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const config = {
        issuer: ISSUER,
        jwks_uri: `${this.origin}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      };
      response.end(JSON.stringify(request.url === '/keys' ? { keys } : config));
    });
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done));
    this.origin = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return this;
  }

  /** A token of the channel service; every claim can be made wrong. `by`: whose key signs it. */
  async token(claims: JWTPayload, by: 'service' | 'stranger' = 'service', kid = 'k1'): Promise<string> {
    const key = by === 'service' ? this.#key : this.#stranger;
    if (!key) throw new Error('not started');
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: ISSUER, nbf: now - 60, exp: now + 600, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .sign(key);
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}

export const ISSUER = 'https://api.botframework.com';
