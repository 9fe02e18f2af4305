import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStore } from '../../bot/cli/store-commands.js';
import { parseConfig } from '../../bot/config.js';
import { dataKey } from '../../bot/state/sealed/data-key.js';
import { startRedis, type TestRedis } from '../support/redis-server.js';
import { serve } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { WebTalk } from '../support/web-talk.js';

const OLD = 'o'.repeat(40);
const NEW = 'n'.repeat(40);
const LINE = { DIRECT_LINE_SECRET: 's'.repeat(40) };
const folder = mkdtempSync(join(tmpdir(), 'ml-reseal-'));
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function reseal(environment: Readonly<Record<string, string>>): Promise<{ code: number; text: string }> {
  const parsed = parseConfig(environment);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const lines: string[] = [];
  const now = (): Date => new Date('2026-11-21T09:00:00.000Z');
  const print = (line: string): void => {
    lines.push(line);
  };
  const code = await runStore({ args: ['reseal'], config: parsed.config, log: silentLog, now, print });
  return { code, text: lines.join('\n') };
}

describe.each(['SQLite', 'Redis'])('a new key on %s', (kind) => {
  const place: Readonly<Record<string, string>> = {
    ...LINE,
    DATA_DIR: join(folder, kind),
  };
  const where = (): Readonly<Record<string, string>> =>
    kind === 'Redis' ? { ...place, REDIS_URL: redis.url, REDIS_NAME: 'reseal' } : place;

  test('seals everything anew; the old one is needed no more and opens nothing', async () => {
    const before = await serve({ ...where(), DATA_KEY: OLD });
    const talk = await new WebTalk(before, 'Jan').open();
    await talk.say('iets over de dakgoot');
    await talk.say('coach');
    await before.stop();

    expect((await reseal({ ...where(), DATA_KEY: NEW })).code).toBe(1);
    expect(await reseal({ ...where(), DATA_KEY: NEW, DATA_KEY_OLD: OLD })).toMatchObject({ code: 0 });
    expect(existsSync(join(place.DATA_DIR ?? '', 'reseal.backup'))).toBe(false);
    await expect(serve({ ...where(), DATA_KEY: OLD })).rejects.toThrow(/data key/);

    const after = await serve({ ...where(), DATA_KEY: NEW });
    const again = new WebTalk(after, 'Jan');
    again.conversationId = talk.conversationId;
    again.token = talk.token;
    expect(await again.say('mijn vragen')).toContain('dakgoot');
    await after.stop();
    if (kind === 'SQLite') {
      const files = readdirSync(place.DATA_DIR ?? '').filter((name) => name === 'mentorlijn.sqlite');
      for (const name of files)
        expect(readFileSync(join(place.DATA_DIR ?? '', name), 'latin1')).not.toContain(`s1.${dataKey(OLD).id}.`);
    }
  });
});
