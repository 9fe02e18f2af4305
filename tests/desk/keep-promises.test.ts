import { beforeEach, describe, expect, test } from '@jest/globals';
import { keepPromises, type Alert } from '../../handlers/desk/keep-promises.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { conversationKey } from '../../handlers/message.js';
import { erasureOf } from '../../handlers/privacy/erase.js';
import { readTalk } from '../../handlers/records.js';
import { claim } from '../../handlers/desk/ticket-actions.js';
import { DeskStage } from './desk-stage.js';

let stage: DeskStage;
let told: Alert[];
beforeEach(() => {
  // Promises are four opening hours, half an hour when urgent.
  stage = new DeskStage().at('2026-11-23T08:00:00+01:00');
  told = [];
});
const notifier = {
  notify: (alert: Alert) => {
    told.push(alert);
    return Promise.resolve();
  },
};
const round = async (at: string): Promise<readonly string[]> => {
  stage.at(at);
  return (await keepPromises(stage.desk, notifier)).map(({ kind, number }) => `${kind} ${String(number)}`);
};

describe('a promise', () => {
  test('is recalled an hour before, and raised when it has passed; each once', async () => {
    await stage.ask('jan');
    expect(await round('2026-11-23T10:59:00+01:00')).toEqual([]);
    expect(await round('2026-11-23T11:00:00+01:00')).toEqual(['due-soon 1001']);
    expect(await round('2026-11-23T11:01:00+01:00')).toEqual([]);
    expect(await round('2026-11-23T12:01:00+01:00')).toEqual(['overdue 1001']);
    expect(await round('2026-11-23T12:02:00+01:00')).toEqual([]);
    expect(told).toHaveLength(2);
  });

  test('that is broken is told to the asker, once, also by ten processes at once', async () => {
    const id = await stage.ask('jan');
    stage.at('2026-11-23T12:30:00+01:00');
    await Promise.all(Array.from({ length: 10 }, () => keepPromises(stage.desk, notifier)));
    expect(await stage.letters(id)).toEqual([['web:jan', expect.stringContaining('langer op zich wachten')]]);
    expect(told.filter(({ kind }) => kind === 'overdue')).toHaveLength(1);
  });

  test('of somebody who had everything erased at that very moment leaves nothing of him', async () => {
    const id = await stage.ask('jan');
    stage.at('2026-11-23T12:30:00+01:00');
    const { store, clock } = stage.desk;
    const commit = store.commit.bind(store);
    store.commit = async (writes) => {
      store.commit = commit;
      const now = clock.now();
      await commit(await erasureOf(store, conversationKey('web', 'jan'), { now, until: now.toISOString() }));
      return commit(writes);
    };
    await keepPromises(stage.desk, notifier);
    expect(await stage.letters(id)).toEqual([]);
    expect(await readTalk(store, conversationKey('web', 'jan'))).toEqual([]);
  });

  test('that was kept stays silent', async () => {
    const an = await stage.coach('Annelies');
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, { markdown: 'Ja.', then: 'waiting-for-mentor', once: 'once-0001' });
    expect(await round('2026-11-24T12:00:00+01:00')).toEqual([]);
  });

  test('of somebody who said stop is raised, but he is left in peace', async () => {
    const id = await stage.ask('jan');
    await stage.say('stop');
    expect(await round('2026-11-23T13:00:00+01:00')).toEqual(['overdue 1001']);
    expect(await stage.letters(id)).toEqual([]);
  });
});

describe('an urgent ticket', () => {
  test('is told at once, and again when nobody took it within five minutes of opening hours', async () => {
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    expect(await round('2026-11-23T08:01:00+01:00')).toEqual(['urgent-new 1001']);
    expect(await round('2026-11-23T08:04:00+01:00')).toEqual([]);
    expect(await round('2026-11-23T08:05:00+01:00')).toEqual(['urgent-untaken 1001']);
  });

  test('that somebody took is not told again', async () => {
    const an = await stage.coach('Annelies');
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    const [ticket] = await stage.tickets();
    await claim(stage.desk, an, ticket?.id ?? '');
    expect(await round('2026-11-23T08:10:00+01:00')).toEqual(['urgent-new 1001']);
  });

  test('in the weekend waits with the second call until the desk opens', async () => {
    stage.at('2026-11-21T20:00:00+01:00');
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    expect(await round('2026-11-21T21:00:00+01:00')).toEqual(['urgent-new 1001']);
    expect(await round('2026-11-23T08:00:00+01:00')).toEqual(['urgent-untaken 1001']);
  });

  test('names nobody and quotes nothing', async () => {
    await stage.say('Kevin zit onder het bloed', { who: 'piet' });
    await round('2026-11-23T08:01:00+01:00');
    expect(JSON.stringify(told)).not.toMatch(/Kevin|bloed/);
  });

  test('does not count as told while the mail server is away', async () => {
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    stage.at('2026-11-23T08:01:00+01:00');
    const raised = await keepPromises(stage.desk, { notify: () => Promise.reject(new Error('no mail server')) });
    expect(raised).toHaveLength(0);
  });
});
