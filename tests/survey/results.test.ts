import { beforeEach, describe, expect, test } from '@jest/globals';
import { changeSurvey, createSurvey, deleteSurvey } from '../../handlers/survey/author.js';
import { offerSurveys } from '../../handlers/survey/offer-surveys.js';
import { resultSheet } from '../../handlers/survey/results.js';
import type { Conversation } from '../../handlers/conversation.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { refusal } from '../desk/desk-stage.js';
import { DRAFT, SurveyStage } from './survey-stage.js';

let stage: SurveyStage;
beforeEach(() => {
  stage = new SurveyStage().at('2026-11-18T10:00:00+01:00');
});

async function answersOf(who: string, answers: readonly string[]): Promise<void> {
  await stage.begun(who);
  for (const answer of answers) await stage.say(answer, { who });
}

describe('results', () => {
  test('show figures and words without an order, once three mentors answered', async () => {
    const survey = await stage.survey();
    await answersOf('jan', ['4', 'Ja', 'meer fiches']);
    await answersOf('piet', ['5', 'Ja', 'bel mij op 0470 12 34 56']);
    expect((await stage.results(survey)).results.map(({ hidden, words }) => [hidden, words.length])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    await answersOf('an', ['3', 'Nee', 'een adempauze']);
    const view = await stage.results(survey);
    expect(view.results[0]).toMatchObject({ answers: 3, mean: 4 });
    expect(view.results[1]?.counts.map(({ count }) => count)).toEqual([2, 1, 0]);
    expect(view.results[2]?.words).toEqual(['bel mij op [telefoonnummer]', 'een adempauze', 'meer fiches']);
    expect(
      resultSheet(view)
        .rows.slice(5, 8)
        .map((row) => row.slice(1, 3)),
    ).toEqual([
      ['Ja', 2],
      ['Nee', 1],
      ['Weet ik niet', 0],
    ]);
  });

  test('stay when a mentor has everything erased', async () => {
    const survey = await stage.survey();
    for (const who of ['jan', 'piet', 'an']) await answersOf(who, ['4', 'Ja', 'niets']);
    await stage.press({ do: 'erase-confirmed' }, 'jan');
    expect((await stage.results(survey)).results[0]).toMatchObject({ answers: 3, hidden: false });
  });
});

describe('writing a survey', () => {
  test.each([
    ['without questions', { questions: [] }],
    ['that ends before it begins', { window: { from: '2026-12-10', to: '2026-12-01' } }],
    ['that is over', { window: { from: '2026-10-01', to: '2026-10-10' } }],
    ['with a choice twice', { questions: [{ kind: 'choice', text: 'Ja?', options: ['Ja', 'ja'] }] }],
  ] as const)('one %s is refused', async (_what, part) => {
    expect(await refusal(stage.survey(part))).toBe('bad-request');
  });

  test('mentors are asked one thing at a time', async () => {
    await stage.survey();
    const lead = await stage.coach('Bo', 'lead');
    const again = { ...DRAFT, window: { from: '2026-11-27', to: '2026-12-01' } };
    expect(await refusal(createSurvey(stage.desk, lead, again))).toBe('not-possible-now');
    const draft = await createSurvey(stage.desk, lead, { ...DRAFT, window: null });
    expect((await stage.results(draft)).stage).toBe('draft');
  });

  test('once it runs its questions stand; its last day can move, and it cannot be thrown away', async () => {
    const survey = await stage.survey();
    const other = { ...DRAFT, title: 'Iets anders' };
    expect(await refusal(changeSurvey(stage.desk, survey.id, other))).toBe('not-possible-now');
    expect(await refusal(deleteSurvey(stage.desk, survey.id))).toBe('not-possible-now');
    await changeSurvey(stage.desk, survey.id, { ...DRAFT, window: { from: '2026-11-16', to: '2026-11-17' } });
    expect((await stage.results(survey)).stage).toBe('closed');
  });

  test('before it runs everything can change, and go', async () => {
    const survey = await stage.survey({ window: { from: '2027-06-01', to: '2027-06-20' } });
    await changeSurvey(stage.desk, survey.id, { ...DRAFT, title: 'Beter', window: null });
    expect((await stage.results(survey)).survey.title).toBe('Beter');
    await deleteSurvey(stage.desk, survey.id);
    expect(await refusal(stage.results(survey))).toBe('not-found');
  });
});

describe('inviting who said yes', () => {
  const later = '2026-12-09T10:00:00+01:00';
  const willing = async (who: string): Promise<void> => {
    await stage.helped(who);
    await stage.say('Ja, graag', { who });
  };
  const invitations = async (): Promise<readonly string[]> =>
    (await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'due' }))
      .map(({ body }) => body)
      .filter(({ reply }) => reply.parts.some(({ markdown }) => markdown.includes('Begin je nu')))
      .map(({ conversation }) => conversation);

  beforeEach(async () => {
    await stage.survey({ window: { from: '2026-12-07', to: '2026-12-18' } });
  });

  test('happens through the outbox, once, on the day it begins', async () => {
    await willing('jan');
    await stage.helped('piet');
    await stage.say('Liever niet', { who: 'piet' });
    expect(await offerSurveys(stage.desk)).toBe(0);
    stage.at(later);
    const rounds = await Promise.all([offerSurveys(stage.desk), offerSurveys(stage.desk), offerSurveys(stage.desk)]);
    expect(rounds.reduce((a, b) => a + b)).toBe(1);
    expect(await offerSurveys(stage.desk)).toBe(0);
    expect(await invitations()).toEqual(['web:jan']);
    expect((await stage.say('Ja, begin', { who: 'jan' })).text).toContain('Vraag 1 van 3');
  });

  test.each([
    ['outside opening hours', '2026-12-09T22:00:00+01:00'],
    ['in the weekend', '2026-12-12T10:00:00+01:00'],
    ['after its last day', '2026-12-21T10:00:00+01:00'],
  ])('does not happen %s', async (_when, moment) => {
    await willing('jan');
    stage.at(moment);
    expect(await offerSurveys(stage.desk)).toBe(0);
  });

  test.each([
    ['who said stop', ['stop']],
    ['who is talking with the bot right now', ['moet ik dimona doen']],
    ['who waits for a coach', ['iets waar de bot niets van weet', 'coach']],
    ['who is in danger', ['hij zit onder het bloed']],
  ])('does not happen to %s', async (what, words) => {
    await willing('jan');
    const late = what.includes('right now');
    stage.at(late ? '2026-12-09T09:50:00+01:00' : '2026-12-08T10:00:00+01:00');
    for (const word of words) await stage.say(word, { who: 'jan' });
    stage.at(later);
    expect(await offerSurveys(stage.desk)).toBe(0);
  });

  test('does not happen on WhatsApp a day after the last message', async () => {
    await willing('jan');
    const key = (await stage.conversation('jan'))?.key ?? '';
    const found = await stage.store.get<Conversation>('conversation', key);
    const body = { ...found?.body, address: { channel: 'whatsapp', conversationId: '1', reference: null } };
    await stage.store.commit({
      puts: [{ kind: 'conversation', id: key, body, indexes: found?.indexes ?? {}, expect: 'any' }],
    });
    stage.at(later);
    expect(await offerSurveys(stage.desk)).toBe(0);
  });
});
