import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

const root = join(import.meta.dirname, '../..');

/** The helpline as `npm start` runs it: the built server, the real knowledge, SQLite on disk, always the same port. */
export class RealHelpline {
  readonly #data = mkdtempSync(join(tmpdir(), 'ml-real-'));
  #child: ChildProcess | null = null;
  #port = 0;
  setupUrl = '';

  get origin(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    const environment = {
      PORT: String(this.#port),
      PUBLIC_URL: this.origin,
      DATA_DIR: this.#data,
      CACHE_DIR: join(root, '.cache'),
      KNOWLEDGE_DIR: join(root, 'knowledge'),
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, [join(root, 'dist/bot/main.js')], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    await new Promise<void>((done, fail) => {
      let heard = '';
      child.once('exit', (code) => fail(new Error(`the helpline ended with ${String(code)}: ${heard}`)));
      child.stdout.on('data', (data: Buffer) => {
        heard += data.toString();
        this.setupUrl = /https?:\/\/\S+instellen\?code=\S+/.exec(heard)?.[0] ?? this.setupUrl;
        if (heard.includes('Teams en Emulator')) done();
      });
    });
  }

  /** kill -9, then the same data again. */
  async crashAndRestart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null) return;
    child.removeAllListeners('exit');
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#data, { recursive: true, force: true });
  }
}
