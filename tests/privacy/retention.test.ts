import { describe, expect, test } from '@jest/globals';
import { startNightlyRetention } from '../../bot/nightly-retention.js';
import { LockWatch } from '../../handlers/lock-watch.js';
import { conversationKey } from '../../handlers/message.js';
import { keepRetention, type Retained } from '../../handlers/privacy/retention.js';
import { readTalk } from '../../handlers/records.js';
import { DeskStage } from '../desk/desk-stage.js';

const DAYS = { transcript: 180, conversation: 400, ticket: 730, file: 60 };
const NOTHING: Retained = { tickets: 0, transcripts: 0, conversations: 0, messages: 0 };
const later = (days: number): string => new Date(Date.parse('2026-11-21T08:00:00Z') + days * 86_400_000).toISOString();

async function closedQuestion(): Promise<DeskStage> {
  const stage = new DeskStage();
  await stage.say('mijn leerling heeft een OAO');
  await stage.ask('jan', 'iets over de dakgoot');
  const [ticket] = await stage.tickets();
  await stage.press({ do: 'resolved', ticket: ticket!.id });
  return stage;
}

const look = async (stage: DeskStage) => ({
  words: (await readTalk(stage.store, conversationKey('web', 'jan'))).length > 0,
  last: (await stage.conversation())?.last ?? null,
  situation: (await stage.conversation())?.profile.contract ?? null,
  tickets: (await stage.tickets()).length,
});

describe('what has been kept long enough goes', () => {
  test.each([
    [1, { words: true, situation: 'OAO', tickets: 1 }, NOTHING],
    [179, { words: true, situation: 'OAO', tickets: 1 }, NOTHING],
    [181, { words: false, last: null, situation: 'OAO', tickets: 1 }, { ...NOTHING, transcripts: 1 }],
    [401, { words: false, situation: null, tickets: 1 }, { ...NOTHING, conversations: 1 }],
    [731, { words: false, situation: null, tickets: 0 }, { ...NOTHING, conversations: 1, tickets: 1 }],
  ])('after %d days', async (days, left, done) => {
    const stage = await closedQuestion();
    stage.at(later(days));
    expect(await keepRetention(stage.deps, DAYS)).toEqual(done);
    expect(await look(stage)).toMatchObject(left);
    expect(await keepRetention(stage.deps, DAYS)).toEqual(NOTHING);
  });

  test('an open question keeps everything, however long it takes', async () => {
    const stage = new DeskStage();
    await stage.ask('jan', 'iets over de dakgoot');
    stage.at(later(1_000));
    expect(await keepRetention(stage.deps, DAYS)).toEqual(NOTHING);
    expect(await look(stage)).toMatchObject({ words: true, tickets: 1 });
  });

  test('the figures stay', async () => {
    const stage = await closedQuestion();
    const before = await stage.store.readLog('events:2026-11', 0, 1_000);
    stage.at(later(3_000));
    await keepRetention(stage.deps, DAYS);
    expect(await stage.store.readLog('events:2026-11', 0, 1_000)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  test('messages that were set aside or never arrived go as well', async () => {
    const stage = new DeskStage();
    const at = '2026-11-21T08:00:00.000Z';
    await stage.store.commit({
      puts: [
        {
          kind: 'inbox',
          id: 'i',
          body: { message: stage.message('x') },
          indexes: { state: `parked|${at}` },
          expect: 'any',
        },
        { kind: 'outbox', id: 'o', body: {}, indexes: { failed: at }, expect: 'any' },
      ],
    });
    stage.at(later(181));
    expect(await keepRetention(stage.deps, DAYS)).toEqual({ ...NOTHING, messages: 2 });
  });
});

describe('the nightly run', () => {
  test.each([
    ['in the night after', '2027-11-22T03:00:00+01:00', true],
    ['by day, when it ran last night', '2027-11-22T12:00:00+01:00', false],
    ['by day, when a night was missed', '2027-11-23T15:00:00+01:00', true],
  ])('%s', async (_when, moment, runs) => {
    const stage = await closedQuestion();
    stage.at('2027-11-21T03:10:00+01:00');
    const nightly = startNightlyRetention({ ...stage.deps, lockWatch: new LockWatch() }, DAYS);
    await nightly.look();
    await stage.say('hallo', { who: 'piet' });
    stage.at(moment);
    const heard: string[] = [];
    const again = startNightlyRetention(
      {
        ...stage.deps,
        lockWatch: new LockWatch(),
        log: { ...stage.deps.log, info: (event) => heard.push(event) },
      },
      DAYS,
    );
    await Promise.all([again.look(), again.look()]);
    nightly.stop();
    again.stop();
    expect(heard).toEqual(runs ? ['retention'] : []);
  });
});
