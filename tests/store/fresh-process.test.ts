import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { hear, hearUntil, say, ticketNumbers } from '../support/talk.js';

type Environment = Readonly<Record<string, string>>;
const root = join(import.meta.dirname, '../..');
const KEYS = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40) };
const folder = mkdtempSync(join(tmpdir(), 'ml-fresh-'));
const running: CrashingHelpline[] = [];
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
  await buildCrashServer();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.remove();
});
afterAll(async () => {
  await redis.remove();
  rmSync(folder, { recursive: true, force: true });
});

function helpline(environment: Environment): CrashingHelpline {
  const made = new CrashingHelpline(environment);
  running.push(made);
  return made;
}

/** The command as it is typed, in a process of its own. */
async function store({ folder: home }: CrashingHelpline, environment: Environment, ...args: readonly string[]) {
  const command = ['node_modules/tsx/dist/cli.mjs', 'bot/cli/store.ts', ...args];
  const env = { ...process.env, ...environment, DATA_DIR: join(home, 'data'), LOG_LEVEL: 'silent' };
  return (await promisify(execFile)(process.execPath, command, { cwd: root, env })).stdout;
}

describe('a backup of a running process, restored for a fresh one', () => {
  test.each<readonly [string, () => Environment, () => Environment]>([
    ['on SQLite', () => KEYS, () => KEYS],
    ['from Redis to SQLite', () => ({ ...KEYS, REDIS_URL: redis.url, REDIS_NAME: 'weg' }), () => KEYS],
    ['from SQLite to Redis', () => KEYS, () => ({ ...KEYS, REDIS_URL: redis.url, REDIS_NAME: 'nieuw' })],
  ])('%s: the promise stands, the coach is still signed in, and the answer arrives', async (name, from, to) => {
    const here = helpline(from());
    await here.start('');
    await here.coach();
    const talk = await here.begin();
    await say(here.origin, talk, 'iets waar niemand iets van weet', 'one');
    await say(here.origin, talk, 'coach', 'two');
    const [number] = ticketNumbers(await hearUntil(here.origin, talk, 4));
    const file = join(folder, `${name}.gz`);
    expect(await store(here, from(), 'backup', file)).toMatch(/ {2}ticket: 1\n/);
    await here.kill();

    const there = helpline(to());
    await store(there, to(), 'check', file);
    await store(there, to(), 'restore', file);
    await store(there, to(), 'check');
    await there.start('');
    there.session = here.session;
    expect(ticketNumbers(await hear(there.origin, talk))).toEqual([number]);
    const queue = await there.desk<{ rows: readonly { id: string; number: number }[] }>('GET', '/queue?view=new');
    expect(queue?.body.rows.map((row) => row.number)).toEqual([number]);
    const path = `/tickets/${queue?.body.rows[0]?.id ?? ''}/reply`;
    await there.desk('POST', path, { markdown: 'Bel de school.', then: 'answered', once: 'answer-0001' });
    expect((await hearUntil(there.origin, talk, 5)).at(-1)?.text).toContain('Bel de school.');
  });
});
