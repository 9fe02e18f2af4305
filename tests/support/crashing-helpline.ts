import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from './eventually.js';
import { FILES } from './fake-knowledge.js';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'dist/tests/crash-server.mjs');

/** Bundles the server that the fault tests kill. Another test may be starting it: it is replaced whole, never half. */
export async function buildCrashServer(): Promise<void> {
  const made = `${script}.${String(process.pid)}.mjs`;
  await build({
    entryPoints: [join(root, 'tests/support/crash-server.ts')],
    outfile: made,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  renameSync(made, script);
}

export interface Talk {
  readonly conversationId: string;
  readonly token: string;
}
export interface Seen {
  readonly from: { readonly id: string };
  readonly text: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly mentorlijn?: { readonly parts: readonly { readonly kind: string; readonly number?: number }[] };
  };
}

/** A helpline in a process of its own, which can be killed and started again on the same data. */
export class CrashingHelpline {
  readonly folder = mkdtempSync(join(tmpdir(), 'ml-crash-'));
  origin = '';
  setupCode = '';
  session = { cookie: '', csrf: '' };
  /** Where it dies: one point for every start, until there are none left. */
  readonly plan: string[] = [];
  /** How often it died of its own. */
  deaths = 0;
  /** With SLOW_MS: a message is being taken in now. */
  busy = false;
  #child: ChildProcess | null = null;
  #killing = false;

  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {
    for (const [file, text] of FILES) {
      mkdirSync(dirname(join(this.folder, 'knowledge', file)), { recursive: true });
      writeFileSync(join(this.folder, 'knowledge', file), text);
    }
  }

  /** `limit`: largest file in blocks of 1 kB, as a full disk would have it. */
  async start(crashAt = this.plan.shift() ?? '', limit: number | null = null): Promise<void> {
    const command = limit === null ? 'exec "$0" "$@"' : `ulimit -S -f ${String(limit)}; exec "$0" "$@"`;
    const child = spawn('bash', ['-c', command, process.execPath, script], {
      env: {
        ...process.env,
        LOG_LEVEL: 'silent',
        REQUESTS_PER_MINUTE: '100000',
        MESSAGES_PER_MINUTE: '100000',
        DATA_DIR: join(this.folder, 'data'),
        CACHE_DIR: join(this.folder, 'cache'),
        KNOWLEDGE_DIR: join(this.folder, 'knowledge'),
        ...this.environment,
        CRASH_AT: crashAt,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL' && !this.#killing) this.deaths += 1;
    });
    await new Promise<void>((done) => {
      let said = '';
      child.once('exit', () => done());
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('BUSY\n')) this.busy = true;
        const [, port, code] = /READY (\d+) (\S*)\n/.exec(said) ?? [];
        if (port === undefined) return;
        this.origin = `http://127.0.0.1:${port}`;
        if (code) this.setupCode = code;
        done();
      });
    });
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  get alive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || !this.alive) return;
    const gone = new Promise((done) => child.once('exit', done));
    this.#killing = true;
    child.kill(signal);
    await gone;
    this.#killing = false;
  }

  /** Stands still without dying, as a process does on a machine that is too busy. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The first coach, signed in; the session outlives every restart. */
  async coach(): Promise<void> {
    const body = { code: this.setupCode, name: 'An', email: 'an@example.be', password: 'kettingzaag-en-helm-1' };
    const answer = await fetch(`${this.origin}/desk/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`setup answered ${String(answer.status)}: ${await answer.text()}`);
    this.session = {
      cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      csrf: ((await answer.json()) as { csrf: string }).csrf,
    };
  }

  /** One request of the coach; null when nobody answers. */
  async desk<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T } | null> {
    try {
      const answer = await fetch(`${this.origin}/desk/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          cookie: this.session.cookie,
          'x-mentorlijn-csrf': this.session.csrf,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as T };
    } catch {
      return null;
    }
  }

  async call<T>(method: string, path: string, token?: string, body?: unknown): Promise<T | null> {
    try {
      const response = await fetch(`${this.origin}/v3/directline${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.ok ? ((await response.json()) as T) : null;
    } catch {
      return null;
    }
  }

  async begin(): Promise<Talk> {
    const talk = await this.call<Talk>('POST', '/tokens/generate', undefined, {});
    if (!talk) throw new Error('no token');
    return talk;
  }

  /** Sends as our page does: the same client id again until it is taken, over every crash. */
  async say(talk: Talk, text: string, id: string): Promise<void> {
    for (;;) {
      const taken = await this.call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, {
        type: 'message',
        text,
        channelData: { clientActivityID: id },
      });
      if (taken !== null) return;
      if (!this.alive) await this.start();
    }
  }

  /** What the page shows, once `count` activities are there. */
  async read(talk: Talk, count: number): Promise<readonly Seen[]> {
    return eventually(async () => {
      if (!this.alive) await this.start();
      const path = `/conversations/${talk.conversationId}/activities`;
      const page = await this.call<{ activities: readonly Seen[] }>('GET', path, talk.token);
      if (page && page.activities.length >= count) return page.activities;
      throw new Error(`${String(page?.activities.length ?? 0)} of ${String(count)} activities came`);
    });
  }
}
