import { beforeEach, describe, expect, test } from '@jest/globals';
import { EventIndex } from '../../handlers/insights/event-index.js';
import { readInsights } from '../../handlers/insights/read-insights.js';
import type { Insights, TableName } from '../../handlers/insights/views.js';
import { eventLog } from '../../handlers/events.js';
import { called } from '../../handlers/desk/called.js';
import { addMinutes, claim, close, setTags } from '../../handlers/desk/ticket-actions.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { EMPTY_TAGS } from '../../handlers/ticket.js';
import { DeskStage } from '../desk/desk-stage.js';

let stage: DeskStage;
let events: EventIndex;
let an: Coach;
beforeEach(async () => {
  stage = new DeskStage().at('2026-11-18T10:00:00+01:00');
  events = new EventIndex(stage);
  an = await stage.coach('An');
});

const insights = (): Promise<Insights> => readInsights({ ...stage.desk, events }, { kind: 'month' });
const rows = (shown: Insights, name: TableName) => shown.tables.find((table) => table.name === name)?.rows ?? [];
const row = (shown: Insights, name: TableName, first: string) => rows(shown, name).find(([title]) => title === first);

describe('what counts as a question', () => {
  test('a question does; a greeting, an answer to our question, a command and a reaction do not', async () => {
    await stage.say('dag');
    await stage.say('hij is ziek wie betaalt');
    await stage.say('SAO');
    await stage.say('Geholpen');
    expect((await insights()).figures).toMatchObject({ questions: 1, direct: 1, helped: 1, notHelped: 0 });
  });

  test('a thread with a coach is one question to the coach, first answered after so many minutes', async () => {
    const id = await stage.ask('jan');
    await claim(stage.desk, an, id);
    stage.at('2026-11-18T11:30:00+01:00');
    await replyToAsker(stage.desk, an, id, {
      markdown: 'Bel de school.',
      then: 'waiting-for-mentor',
      once: 'eersteantwoord',
    });
    await stage.say('dat heb ik al gedaan', { who: 'jan' });
    await addMinutes(stage.desk, an, id, { minutes: 15, kind: 'called' });
    await close(stage.desk, an, id);
    expect((await insights()).figures).toMatchObject({
      questions: 1,
      declined: 1,
      toCoach: 1,
      firstAnswers: 1,
      medianMinutes: 90,
      p90Minutes: 90,
      inTime: 1,
      coachMinutes: 15,
      calls: 1,
      closed: 1,
    });
  });

  test('a call that reaches the mentor is the first answer; one that does not is only time', async () => {
    const id = await stage.ask('jan');
    stage.at('2026-11-18T10:20:00+01:00');
    await called(stage.desk, an, id, { reached: 'not-reached', minutes: 1, once: 'gebeld-123' });
    stage.at('2026-11-18T10:30:00+01:00');
    await called(stage.desk, an, id, { reached: 'reached', minutes: 9, once: 'gebeld-456' });
    stage.at('2026-11-18T12:00:00+01:00');
    await replyToAsker(stage.desk, an, id, { markdown: 'Zoals gezegd.', then: 'answered', once: 'antwoord-1' });
    expect((await insights()).figures).toMatchObject({
      firstAnswers: 1,
      medianMinutes: 30,
      coachMinutes: 10,
      calls: 2,
    });
  });

  test('an item picked from a choice is shown as much as one given at once', async () => {
    const [first] = stage.deps.knowledge.current().library.entries;
    if (!first) throw new Error('no entries');
    await stage.press({ do: 'show', item: first.id });
    const shown = await insights();
    expect(shown.figures).toMatchObject({ questions: 0, picked: 1 });
    expect(rows(shown, 'ingangen').map(([title, , count]) => [title, count])).toEqual([[first.title, 1]]);
  });
});

describe('labels', () => {
  test('the newest labels of a ticket are counted, once, in the scheme of the sources', async () => {
    const id = await stage.ask('jan');
    const tags = { ...EMPTY_TAGS, theme: 'veiligheid', factors: ['partner-school', 'extern-wetgevend'] } as const;
    await setTags(stage.desk, an, id, { ...tags, cause: 'bedrijf', support: 'vorming', scope: 'individueel' });
    await setTags(stage.desk, an, id, { ...tags, cause: 'moment', support: 'vorming', scope: 'collectief' });
    const shown = await insights();
    expect(row(shown, 'oorzaken', 'Moment in het schooljaar')?.[1]).toBe(1);
    expect(rows(shown, 'oorzaken')).toHaveLength(1);
    expect(row(shown, 'steun', 'Vorming')?.[1]).toBe(1);
    expect(row(shown, 'bereik', 'Collectief: raakt veel mentors')?.[1]).toBe(1);
    expect(row(shown, 'factoren', 'Partner: school')?.slice(1, 4)).toEqual([0, 1, 1]);
    expect(row(shown, 'themas', 'Veiligheid')?.slice(1, 4)).toEqual([0, 1, 1]);
    expect(row(shown, 'themas-schooljaar', 'Veiligheid')?.slice(1, 3)).toEqual([0, 1]);
  });

  test('a signal for policy is listed with its remark, without personal data', async () => {
    const id = await stage.ask('jan');
    await setTags(stage.desk, an, id, {
      ...EMPTY_TAGS,
      signal: 'Bel jan.peeters@voorbeeld.be: attesten komen te laat',
    });
    expect(rows(await insights(), 'signalen')).toEqual([
      ['2026-11-18', 1001, 'Nog niet ingedeeld', 'Bel [e-mailadres]: attesten komen te laat'],
    ]);
    await setTags(stage.desk, an, id, { ...EMPTY_TAGS, signal: null });
    expect(rows(await insights(), 'signalen')).toEqual([]);
  });
});

describe('over time', () => {
  test('the figures stay when a person has everything erased, and nothing in them leads to him', async () => {
    const id = await stage.ask('jan', 'mijn nummer is 0470 12 34 56 en ik wil mijn hond mee naar de werf');
    await claim(stage.desk, an, id);
    const before = await insights();
    await stage.press({ do: 'erase-confirmed' }, 'jan');
    const after = await insights();
    expect(after.figures).toEqual(before.figures);
    expect(after.unanswered.map(({ count }) => count)).toEqual([1]);
    const kept = JSON.stringify(await stage.store.readLog(eventLog('2026-11'), 0, 100));
    expect(kept).not.toMatch(/0470|web:jan|"jan"/);
    expect(after.standing.open).toBe(0);
  });

  test('the month before stands beside it', async () => {
    stage.at('2026-10-05T10:00:00+02:00');
    await stage.say('moet ik dimona doen');
    stage.at('2026-11-18T10:00:00+01:00');
    const shown = await insights();
    expect([shown.figures.questions, shown.before.questions]).toEqual([0, 1]);
    expect(row(shown, 'kerncijfers', 'Vragen aan de bot')?.slice(1)).toEqual([0, 1, -1]);
  });

  test('what another process adds is counted at the next look', async () => {
    await insights();
    await stage.say('moet ik dimona doen');
    const [mine, fresh] = [
      await insights(),
      await readInsights({ ...stage.desk, events: new EventIndex(stage) }, { kind: 'month' }),
    ];
    expect(mine.figures).toEqual(fresh.figures);
    expect(mine.figures.questions).toBe(1);
  });

  test('a process that starts later goes on where another had counted, also what changes afterwards', async () => {
    const at = '2026-10-10T10:00:00.000Z';
    const said = (helped: boolean) => ({ log: eventLog(at), body: { type: 'feedback', at, item: 'dimona', helped } });
    await stage.store.commit({ appends: Array.from({ length: 1_200 }, (_none, n) => said(n % 4 > 0)) });
    stage.at('2026-10-31T10:00:00+01:00');
    const id = await stage.ask('jan');
    stage.at('2026-11-18T10:00:00+01:00');
    await insights();
    expect(await stage.store.get('setting', 'insights|2026-10')).not.toBeNull();
    await setTags(stage.desk, an, id, { ...EMPTY_TAGS, theme: 'veiligheid', cause: 'moment' });
    const fresh = new EventIndex(stage);
    const look = (index: EventIndex) =>
      readInsights({ ...stage.desk, events: index }, { kind: 'free', from: '2026-10-01', to: '2026-10-31' });
    const [before, after] = [await look(events), await look(fresh)];
    expect(after).toEqual(before);
    expect(after.figures).toMatchObject({ helped: 900, notHelped: 300, toCoach: 1 });
    expect(row(after, 'oorzaken', 'Moment in het schooljaar')?.[1]).toBe(1);
  });

  test('two looks at once count nothing twice', async () => {
    await stage.say('moet ik dimona doen');
    const looks = await Promise.all([insights(), insights(), insights()]);
    expect(looks.map(({ figures }) => figures.questions)).toEqual([1, 1, 1]);
  });

  test('lines written before a field existed still count', async () => {
    const at = '2026-11-10T10:00:00.000Z';
    const question = { type: 'question', at, channel: 'web', decision: 'answer', language: 'nl', urgent: null };
    const place = { item: 'weg', theme: 'dimona', phase: null, score: 0.9, asks: null, masked: 'dimona' };
    await stage.store.commit({
      appends: [
        { log: eventLog(at), body: { ...question, ...place } },
        { log: eventLog(at), body: { type: 'ticket', at, number: 7, reason: 'asked', urgent: null, theme: 'dimona' } },
      ],
    });
    const shown = await insights();
    expect(shown.figures).toMatchObject({ questions: 1, direct: 1, toCoach: 1 });
    expect(row(shown, 'themas', 'Dimona')?.slice(1, 4)).toEqual([1, 1, 2]);
    expect(row(shown, 'ingangen', 'weg (bestaat niet meer)')?.[2]).toBe(1);
  });

  test('an entry that mentors read without being helped is named', async () => {
    const item = [...stage.deps.knowledge.current().library.items.keys()][0];
    if (!item) throw new Error('no items');
    const at = '2026-11-10T10:00:00.000Z';
    const said = (helped: boolean) => ({ log: eventLog(at), body: { type: 'feedback', at, item, helped } });
    await stage.store.commit({ appends: [said(true), said(false), said(false)] });
    expect((await insights()).weak).toMatchObject([{ item, helped: 1, notHelped: 2 }]);
  });
});
