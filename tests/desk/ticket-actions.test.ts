import { beforeEach, describe, expect, test } from '@jest/globals';
import { called } from '../../handlers/desk/called.js';
import { forward } from '../../handlers/desk/forward.js';
import { merge } from '../../handlers/desk/merge.js';
import { postpone } from '../../handlers/desk/postpone.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import {
  addMinutes,
  addNote,
  claim,
  close,
  markRead,
  release,
  reopen,
  setTags,
  snooze,
  takeOver,
} from '../../handlers/desk/ticket-actions.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { isSnoozed } from '../../handlers/desk/desk-ticket.js';
import { readTalk } from '../../handlers/records.js';
import { conversationKey } from '../../handlers/message.js';
import { DeskStage, refusal } from './desk-stage.js';

let stage: DeskStage;
let an: Coach;
let bo: Coach;
beforeEach(async () => {
  stage = new DeskStage();
  an = await stage.coach('Annelies');
  bo = await stage.coach('Bogdan');
});

const answer = (markdown: string, once = 'once-0001', then: 'answered' | 'waiting-for-mentor' = 'answered') => ({
  markdown,
  then,
  once,
});

describe('claiming', () => {
  test('of twenty coaches at once exactly one wins', async () => {
    const coaches = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.coach(`Coach${String(index)}`)));
    const id = await stage.ask('jan');
    const results = await Promise.all(coaches.map((coach) => refusal(claim(stage.desk, coach, id))));
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(results.filter((result) => result === 'already-claimed')).toHaveLength(19);
  });

  test('claiming twice by the same coach changes nothing the second time', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    const again = await claim(stage.desk, an, id);
    expect(again.history.filter(({ action }) => action === 'genomen')).toHaveLength(1);
  });

  test('a released ticket is free for another; a colleague cannot release it', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    expect(await refusal(release(stage.desk, bo, id))).toBe('already-claimed');
    await release(stage.desk, an, id);
    expect(await claim(stage.desk, bo, id)).toMatchObject({ status: 'claimed', coach: bo.id });
  });

  test('taking over works from the coach one saw, not from whoever has it meanwhile', async () => {
    const id = await stage.ask('jan');
    const cas = await stage.coach('Caspar');
    await claim(stage.desk, an, id);
    await takeOver(stage.desk, bo, id, an.id);
    expect(await refusal(takeOver(stage.desk, cas, id, an.id))).toBe('already-claimed');
    expect(await stage.ticket(id)).toMatchObject({ coach: bo.id, status: 'claimed' });
  });
});

describe('replying', () => {
  test('the words, the ticket, the transcript and the event are saved together', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    stage.at('2026-11-21T09:30:00+01:00');
    await replyToAsker(stage.desk, an, id, answer('Bel de **school**.'));
    expect(await stage.ticket(id)).toMatchObject({ status: 'answered', coach: an.id, coachSpoke: true });
    expect(await stage.letters(id)).toEqual([['web:jan', 'Bel de **school**.']]);
    expect((await readTalk(stage.store, conversationKey('web', 'jan'))).at(-1)).toMatchObject({
      from: 'coach',
      name: 'Annelies',
      text: 'Bel de school.',
    });
    const events = await stage.store.readLog('events:2026-11', 0, 100);
    expect(events.map(({ body }) => body)).toContainEqual({
      type: 'first-answer',
      at: '2026-11-21T08:30:00.000Z',
      number: 1001,
      minutes: 30,
      late: false,
    });
  });

  test('the asker reacts to the coach, and his button closes the ticket', async () => {
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, answer('Welke school?', 'once-0001', 'waiting-for-mentor'));
    expect((await stage.conversation())?.openTicket).toBe(id);
    expect((await stage.say('die van Hasselt')).text).toContain('doorgegeven aan de coach');
    expect(await stage.ticket(id)).toMatchObject({ status: 'claimed', coach: an.id });
    await replyToAsker(stage.desk, an, id, answer('Die is open.', 'once-0002'));
    await stage.say('opgelost');
    expect(await stage.ticket(id)).toMatchObject({ status: 'closed', by: 'asker' });
  });

  test('a reply sent twice by a shaky line goes out once', async () => {
    const id = await stage.ask('jan');
    await Promise.all([1, 2, 3, 4, 5].map(() => replyToAsker(stage.desk, an, id, answer('Ja, dat mag.'))));
    expect(await stage.letters(id)).toHaveLength(1);
    expect((await stage.ticket(id)).history.filter(({ action }) => action === 'geantwoord')).toHaveLength(1);
  });

  test.each([
    ['answered', 'waiting-for-mentor'],
    ['waiting-for-mentor', 'answered'],
  ] as const)(
    'sent as %s and, when that seemed to fail, as %s: once to the mentor, and as pressed last',
    async (first, then) => {
      const id = await stage.ask('jan');
      const send = (how: 'answered' | 'waiting-for-mentor') =>
        replyToAsker(stage.desk, an, id, answer('Ja, dat mag.', 'once-0011', how));
      await send(first);
      expect((await send(then)).status).toBe(then);
      expect((await send(then)).status).toBe(then);
      expect((await send(first)).status).toBe(first);
      expect(await stage.letters(id)).toHaveLength(1);
      const { history } = await stage.ticket(id);
      expect(history.filter(({ by }) => by === an.id).map(({ action }) => action)).toEqual([
        'geantwoord',
        'aangepast na versturen',
        'aangepast na versturen',
      ]);
    },
  );

  test('the other button comes too late once the mentor reacted: the coach hears so, and nothing is undone', async () => {
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, answer('Welke school?', 'once-0012', 'waiting-for-mentor'));
    await stage.say('die van Hasselt');
    const reacted = await stage.ticket(id);
    expect(await refusal(replyToAsker(stage.desk, an, id, answer('Welke school?', 'once-0012', 'answered')))).toBe(
      'already-sent',
    );
    await replyToAsker(stage.desk, an, id, answer('Welke school?', 'once-0012', 'waiting-for-mentor'));
    expect(await stage.ticket(id)).toEqual(reacted);
    expect(await stage.letters(id)).toHaveLength(1);
  });

  test.each<[string, (id: string, words: string) => Promise<unknown>]>([
    ['a reply', (id, words) => replyToAsker(stage.desk, an, id, answer(words, 'once-0009'))],
    ['a note', (id, words) => addNote(stage.desk, an, id, words, 'once-0009')],
  ])('%s changed after it went out unseen is refused, not swallowed', async (_what, send) => {
    const id = await stage.ask('jan');
    await send(id, 'Ja, dat mag.');
    await send(id, ' Ja, dat mag. ');
    expect(await refusal(send(id, 'Ja, dat mag. Wel met helm.'))).toBe('already-sent');
    const { history } = await stage.ticket(id);
    expect(history.filter(({ action }) => ['geantwoord', 'notitie'].includes(action))).toHaveLength(1);
  });

  test.each<[string, (id: string, figure: number) => Promise<unknown>]>([
    ['a call', (id, minutes) => called(stage.desk, an, id, { reached: 'reached', minutes, once: 'once-0010' })],
    ['time spent', (id, minutes) => addMinutes(stage.desk, an, id, { minutes, kind: 'worked', once: 'once-0010' })],
    [
      'a later promise',
      (id, hour) => postpone(stage.desk, an, id, { until: new Date(2026, 10, 24, hour), once: 'once-0010' }),
    ],
  ])('%s sent again counts once; with other figures it is refused, and the first stand', async (_what, send) => {
    const id = await stage.ask('jan');
    await send(id, 10);
    const first = await stage.ticket(id);
    await send(id, 10);
    expect(await refusal(send(id, 15))).toBe('already-sent');
    expect(await stage.ticket(id)).toEqual(first);
  });

  test('a reply and a message of the asker at the same moment both count', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    await Promise.all([
      replyToAsker(stage.desk, an, id, answer('Ja.')),
      stage.say('nog iets: hij is 17'),
      stage.say('en hij is ziek'),
    ]);
    expect(await stage.letters(id)).toHaveLength(1);
    const talk = await readTalk(stage.store, conversationKey('web', 'jan'));
    expect(talk.filter(({ from }) => from === 'asker')).toHaveLength(4);
    expect(talk.filter(({ from }) => from === 'coach')).toHaveLength(1);
  });

  test('only who has the ticket replies; a free one is taken by it', async () => {
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, answer('Ja.'));
    expect(await refusal(replyToAsker(stage.desk, bo, id, answer('Nee.', 'once-0002')))).toBe('already-claimed');
    expect(await stage.ticket(id)).toMatchObject({ coach: an.id });
  });

  test('a mentor who had his data erased gets nothing more', async () => {
    const id = await stage.ask('jan');
    await stage.store.commit({ deletes: [{ kind: 'conversation', id: 'web:jan', expect: 'any' }] });
    expect(await refusal(replyToAsker(stage.desk, an, id, answer('Ja.')))).toBe('gone');
  });
});

describe('closing, reopening, setting aside', () => {
  const cases: readonly (readonly [string, (id: string) => Promise<unknown>, string])[] = [
    ['a closed ticket is not claimed', (id) => claim(stage.desk, an, id), 'not-possible-now'],
    [
      'a closed ticket is not replied to',
      (id) => replyToAsker(stage.desk, an, id, answer('Ja.', 'once-9999')),
      'not-possible-now',
    ],
    [
      'a closed ticket is not snoozed',
      (id) => snooze(stage.desk, an, id, new Date('2026-11-22T08:00:00Z')),
      'not-possible-now',
    ],
    ['a closed ticket closes again without harm', (id) => close(stage.desk, bo, id), 'accepted'],
    ['a closed ticket opens again', (id) => reopen(stage.desk, bo, id), 'accepted'],
    ['a ticket that is not there is not found', () => claim(stage.desk, an, 'none'), 'not-found'],
  ];
  test.each(cases)('%s', async (_name, act, expected) => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    await close(stage.desk, an, id);
    expect(await refusal(act(id))).toBe(expected);
  });

  test('a reopened ticket belongs to whoever reopened it', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    await close(stage.desk, an, id);
    await reopen(stage.desk, bo, id);
    await replyToAsker(stage.desk, bo, id, answer('Toch nog dit.'));
    expect(await stage.ticket(id)).toMatchObject({ status: 'answered', coach: bo.id });
  });

  test('a snoozed ticket comes back when the asker writes', async () => {
    const id = await stage.ask('jan');
    await replyToAsker(stage.desk, an, id, answer('Welke?', 'once-0001', 'waiting-for-mentor'));
    await snooze(stage.desk, an, id, new Date('2026-11-24T08:00:00Z'));
    const now = new Date('2026-11-21T12:00:00Z');
    expect(isSnoozed(await stage.ticket(id), now)).toBe(true);
    stage.at('2026-11-21T10:00:00+01:00');
    await stage.say('deze');
    expect(isSnoozed(await stage.ticket(id), now)).toBe(false);
  });

  test.each([['2026-11-21T07:00:00Z'], ['2027-11-21T07:00:00Z']])(
    'a question is not set aside until %s',
    async (until) => {
      const id = await stage.ask('jan');
      expect(await refusal(snooze(stage.desk, an, id, new Date(until)))).toBe('bad-request');
    },
  );
});

describe('merging', () => {
  test('everyone who waited gets the one answer, once, in his own conversation', async () => {
    const first = await stage.ask('jan');
    const second = await stage.ask('piet');
    const third = await stage.ask('joris');
    await merge(stage.desk, an, third, second);
    await merge(stage.desk, an, second, first);
    await replyToAsker(stage.desk, an, first, answer('Voor jullie alle drie.'));
    expect((await stage.letters(first)).map(([to]) => to).sort()).toEqual(['web:jan', 'web:joris', 'web:piet']);
    expect((await stage.conversation('joris'))?.openTicket).toBe(first);
    await stage.say('en wat met de bus?', { who: 'joris' });
    expect(await stage.ticket(first)).toMatchObject({ status: 'reopened', coach: an.id });
  });

  test('the one that goes is closed, points the way, and cannot be reopened apart', async () => {
    const first = await stage.ask('jan');
    const second = await stage.ask('piet');
    await merge(stage.desk, an, second, first);
    await merge(stage.desk, an, second, first);
    expect(await stage.ticket(second)).toMatchObject({ status: 'closed', mergedInto: first });
    expect((await stage.ticket(first)).watchers).toHaveLength(1);
    expect(await refusal(reopen(stage.desk, an, second))).toBe('not-possible-now');
    expect(await refusal(merge(stage.desk, an, first, first))).toBe('bad-request');
  });

  test("a colleague's ticket is not merged away under his hands", async () => {
    const first = await stage.ask('jan');
    const second = await stage.ask('piet');
    await claim(stage.desk, bo, second);
    expect(await refusal(merge(stage.desk, an, second, first))).toBe('already-claimed');
  });

  test('"ook mijn vraag" brings the answer to the one who said it', async () => {
    const id = await stage.ask('jan');
    await stage.press({ do: 'also-mine', ticket: id }, 'els');
    await replyToAsker(stage.desk, an, id, answer('Ja.'));
    expect((await stage.letters(id)).map(([to]) => to).sort()).toEqual(['web:els', 'web:jan']);
  });
});

describe('what stays inside', () => {
  test('notes, minutes, labels and reading are in the history and in nothing that is sent', async () => {
    const id = await stage.ask('jan', 'Mijn leerling heet Kevin Peeters en wil stoppen');
    await addNote(stage.desk, an, id, 'GEHEIM: moeilijke baas', 'once-note1');
    await addNote(stage.desk, an, id, 'GEHEIM: moeilijke baas', 'once-note1');
    await addMinutes(stage.desk, an, id, { minutes: 15, kind: 'called', once: 'once-call1' });
    await setTags(stage.desk, an, id, {
      theme: 'einde',
      factors: ['partner-student'],
      cause: null,
      support: 'individueel',
      scope: 'individueel',
    });
    await markRead(stage.desk, bo, id);
    await markRead(stage.desk, bo, id);
    await replyToAsker(stage.desk, an, id, answer('We bekijken het.'));
    const ticket = await stage.ticket(id);
    expect(ticket.notes).toHaveLength(1);
    expect(ticket.minutes).toBe(15);
    expect(ticket.history.map(({ action }) => action)).toEqual([
      'gevraagd',
      'notitie',
      'gebeld',
      'labels',
      'gelezen',
      'geantwoord',
    ]);
    expect(JSON.stringify(await stage.letters(id))).not.toContain('GEHEIM');
    expect(JSON.stringify(await readTalk(stage.store, ticket.conversation))).not.toContain('GEHEIM');
    const text = await forward(stage.desk, an, id, { to: 'trajectbegeleider', consent: 'given' });
    expect(text).not.toContain('GEHEIM');
    expect(text).toContain('Kevin Peeters');
    expect(await forward(stage.desk, an, id, { to: 'preventiedienst', consent: 'not-asked' })).not.toContain('Kevin');
  });
});
