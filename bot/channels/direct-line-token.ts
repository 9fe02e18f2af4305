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

/** So many checked tokens are remembered: some half a megabyte. */
const MOST_KNOWN = 1_000;

type Purpose = 'access' | 'resume';

interface Checked {
  readonly grant: DirectLineGrant;
  /** Seconds, as in the token. */
  readonly until: number;
}

/** Signs and checks Direct Line tokens. HS256 with our own secret; a token is bound to one conversation. */
export class DirectLineTokens {
  readonly #known = new Map<string, Checked>();
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
    const known = purpose === 'access' ? this.#known.get(token) : undefined;
    if (known && known.until > seconds(this.now())) return known.grant;
    const checked = await this.#check(token, purpose);
    if (checked && purpose === 'access') this.#remember(token, checked);
    return checked?.grant ?? null;
  }

  async #check(token: string, purpose: Purpose): Promise<Checked | null> {
    try {
      const { payload } = await jwtVerify(token, await this.#key(), {
        algorithms: ['HS256'],
        audience: purpose,
        currentDate: this.now(),
        requiredClaims: ['exp'],
      });
      const { conv, sub, exp = 0 } = payload;
      if (typeof conv !== 'string' || typeof sub !== 'string') return null;
      return { grant: { conversationId: conv, userId: sub }, until: exp };
    } catch {
      return null;
    }
  }

  /** A page shows the same token with every message; checking it goes by way of another thread. */
  #remember(token: string, checked: Checked): void {
    const [oldest] = this.#known.size >= MOST_KNOWN ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, checked);
  }

  async #sign({ conversationId, userId }: DirectLineGrant, purpose: Purpose, lasts: number): Promise<string> {
    const at = seconds(this.now());
    return new SignJWT({ conv: conversationId })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(userId)
      .setAudience(purpose)
      .setIssuedAt(at)
      .setExpirationTime(at + lasts)
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

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
