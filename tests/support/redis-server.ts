import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A real Redis of the test's own, on a socket, with every commit on disk. */
export interface TestRedis {
  readonly url: string;
  readonly folder: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
  readonly pid: () => number | undefined;
}

export async function startRedis(
  options: readonly string[] = ['--appendonly', 'yes', '--appendfsync', 'always'],
): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'ml-redis-'));
  const socket = join(folder, 'redis.sock');
  let child: ChildProcess | null = null;
  const lives = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;
  const start = async (): Promise<void> => {
    if (lives()) return;
    child = spawn(
      process.env.REDIS_SERVER ?? 'redis-server',
      ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', ...options],
      { stdio: 'ignore' },
    );
    const client = new Redis(socket, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  };
  const kill = async (): Promise<void> => {
    const running = child;
    if (!running || !lives()) return;
    const gone = new Promise((done) => running.once('exit', done));
    running.kill('SIGKILL');
    await gone;
    child = null;
  };
  await start();
  return {
    url: socket,
    folder,
    kill,
    start,
    pid: () => child?.pid,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
