import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** One Redis or Sentinel of the test's own, spoken to over TLS only. */
export interface TlsProcess {
  readonly port: number;
  kill(): Promise<void>;
}

/** A certificate authority of the test's own, and everything that it signed for. */
export class TlsRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'ml-tls-'));
  readonly caFile = join(this.folder, 'ca.crt');
  readonly #running: TlsProcess[] = [];

  constructor() {
    const openssl = (...args: readonly string[]): void => {
      execFileSync('openssl', args, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    };
    const days = ['-days', '2'];
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=proef', ...days); // prettier-ignore
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=localhost'); // prettier-ignore
    writeFileSync(join(this.folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
    openssl('x509', '-req', '-in', 'own.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'own.crt', '-extfile', 'names', ...days); // prettier-ignore
  }

  /** A Redis that writes every commit to disk; a replica when told of whom. */
  redis(of: TlsProcess | null = null): Promise<TlsProcess> {
    const lines = ['appendonly yes', 'appendfsync always', 'save ""', 'repl-diskless-sync-delay 0'];
    return this.#start([], of === null ? lines : [...lines, `replicaof 127.0.0.1 ${String(of.port)}`]);
  }

  sentinel(name: string, primary: TlsProcess): Promise<TlsProcess> {
    return this.#start(
      ['--sentinel'],
      [
        `sentinel monitor ${name} 127.0.0.1 ${String(primary.port)} 1`,
        `sentinel down-after-milliseconds ${name} 500`,
        `sentinel failover-timeout ${name} 3000`,
      ],
    );
  }

  client(port: number): Redis {
    return new Redis({ host: '127.0.0.1', port, tls: { ca: readFileSync(this.caFile) }, maxRetriesPerRequest: null });
  }

  async remove(): Promise<void> {
    await Promise.all(this.#running.map((one) => one.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #start(options: readonly string[], lines: readonly string[]): Promise<TlsProcess> {
    const port = await freePort();
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const path = (name: string): string => join(this.folder, name);
    const config = join(folder, 'redis.conf');
    const tls = [
      `port 0\ntls-port ${String(port)}\ndir ${folder}\ntls-replication yes\ntls-auth-clients no`,
      `tls-cert-file ${path('own.crt')}\ntls-key-file ${path('own.key')}\ntls-ca-cert-file ${this.caFile}`,
    ];
    writeFileSync(config, [...tls, ...lines, ''].join('\n'));
    const child = spawn(process.env.REDIS_SERVER ?? 'redis-server', [config, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const running = { port, kill: () => kill(child) };
    this.#running.push(running);
    await ready(child, port);
    return running;
  }
}

/** A Redis built without TLS says so and ends; then this says it loudly, in its words. */
async function ready(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  const hear = (data: Buffer): void => {
    said += data.toString();
  };
  child.stderr?.on('data', hear);
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', (data: Buffer) => {
      hear(data);
      if (/Ready to accept connections|Sentinel ID is/.test(said)) done();
    });
    child.once('error', fail);
    child.once('exit', () => {
      fail(new Error(`redis-server with TLS on port ${String(port)} did not start (built with TLS?): ${said}`));
    });
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}
