import { beforeEach, describe, expect, test } from '@jest/globals';
import { setAbsence } from '../../handlers/desk/absence.js';
import { called } from '../../handlers/desk/called.js';
import { cannedFor, deleteCanned, fill, listCanned, saveCanned } from '../../handlers/desk/canned-texts.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { keepPromises, type Alert } from '../../handlers/desk/keep-promises.js';
import { postpone } from '../../handlers/desk/postpone.js';
import { readQueue } from '../../handlers/desk/queue.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { claim } from '../../handlers/desk/ticket-actions.js';
import { replyToText } from '../../handlers/reply-text.js';
import { processMessage, receiveMessage } from '../../handlers/turn/process-message.js';
import { setOpenQuestion, setSchool } from '../../handlers/desk/ticket-facts.js';
import { DeskStage, refusal } from './desk-stage.js';

let stage: DeskStage;
let an: Coach;
let bo: Coach;
beforeEach(async () => {
  stage = new DeskStage().at('2026-11-23T08:00:00+01:00');
  an = await stage.coach('An');
  bo = await stage.coach('Bo');
});
const reply = (id: string, then: 'answered' | 'waiting-for-mentor', once: string) =>
  replyToAsker(stage.desk, an, id, { markdown: 'Dit is het.', then, once });

describe('texts to use again', () => {
  test.each<readonly [string, Readonly<Record<string, string | null>>, string]>([
    ['Dag {mentor},', { mentor: 'Jan' }, 'Dag Jan,'],
    ['Dag {mentor},', { mentor: null }, 'Dag,'],
    ['Vraag {nummer} voor {mentor}', { nummer: '1001', mentor: '{coach}' }, 'Vraag 1001 voor {coach}'],
    ['Ik belde {telefoon}.', { telefoon: null }, 'Ik belde [TELEFOON].'],
    ['Kost {niets} of { dit }', {}, 'Kost [NIETS] of { dit }'],
  ])('%s becomes what it means in this ticket', (markdown, values, filled) => {
    expect(fill(markdown, values)).toBe(filled);
  });

  test('are filled with the ticket’s own facts', async () => {
    const id = await stage.ask('jan');
    const texts = await cannedFor(stage.desk, an, id);
    expect(texts.find(({ id: name }) => name === 'ik-zoek-het-uit')?.markdown).toMatch(/^Dag,\n[^]*\nAn$/);
  });

  test('of one’s own are seen by nobody else', async () => {
    await saveCanned(stage.desk, an, null, { title: 'Mijn groet', markdown: 'Groetjes {coach}', shared: false });
    const titles = async (coach: Coach) => (await listCanned(stage.desk, coach)).map(({ title }) => title);
    expect(await titles(an)).toContain('Mijn groet');
    expect(await titles(bo)).not.toContain('Mijn groet');
  });

  test('that are shared belong to editors', async () => {
    const text = { title: 'Voor iedereen', markdown: 'x', shared: true };
    expect(await refusal(saveCanned(stage.desk, an, null, text))).toBe('not-allowed');
    expect(await refusal(deleteCanned(stage.desk, an, 'opgelost'))).toBe('not-allowed');
    const emiel = await stage.coach('Emiel', 'editor');
    await deleteCanned(stage.desk, emiel, 'opgelost');
    await saveCanned(stage.desk, emiel, 'meer-weten', { ...text, title: 'Vertel meer' });
    const titles = (await listCanned(stage.desk, bo)).map(({ title }) => title);
    expect(titles).toContain('Vertel meer');
    expect(titles).not.toContain('Is het opgelost?');
  });

  test('with a place nobody can fill are refused', async () => {
    const text = { title: 'Fout', markdown: 'Dag {voornaam}', shared: false };
    expect(await refusal(saveCanned(stage.desk, an, null, text))).toBe('bad-request');
  });
});

describe('absence', () => {
  const until = '2026-11-27T17:00:00+01:00';

  test('brings a colleague’s questions to the stand-in, until he is back', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    await setAbsence(stage.desk, an, { until, standIn: bo.id });
    const mine = async () => (await readQueue(stage.desk, bo, 'mine')).rows.map(({ forAbsent }) => forAbsent);
    expect(await mine()).toEqual([true]);
    stage.at('2026-11-28T08:00:00+01:00');
    expect(await mine()).toEqual([]);
  });

  test('sends the alert of a late answer to the stand-in', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    const told: Alert[] = [];
    await setAbsence(stage.desk, an, { until, standIn: bo.id });
    stage.at('2026-11-23T14:00:00+01:00');
    await keepPromises(stage.desk, { notify: (alert) => Promise.resolve(void told.push(alert)) });
    expect(told.map(({ coach, email }) => [coach, email])).toEqual([[bo.id, bo.email]]);
  });

  test.each([
    ['in the past', '2026-11-20T00:00:00Z', 'Bo', 'bad-request'],
    ['of a year', '2027-11-20T00:00:00Z', 'Bo', 'bad-request'],
    ['with oneself as stand-in', until, 'An', 'bad-request'],
    ['with a stand-in who is away', until, 'Cas', 'not-possible-now'],
  ])('%s is refused', async (_name, end, who, code) => {
    const cas = await stage.coach('Cas');
    await setAbsence(stage.desk, cas, { until, standIn: null });
    const standIn = { An: an, Bo: bo, Cas: cas }[who]?.id ?? null;
    expect(await refusal(setAbsence(stage.desk, an, { until: end, standIn }))).toBe(code);
  });
});

describe('a call', () => {
  test.each([
    ['32470123456', '+32470123456', /De coach belt je/],
    [null, null, /Op welk nummer/],
  ])('goes to the number that WhatsApp knows (%s), and is asked for when it knows none', async (phone, kept, says) => {
    await stage.ask('jan');
    const address = { channel: 'whatsapp', conversationId: 'jan', reference: { user: { phone } } } as const;
    const message = stage.message('callback:middag', { address, action: { do: 'callback', when: 'middag' } });
    await receiveMessage(stage.deps, message);
    const done = await processMessage(stage.deps, message);
    expect(done.kind === 'done' ? replyToText(done.outcome.reply) : '').toMatch(says);
    expect((await stage.tickets())[0]?.callback?.phone).toBe(kept);
  });

  test('that reached the asker fulfils his wish; one that did not leaves it standing; both count', async () => {
    const id = await stage.ask('jan');
    await stage.press({ do: 'callback', when: 'middag' });
    await called(stage.desk, an, id, { reached: 'not-reached', minutes: 1, once: 'call-0001' });
    expect((await readQueue(stage.desk, an, 'new')).rows[0]?.callback).toBe(true);
    await called(stage.desk, an, id, { reached: 'reached', minutes: 9, once: 'call-0002' });
    await called(stage.desk, an, id, { reached: 'reached', minutes: 9, once: 'call-0002' });
    expect((await readQueue(stage.desk, an, 'open')).rows[0]?.callback).toBe(false);
    expect(await stage.ticket(id)).toMatchObject({
      minutes: 10,
      called: { by: an.id },
      status: 'claimed',
      coach: an.id,
    });
  });
});

describe('a promise', () => {
  const alerts = async (): Promise<readonly string[]> =>
    (await keepPromises(stage.desk, { notify: () => Promise.resolve() })).map(({ kind }) => kind);

  test('that is moved is told to everyone who waits, and watched anew', async () => {
    const id = await stage.ask('jan');
    await stage.press({ do: 'also-mine', ticket: id }, 'els');
    await postpone(stage.desk, an, id, { until: new Date('2026-11-25T10:00:00+01:00'), once: 'post-0001' });
    expect(await stage.letters(id)).toEqual([
      ['web:jan', expect.stringContaining('ten laatste woensdag 25 november om 10 uur')],
      ['web:els', expect.stringContaining('ten laatste woensdag 25 november om 10 uur')],
    ]);
    stage.at('2026-11-23T13:00:00+01:00');
    expect(await alerts()).toEqual([]);
    stage.at('2026-11-25T10:01:00+01:00');
    expect(await alerts()).toEqual(['overdue']);
  });

  test.each([['2026-11-22T10:00:00Z'], ['2027-03-01T10:00:00Z']])('is not moved to %s', async (until) => {
    const id = await stage.ask('jan');
    expect(await refusal(postpone(stage.desk, an, id, { until: new Date(until), once: 'post-0001' }))).toBe(
      'bad-request',
    );
  });

  test('is made again when the asker reacts, and its breach noticed', async () => {
    const id = await stage.ask('jan');
    await reply(id, 'waiting-for-mentor', 'once-0001');
    stage.at('2026-11-24T08:00:00+01:00');
    expect((await stage.say('het is een OAO')).text).toContain('ten laatste vandaag om 12 uur');
    expect((await stage.ticket(id)).dueAt).toBe('2026-11-24T11:00:00.000Z');
    stage.at('2026-11-24T12:01:00+01:00');
    expect((await readQueue(stage.desk, an, 'overdue')).rows).toHaveLength(1);
    expect(await alerts()).toEqual(['overdue']);
    await reply(id, 'answered', 'once-0002');
    expect((await readQueue(stage.desk, an, 'overdue')).rows).toHaveLength(0);
  });

  test('is shouted about again when the mail server was away, by whichever process', async () => {
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    const broken = { notify: () => Promise.reject(new Error('no mail server')) };
    expect(await keepPromises(stage.desk, broken)).toEqual([]);
    stage.at('2026-11-23T08:00:30+01:00');
    expect(await alerts()).toEqual([]);
    stage.at('2026-11-23T08:02:00+01:00');
    expect(await alerts()).toEqual(['urgent-new']);
    stage.at('2026-11-23T08:04:00+01:00');
    expect(await alerts()).toEqual([]);
  });
});

describe('the school', () => {
  test('filters the queue', async () => {
    const id = await stage.ask('jan');
    await stage.ask('piet');
    await setSchool(stage.desk, an, id, 'Tuinbouwschool Zuid');
    const all = await readQueue(stage.desk, an, 'open');
    expect([all.rows.length, all.schools]).toEqual([2, ['Tuinbouwschool Zuid']]);
    const some = await readQueue(stage.desk, an, 'open', { school: 'Tuinbouwschool Zuid' });
    expect(some.rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('"ook mijn vraag"', () => {
  const SHARED = 'Wanneer komt de premie voor drones?';

  test('is offered to who asks something alike, and brings him the same answer', async () => {
    const id = await stage.ask('jan', 'ik wacht al maanden op geld voor mijn drone van Kevin');
    await setOpenQuestion(stage.desk, an, id, SHARED);
    const offered = await stage.say('wanneer krijg ik de premie voor drones eindelijk', { who: 'els' });
    expect(offered.text).toContain(SHARED);
    expect(offered.text).not.toContain('Kevin');
    expect(offered.reply.buttons[0]?.label).toBe('Ook mijn vraag');
    await stage.say('ook mijn vraag', { who: 'els' });
    await reply(id, 'answered', 'once-0001');
    expect((await stage.letters(id)).map(([to]) => to)).toEqual(['web:jan', 'web:els']);
  });

  test.each([
    ['another question', 'mag mijn hond mee naar de werf in Gent', 'els'],
    ['the asker himself', 'wanneer komt de premie voor drones nu', 'jan'],
  ])('is not offered with %s', async (_name, words, who) => {
    const id = await stage.ask('jan');
    await setOpenQuestion(stage.desk, an, id, SHARED);
    expect((await stage.say(words, { who })).text).not.toContain(SHARED);
  });

  test('is not offered once the question is answered or no longer shared', async () => {
    const id = await stage.ask('jan');
    await setOpenQuestion(stage.desk, an, id, SHARED);
    await setOpenQuestion(stage.desk, an, id, null);
    expect((await stage.say('wanneer komt de premie voor drones', { who: 'els' })).text).not.toContain(SHARED);
    await setOpenQuestion(stage.desk, an, id, SHARED);
    await reply(id, 'answered', 'once-0001');
    expect((await stage.say('wanneer komt de premie voor drones', { who: 'bas' })).text).not.toContain(SHARED);
  });
});
