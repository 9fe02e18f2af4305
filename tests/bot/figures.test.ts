import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRedis } from '../support/redis-server.js';
import { serve } from '../support/serve.js';
import { beginTalk, hearUntil, say } from '../support/talk.js';

test('/metrics tells of turns, decisions, latency, ages of outbox and queue, and errors of channels', async () => {
  let now = Date.parse('2026-11-23T10:00:00+01:00');
  const served = await serve({}, { clock: { now: () => new Date(now) } });
  const talk = await beginTalk(served.origin);
  await say(served.origin, talk, 'moet ik dimona doen');
  await say(served.origin, talk, 'iets waar niemand iets van weet');
  await say(served.origin, talk, 'coach');
  await hearUntil(served.origin, talk, 6);
  now += 600_000;
  const text = await (await fetch(`${served.origin}/metrics`)).text();
  const value = (name: string): number =>
    Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1]);
  expect(value('mentorlijn_turns_total{channel="web",decision="answer"}')).toBe(1);
  expect(value('mentorlijn_turn_seconds_count')).toBe(3);
  expect(value('mentorlijn_tickets_open')).toBe(1);
  expect(value('mentorlijn_queue_age_seconds')).toBe(600);
  expect(value('mentorlijn_tickets_overdue')).toBe(0);
  expect(value('mentorlijn_outbox_age_seconds')).toBe(0);
  expect(value('mentorlijn_store_up')).toBe(1);
  expect(text).toContain('# HELP mentorlijn_channel_errors_total');
  const runbook = readFileSync(join(import.meta.dirname, '../../docs/beheer.md'), 'utf8');
  const named = [...runbook.matchAll(/`((?:mentorlijn|process)_\w+)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(text).toContain(`# HELP ${name} `);
  await served.stop();
});

test('a tried sign-in counts over every process', async () => {
  const redis = await startRedis();
  const shared = { REDIS_URL: redis.url, REDIS_NAME: 'tries', DATA_KEY: 'k'.repeat(40) };
  const [one, two] = [await serve(shared), await serve(shared)];
  // Thirty are allowed: each process by itself never hears so many.
  const refusing = new Set<string>();
  for (let n = 0; n < 58 && refusing.size < 2; n += 1) {
    const { origin } = n % 2 === 0 ? one : two;
    const body = JSON.stringify({ email: 'an@example.be', password: 'fout' });
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(`${origin}/desk/api/login`, { method: 'POST', headers, body });
    if (status === 429) refusing.add(origin);
  }
  expect(refusing.size).toBe(2);
  await Promise.all([one.stop(), two.stop()]);
  await redis.remove();
});

test('every log line of a request has one id, which the answer names; no words of the mentor in it', async () => {
  const script = `
    import { createLog } from './bot/log.ts';
    import { serve } from './tests/support/serve.ts';
    import { beginTalk, say } from './tests/support/talk.ts';
    const served = await serve({}, { log: createLog('info') });
    const talk = await beginTalk(served.origin);
    const answer = await say(served.origin, talk, 'moet ik dimona doen');
    process.stdout.write('ID ' + answer.headers.get('x-request-id') + '\\n');
    await served.stop();
    process.exit(0);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  await new Promise((done) => child.once('exit', done));
  const id = /^ID (\w+)$/m.exec(out)?.[1] ?? 'none';
  const turn = out.split('\n').find((line) => line.includes('"msg":"turn"'));
  expect(JSON.parse(turn ?? '{}')).toMatchObject({ trace: id, channel: 'web', decision: 'answer' });
  expect(out).not.toContain('dimona doen');
});
