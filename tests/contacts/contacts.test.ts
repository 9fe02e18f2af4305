import { beforeEach, describe, expect, test } from '@jest/globals';
import { putContactLog } from '../../handlers/contacts/contact-log.js';
import type { ContactLog } from '../../handlers/contacts/views.js';
import { noteContact, dropContact, labelContacts } from '../../handlers/contacts/note-contact.js';
import { listContacts, readStatement, statementOf } from '../../handlers/contacts/read-contacts.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { called } from '../../handlers/desk/called.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { addMinutes, claim, setTags } from '../../handlers/desk/ticket-actions.js';
import { EMPTY_TAGS } from '../../handlers/ticket.js';
import { DeskStage, refusal } from '../desk/desk-stage.js';

const YEAR = '2026-2027';
let stage: DeskStage;
let an: Coach;
let ticket: string;
beforeEach(async () => {
  stage = new DeskStage().at('2026-11-18T10:00:00+01:00');
  an = await stage.coach('An');
  ticket = await stage.ask('jan');
  await claim(stage.desk, an, ticket);
});

const answer = (once: string) =>
  replyToAsker(stage.desk, an, ticket, { markdown: 'Bel de school.', then: 'waiting-for-mentor', once });
const shown = () => statementOf(stage.desk, ticket, YEAR);
const note = { kind: 'visit', day: '2026-11-10', minutes: 90, remark: 'Op de werf', once: 'bezoek-1234' } as const;

describe('the log of a mentor', () => {
  test('holds every answer, call and minute of a coach, with the theme and without the question', async () => {
    await setTags(stage.desk, an, ticket, { ...EMPTY_TAGS, theme: 'dimona' });
    await answer('antwoord-1');
    stage.at('2026-11-19T10:00:00+01:00');
    await called(stage.desk, an, ticket, { reached: 'reached', minutes: 12, once: 'gebeld-123' });
    await called(stage.desk, an, ticket, { reached: 'not-reached', minutes: 2, once: 'gebeld-456' });
    await addMinutes(stage.desk, an, ticket, { minutes: 20, kind: 'worked', once: 'gewerkt-12' });
    const { moments, contacts, minutes } = await shown();
    expect(moments.map(({ kind, minutes: spent, theme }) => [kind, spent, theme])).toEqual([
      ['answer', 0, 'dimona'],
      ['call', 12, 'dimona'],
      ['work', 20, 'dimona'],
    ]);
    expect([contacts, minutes]).toEqual([2, 32]);
    expect(JSON.stringify(await shown())).not.toContain('weet');
  });

  test('three letters about one question on one day are one contact; a repeated request counts once', async () => {
    for (const once of ['antwoord-1', 'antwoord-1', 'antwoord-2', 'antwoord-3']) await answer(once);
    expect(await shown()).toMatchObject({ contacts: 1, minutes: 0 });
    await addMinutes(stage.desk, an, ticket, { minutes: 20, kind: 'called', once: 'gewerkt-12' });
    await addMinutes(stage.desk, an, ticket, { minutes: 20, kind: 'called', once: 'gewerkt-12' });
    expect(await shown()).toMatchObject({ contacts: 2, minutes: 20 });
  });

  test('who waits for the same answer has been in touch too', async () => {
    await stage.say('dag', { who: 'piet' });
    await stage.press({ do: 'also-mine', ticket }, 'piet');
    await answer('antwoord-1');
    expect((await listContacts(stage.desk, YEAR)).map(({ contacts }) => contacts)).toEqual([1, 1]);
  });

  test('each school year has its own', async () => {
    await answer('antwoord-1');
    stage.at('2027-09-02T10:00:00+02:00');
    await answer('antwoord-2');
    expect((await shown()).years).toEqual(['2027-2028', YEAR]);
    expect((await listContacts(stage.desk, '2027-2028')).map(({ contacts }) => contacts)).toEqual([1]);
  });
});

describe('a mentor who joins two channels', () => {
  test('has one log, and what was noted on either can be taken away', async () => {
    await answer('antwoord-1');
    await noteContact(stage.desk, an, { ticket }, note);
    const { id } = await shown();
    const mine = await stage.store.get<ContactLog>('contact', id);
    if (!mine) throw new Error('no log');
    const other = {
      ...note,
      at: '2026-10-01T11:00:00.000Z',
      ticket: null,
      theme: null,
      coach: 'An',
      id: 'elders-1234',
    };
    const guest = { ...mine.body, moments: [other] };
    await stage.store.commit({ puts: [putContactLog(guest, 0, 'van-een-ander-kanaal')] });
    expect((await listContacts(stage.desk, YEAR)).map(({ contacts }) => contacts)).toEqual([3]);
    await dropContact(stage.desk, id, 'elders-1234');
    expect((await readStatement(stage.desk, id)).contacts).toBe(2);
  });
});

describe('what a coach notes by hand', () => {
  test('stands in the log once, under a name of his own, and can be taken away', async () => {
    await noteContact(stage.desk, an, { ticket }, note);
    const id = await noteContact(stage.desk, an, { ticket }, note);
    await labelContacts(stage.desk, id, 'Jan, Tuinen Jan bv');
    await noteContact(stage.desk, an, { log: id }, { ...note, kind: 'training', once: 'vorming-12' });
    const statement = await readStatement(stage.desk, id);
    expect([statement.name, statement.contacts, statement.minutes]).toEqual(['Jan, Tuinen Jan bv', 2, 180]);
    await dropContact(stage.desk, id, note.once);
    expect((await readStatement(stage.desk, id)).minutes).toBe(90);
  });

  test.each<[string, Partial<Parameters<typeof noteContact>[3]>]>([
    ['other minutes', { minutes: 30 }],
    ['another kind', { kind: 'training' }],
    ['a day in another school year', { day: '2026-08-20' }],
  ])('sent again with %s it is refused, and the first stands until it is taken away', async (_what, other) => {
    const id = await noteContact(stage.desk, an, { ticket }, note);
    expect(await refusal(noteContact(stage.desk, an, { ticket }, { ...note, ...other }))).toBe('already-sent');
    expect(await readStatement(stage.desk, id)).toMatchObject({
      contacts: 1,
      minutes: 90,
      moments: [{ kind: 'visit' }],
    });
    await dropContact(stage.desk, id, note.once);
    const again = await noteContact(stage.desk, an, { ticket }, { ...note, ...other });
    expect((await readStatement(stage.desk, again)).contacts).toBe(1);
  });

  test.each([
    ['a day to come', () => noteContact(stage.desk, an, { ticket }, { ...note, day: '2026-11-19' }), 'bad-request'],
    ['a log that is not there', () => noteContact(stage.desk, an, { log: 'weg' }, note), 'not-found'],
    ['a ticket that is not there', () => noteContact(stage.desk, an, { ticket: 'weg' }, note), 'not-found'],
    ['the name of nobody', () => labelContacts(stage.desk, 'weg', 'Jan'), 'not-found'],
  ])('%s is refused', async (_what, run, code) => {
    expect(await refusal(run())).toBe(code);
  });

  test('what the helpline itself recorded cannot be taken away', async () => {
    await answer('antwoord-1');
    const { id, moments } = await shown();
    expect(await refusal(dropContact(stage.desk, id, moments[0]?.id ?? ''))).toBe('not-possible-now');
  });
});

describe('the person', () => {
  test('takes his log with him when he has everything erased', async () => {
    await answer('antwoord-1');
    const { id } = await shown();
    await stage.press({ do: 'erase-confirmed' }, 'jan');
    expect(await listContacts(stage.desk, YEAR)).toEqual([]);
    expect(await refusal(readStatement(stage.desk, id))).toBe('not-found');
  });
});
