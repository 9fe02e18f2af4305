import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Running } from './process.js';

const root = join(import.meta.dirname, '..');

/** The peer, built as we are built. */
export async function echoBot(): Promise<Running> {
  const outfile = join(root, 'dist/bench/echo-bot.mjs');
  await build({
    entryPoints: [join(root, 'bench/echo-bot.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return run([outfile], {}, /READY (\d+)/);
}

/** The helpline as `npm start` runs it, in so many processes on one store. */
export async function helpline(
  processes: number,
  redisUrl: string | null,
  probe: 'probed' | 'as it is' = 'as it is',
  cache = join(root, '.cache'),
): Promise<readonly Running[]> {
  const data = mkdtempSync(join(tmpdir(), 'ml-bench-'));
  const environment = {
    PORT: '0',
    DATA_DIR: data,
    CACHE_DIR: cache,
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '1000000',
    MESSAGES_PER_MINUTE: '1000000',
    ALLOW_ANONYMOUS_BOT: 'true',
    DATA_KEY: 'bench-bench-bench-bench-bench-bench',
    DIRECT_LINE_SECRET: 'bench-bench-bench-bench-bench-bench',
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl, REDIS_NAME: `bench-${String(processes)}` }),
  };
  const started: Running[] = [];
  for (let n = 0; n < processes; n += 1)
    started.push(await run([join(root, 'dist/bot/main.js')], environment, /localhost:(\d+)\/desk/, probe));
  const [last] = started.slice(-1);
  if (!last) throw new Error('nothing was started');
  // The last one to stop takes the data along.
  started[started.length - 1] = {
    ...last,
    stop: async () => {
      await last.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
  return started;
}
