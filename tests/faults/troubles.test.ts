import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import type { KnowledgeBuilder } from '../../bot/build-knowledge.js';
import { closeParked, readParked, retryParked } from '../../handlers/desk/parked.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { scryptPasswords } from '../../handlers/desk/password.js';
import { TEXTS } from '../../handlers/texts.js';
import { recoverInbox } from '../../handlers/turn/recover.js';
import { buildCrashServer, CrashingHelpline } from '../support/crashing-helpline.js';
import { until } from '../support/eventually.js';
import { serve, type Served } from '../support/serve.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { beginTalk, hear, hearUntil, say, ticketNumbers } from '../support/talk.js';

const running: { stop(): Promise<void> }[] = [];
beforeAll(() => buildCrashServer());
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function start(...given: Parameters<typeof serve>): Promise<Served> {
  const served = await serve(...given);
  running.push(served);
  return served;
}

function crashing(environment: Readonly<Record<string, string>> = {}): CrashingHelpline {
  const helpline = new CrashingHelpline(environment);
  running.push({ stop: () => helpline.remove() });
  return helpline;
}

describe('a message that always throws', () => {
  let mended = false;
  const poisoned: KnowledgeBuilder = {
    ...tableKnowledge,
    build: async (library) => {
      const knowledge = await tableKnowledge.build(library);
      const detectLanguage: typeof knowledge.detectLanguage = (text) => {
        if (!mended && text.includes('GIF')) throw new TypeError('cannot read this');
        return knowledge.detectLanguage(text);
      };
      return { ...knowledge, detectLanguage };
    },
  };
  const coach = { id: 'c1', name: 'An', email: 'an@example.be', role: 'coach' } as unknown as Coach;

  test('is set aside after three tries, told to its sender and shown at the desk; the rest goes on', async () => {
    mended = false;
    const { app, origin } = await start({}, { knowledge: poisoned });
    const desk = { ...app.deps, passwords: scryptPasswords() };
    const [bad, good] = [await beginTalk(origin), await beginTalk(origin)];
    expect((await say(origin, bad, 'GIF coach', 'bad')).ok).toBe(true);
    expect((await say(origin, bad, 'GIF er is bloed', 'worse')).ok).toBe(true);
    for (let tries = 0; tries < 3; tries += 1) await recoverInbox(app.deps, 0);
    await say(origin, good, 'moet ik dimona doen');
    expect((await hearUntil(origin, good, 2))[1]?.text).toContain('Ja, voor hij begint.');
    const heard = await hearUntil(origin, bad, 4);
    expect(heard.filter(({ text }) => text.includes(TEXTS.parked))).toHaveLength(2);
    expect(heard.filter(({ text }) => text.includes('112'))).toHaveLength(1);
    expect((await readParked(desk)).map(({ text, attempts }) => [text, attempts])).toEqual([
      ['GIF coach', 3],
      ['GIF er is bloed', 3],
    ]);
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/mentorlijn_inbox_parked 2\n/);

    const [first, second] = await readParked(desk);
    expect(await retryParked(desk, first?.id ?? '')).toBe(false);
    expect(await readParked(desk)).toHaveLength(2);
    mended = true;
    expect(await retryParked(desk, first?.id ?? '')).toBe(true);
    await closeParked(desk, coach, second?.id ?? '');
    await expect(closeParked(desk, coach, second?.id ?? '')).rejects.toMatchObject({ code: 'gone' });
    expect(await readParked(desk)).toEqual([]);
    // Known as handled: a repetition of it does nothing.
    await say(origin, bad, 'GIF er is bloed', 'worse');
    expect(await readParked(desk)).toEqual([]);
  });
});

describe('the clock', () => {
  test.each([
    ['an hour back', -3_600_000],
    ['a day back', -86_400_000],
    ['twenty minutes ahead', 1_200_000],
  ])('%s in the middle of a conversation: every answer comes, once', async (_name, jump) => {
    let now = Date.parse('2026-11-23T10:00:00+01:00');
    const { app, origin } = await start({}, { clock: { now: () => new Date(now) } });
    const talk = await beginTalk(origin);
    await say(origin, talk, 'iets waar niemand iets van weet');
    // A message taken in and an answer on its way, both of just before the jump.
    await app.outbox.stop();
    await say(origin, talk, 'coach');
    now += jump;
    await recoverInbox(app.deps, 15_000);
    await app.outbox.sendDue();
    const heard = await hearUntil(origin, talk, 4);
    expect(heard).toHaveLength(4);
    expect(ticketNumbers(heard)).toHaveLength(1);
    await say(origin, talk, 'mijn vragen');
    await app.outbox.sendDue();
    expect(await hearUntil(origin, talk, 6)).toHaveLength(6);
  });
});

describe('a full disk', () => {
  test('nothing is promised that is not kept, and it goes on when there is room again', async () => {
    const helpline = crashing();
    await helpline.start('', 1_200);
    const promised = new Set<number | undefined>();
    let refused = 0;
    for (let n = 0; n < 120 && refused < 3; n += 1) {
      const talk = await helpline.begin();
      const answers = [];
      for (const text of [`iets waar niemand iets van weet ${'x'.repeat(6_000)}`, 'coach'])
        answers.push((await say(helpline.origin, talk, text, text.slice(0, 20))).status);
      if (answers.includes(503)) refused += 1;
      else for (const number of ticketNumbers(await hearUntil(helpline.origin, talk, 4))) promised.add(number);
    }
    expect(refused).toBe(3);
    expect(promised.size).toBeGreaterThan(0);
    const urgent = await say(helpline.origin, await helpline.begin(), 'er is bloed', 'urgent');
    expect(JSON.stringify(await urgent.json())).toContain('112');
    expect(spawnSync('prlimit', ['--fsize=unlimited:', '--pid', String(helpline.pid)]).status).toBe(0);
    await helpline.coach();
    const again = await helpline.begin();
    await say(helpline.origin, again, 'moet ik dimona doen');
    expect((await hearUntil(helpline.origin, again, 2))[1]?.text).toContain('Ja, voor hij begint.');
    await helpline.restart();
    const queue = await helpline.desk<{ rows: readonly { number: number }[] }>('GET', '/queue?view=new');
    const kept = queue?.body.rows.map(({ number }) => number) ?? [];
    for (const number of promised) expect(kept).toContain(number);
    expect(new Set(kept).size).toBe(kept.length);
  });
});

describe('SIGTERM', () => {
  test('turns that are under way are finished and answered, then it ends well', async () => {
    const helpline = crashing({ SLOW_MS: '300' });
    await helpline.start('');
    const talk = await helpline.begin();
    const answering = say(helpline.origin, talk, 'moet ik dimona doen', 'one');
    await until(() => helpline.busy, 'a turn under way');
    await helpline.kill('SIGTERM');
    expect((await answering).ok).toBe(true);
    expect(helpline.exitCode).toBe(0);
    await helpline.start('');
    expect(await hear(helpline.origin, talk)).toHaveLength(2);
  });
});
