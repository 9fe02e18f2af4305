import { webcrypto } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

/** What a Direct Line token gives access to: one conversation, as one user. */
export interface DirectLineGrant {
  readonly conversationId: string;
  readonly userId: string;
}

/** An hour, as at Microsoft's; clients refresh. */
export const TOKEN_SECONDS = 3_600;
/** The page of someone who comes back after the holidays still finds his conversation. */
const RESUME_SECONDS = 180 * 86_400;

type Purpose = 'access' | 'resume';

/** Signs and checks Direct Line tokens. HS256 with our own secret; a token is bound to one conversation. */
export class DirectLineTokens {
  #imported: Promise<webcrypto.CryptoKey> | null = null;

  constructor(
    private readonly secret: string,
    private readonly now: () => Date,
  ) {}

  access(grant: DirectLineGrant): Promise<string> {
    return this.#sign(grant, 'access', TOKEN_SECONDS);
  }

  /** Buys a new access token after the old one expired; for our own page, which keeps it on the device. */
  resume(grant: DirectLineGrant): Promise<string> {
    return this.#sign(grant, 'resume', RESUME_SECONDS);
  }

  /** The grant of a token; null for anything not signed by us, expired, or meant for something else. */
  async verify(token: string, purpose: Purpose = 'access'): Promise<DirectLineGrant | null> {
    try {
      const { payload } = await jwtVerify(token, await this.#key(), {
        algorithms: ['HS256'],
        audience: purpose,
        currentDate: this.now(),
      });
      const { conv, sub } = payload;
      return typeof conv === 'string' && typeof sub === 'string' ? { conversationId: conv, userId: sub } : null;
    } catch {
      return null;
    }
  }

  async #sign({ conversationId, userId }: DirectLineGrant, purpose: Purpose, seconds: number): Promise<string> {
    const at = Math.floor(this.now().getTime() / 1000);
    return new SignJWT({ conv: conversationId })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(userId)
      .setAudience(purpose)
      .setIssuedAt(at)
      .setExpirationTime(at + seconds)
      .sign(await this.#key());
  }

  /** In the form the signing works with: of any other it makes one for every token. */
  #key(): Promise<webcrypto.CryptoKey> {
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    this.#imported ??= webcrypto.subtle.importKey('raw', Buffer.from(this.secret, 'utf8'), hmac, false, [
      'sign',
      'verify',
    ]);
    return this.#imported;
  }
}
