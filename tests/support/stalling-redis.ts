import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TestRedis } from './redis-server.js';

/** A way to Redis that lets so many bytes through and then nothing more, to whoever took it. */
export interface StallingRedis {
  readonly url: string;
  /** Comes when it has stalled. */
  readonly stalled: Promise<void>;
  stop(): void;
}

export async function stallAfter(bytes: number, { url, folder }: TestRedis): Promise<StallingRedis> {
  const own = join(folder, 'stalling.sock');
  const open = new Set<Socket>();
  let passed = 0;
  let tell = (): void => undefined;
  const stalled = new Promise<void>((done) => (tell = done));
  const server = createServer((client) => {
    const redis = connect(url);
    for (const end of [client, redis]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => open.delete(end));
    }
    redis.on('data', (data) => client.write(data));
    client.on('data', (data) => {
      if (passed > bytes) return;
      passed += data.length;
      redis.write(data);
      if (passed > bytes) tell();
    });
    client.on('close', () => redis.destroy());
  });
  await new Promise<void>((done) => server.listen(own, done));
  return {
    url: own,
    stalled,
    stop: () => {
      for (const end of open) end.destroy();
      server.close();
    },
  };
}
