import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../../bot/assemble.js';
import { parseConfig } from '../../bot/config.js';
import { runStore } from '../../bot/cli/store-commands.js';
import { TEXTS } from '../../handlers/texts.js';
import { eventually } from '../support/eventually.js';
import { hearingLog } from '../support/hearing-log.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve, type Served } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { beginTalk, hear, say, ticketNumbers, type HttpTalk } from '../support/talk.js';

const KEYS = { DATA_KEY: 'k'.repeat(40), DIRECT_LINE_SECRET: 's'.repeat(40), REDIS_NAME: 'leeg' };
let redis: TestRedis;
let helpline: Served;
let log: ReturnType<typeof hearingLog>;
let talk: HttpTalk;
/** Copies of the append-only files, by name. */
let copies: string;

const files = (): string => join(redis.folder, 'appendonlydir');
const keep = (name: string): void => cpSync(files(), join(copies, name), { recursive: true });

/** Redis dies and comes back with these files; with none when there is no such copy. */
async function comesBackWith(copy: string | null): Promise<void> {
  await redis.kill();
  rmSync(files(), { recursive: true, force: true });
  if (copy !== null) cpSync(join(copies, copy), files(), { recursive: true });
  await redis.start();
}

async function ready(): Promise<{ status: number; store: string }> {
  const answer = await fetch(`${helpline.origin}/readyz`);
  return { status: answer.status, store: ((await answer.json()) as { store: string }).store };
}

const until = (store: string): Promise<void> => eventually(async () => expect((await ready()).store).toBe(store));

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${helpline.origin}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
}

const said = (event: string): number => log.lines.filter((line) => line.includes(`"event":"${event}"`)).length;

beforeEach(async () => {
  copies = mkdtempSync(join(tmpdir(), 'ml-copies-'));
  redis = await startRedis();
  log = hearingLog();
  helpline = await serve({ ...KEYS, REDIS_URL: redis.url }, { log });
  talk = await beginTalk(helpline.origin);
  await say(helpline.origin, talk, 'iets waar niemand iets van weet', 'one');
  keep('early');
  await say(helpline.origin, talk, 'coach', 'two');
  keep('whole');
});
afterEach(async () => {
  await helpline.stop();
  await redis.remove();
  rmSync(copies, { recursive: true, force: true });
});

describe('Redis comes back without what it held', () => {
  test('a running server says so loudly, writes and promises nothing, and goes on once the data are back', async () => {
    await comesBackWith(null);
    await until('emptied');
    expect((await ready()).status).toBe(503);
    const answer = await say(helpline.origin, talk, 'coach', 'three');
    const { error, activities } = (await answer.json()) as { error: object; activities: readonly { text: string }[] };
    expect([answer.status, error]).toMatchObject([503, { code: 'store-unavailable' }]);
    expect(activities[0]?.text).toContain(TEXTS.storeAway);
    await expect(helpline.app.deps.store.nextNumber('ticket')).rejects.toMatchObject({ code: 'store-unavailable' });
    // Neither does it say that what it no longer sees was never there.
    await expect(helpline.app.deps.store.count({ kind: 'ticket', index: 'created' })).rejects.toThrow();
    expect(await figure('mentorlijn_store_emptied')).toBe(1);
    expect(await figure('mentorlijn_store_up')).toBe(0);
    expect(said('store-emptied')).toBe(1);

    await comesBackWith('whole');
    await until('ok');
    expect(await figure('mentorlijn_store_emptied')).toBe(0);
    expect(said('store-back')).toBe(1);
    expect(ticketNumbers(await hear(helpline.origin, talk))).toHaveLength(1);
    expect((await say(helpline.origin, talk, 'wat is dimona', 'four')).ok).toBe(true);
  });

  test('a start there is refused, until somebody accepts that all is lost', async () => {
    await comesBackWith(null);
    const environment = { ...KEYS, REDIS_URL: redis.url, PORT: '0', LOG_LEVEL: 'silent' };
    const folders = { DATA_DIR: join(helpline.folder, 'data'), KNOWLEDGE_DIR: join(helpline.folder, 'knowledge') };
    const parsed = parseConfig({ ...environment, ...folders, CACHE_DIR: join(helpline.folder, 'cache') });
    if (!parsed.ok) throw new Error(parsed.problems.join());
    const { config } = parsed;
    const start = () => assemble(config, { log: silentLog, knowledge: tableKnowledge });
    await expect(start()).rejects.toThrow(/Redis \(leeg\) is leeg, maar hier stonden gegevens/);
    const lines: string[] = [];
    const order = { args: ['accept'], config, log: silentLog, now: () => new Date() };
    expect(await runStore({ ...order, print: (line) => lines.push(line) })).toBe(0);
    expect(lines.join()).toContain('De hulplijn start weer');
    await (await start()).stop();
    // Those that ran on the old data do not mix with the new.
    await until('emptied');
  });

  test('an older copy that takes over is told in log and figures, and the line goes on', async () => {
    await comesBackWith('early');
    await until('ok');
    expect(said('store-lost-commits')).toBe(1);
    expect(await figure('mentorlijn_store_lost_commits')).toBeGreaterThan(0);
    expect((await say(helpline.origin, talk, 'coach', 'two')).ok).toBe(true);
  });
});
