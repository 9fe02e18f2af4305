import { eventually } from './eventually.js';
import type { CrashingHelpline } from './crashing-helpline.js';

const WHO = { email: 'an@voorbeeld.be', password: 'een lange zin vol gras' };

/** A coach at the desk of a helpline that may die: signs in anew after every restart. */
export class DeskVisitor {
  #cookie = '';
  #csrf = '';
  #broken = false;

  constructor(private readonly helpline: CrashingHelpline) {}

  async setUp(): Promise<void> {
    await this.call('POST', '/setup', { code: this.helpline.setupCode, name: 'An', ...WHO });
    await this.signIn();
  }

  async signIn(): Promise<void> {
    await this.call('POST', '/login', WHO);
    this.#csrf = (await this.call<{ csrf: string }>('GET', '/me'))?.csrf ?? '';
  }

  /** Null when the helpline died meanwhile or refused. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T | null> {
    this.#broken = false;
    try {
      const response = await fetch(`${this.helpline.origin}/desk/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie: this.#cookie, 'x-mentorlijn-csrf': this.#csrf },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
      return response.ok ? ((await response.json()) as T) : null;
    } catch {
      this.#broken = true;
      return null;
    }
  }

  #dead(): void {
    if (this.helpline.alive) throw new Error('alive');
  }

  /** The same; a helpline that died of it is started again and signed in anew. */
  async surely<T>(method: string, path: string, body?: unknown): Promise<T | null> {
    const answer = await this.call<T>(method, path, body);
    // A broken line is noticed before the end of the process is.
    if (this.#broken) await eventually(() => this.#dead(), 5_000).catch(() => undefined);
    if (!this.helpline.alive) {
      await this.helpline.start();
      await this.signIn();
    }
    return answer;
  }
}
