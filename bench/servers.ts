import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Running } from './process.js';

const root = join(import.meta.dirname, '..');

const READY = /READY (\d+)/;

/** The peer, built as we are built. */
export async function echoBot(): Promise<Running> {
  return run([await built('echo-bot')], {}, READY);
}

/** The echo bot with the least that a turn of ours asks: `reads` looks for an emergency and matches, `keeps` is also durable. */
export async function floorBot(level: 'reads' | 'keeps'): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'ml-floor-'));
  const args = [await built('floor-bot'), join(root, 'knowledge'), join(root, '.cache'), data, level];
  return takingAlong(await run(args, {}, READY), data);
}

async function built(name: string): Promise<string> {
  const outfile = join(root, `dist/bench/${name}.mjs`);
  await build({
    entryPoints: [join(root, `bench/${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

/** Its data go when it stops. */
function takingAlong(running: Running, data: string): Running {
  return {
    ...running,
    stop: async () => {
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
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
  started[started.length - 1] = takingAlong(last, data);
  return started;
}
