import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventLog } from '../../handlers/events.js';
import { conversationKey } from '../../handlers/message.js';
import { readTalk } from '../../handlers/records.js';
import { SURVEY_TEXTS } from '../../handlers/survey/texts.js';
import type { Survey } from '../../handlers/survey/views.js';
import { SurveyStage } from './survey-stage.js';

let stage: SurveyStage;
let survey: Survey;
beforeEach(async () => {
  stage = new SurveyStage().at('2026-11-18T10:00:00+01:00');
  survey = await stage.survey();
});

const says = async (text: string, who = 'jan'): Promise<string> => (await stage.say(text, { who })).text;

describe('asking whether a mentor wants surveys', () => {
  test('is done once, when he was just helped', async () => {
    expect(await stage.helped()).toContain('Mag ik je af en toe een korte bevraging sturen');
    expect(await stage.helped()).not.toContain('bevraging');
  });

  test('"liever niet" is the last word on it', async () => {
    await stage.helped();
    expect(await says('Liever niet')).toContain('dan vraag ik niets');
    expect(await stage.helped()).not.toContain('bevraging');
  });

  test('is not done while no survey is planned', async () => {
    const other = new SurveyStage();
    expect(await other.helped()).not.toContain('bevraging');
  });

  test('is not done who said stop, and not beside a question that is urgent', async () => {
    await says('hij zit onder het bloed', 'piet');
    expect(await stage.helped('piet')).not.toContain('bevraging');
    await says('stop', 'jef');
    expect(await stage.helped('jef')).not.toContain('bevraging');
  });
});

describe('taking a survey', () => {
  test('goes question by question, with buttons or typed', async () => {
    const talk: readonly (readonly [string, string])[] = [
      ['4', 'Vraag 2 van 3'],
      ['nee', 'Vraag 3 van 3'],
      ['Een lijst van wat school al gaf, bel 0470 12 34 56', 'Dat was alles'],
    ];
    expect(await stage.begun()).toMatch(/Vraag 1 van 3.*samenwerking.*1 = stroef, 5 = vlot/s);
    for (const [typed, heard] of talk) expect(await says(typed)).toContain(heard);
    expect(await stage.results(survey)).toMatchObject({ invited: 1, started: 1, finished: 1, stopped: 0 });
    expect(await stage.helped()).not.toContain('bevraging');
  });

  test.each([
    ['stop', 'ik stop met de bevraging'],
    ['Stop de bevraging', 'ik stop met de bevraging'],
    ['sla over', 'Vraag 2 van 3'],
    ['6', 'Vraag 2 van 3'],
  ])('"%s" gives "%s"', async (typed, heard) => {
    await stage.begun();
    expect(await says(typed)).toContain(heard);
  });

  test('stopping the survey is not stopping the line', async () => {
    await stage.begun();
    await says('stop');
    expect((await stage.conversation())?.stopped).toBe(false);
    expect((await stage.results(survey)).stopped).toBe(1);
  });

  test('a question in between is answered as ever, and the survey waits until he is helped', async () => {
    await stage.begun();
    await says('4');
    expect(await says('moet ik dimona doen')).not.toContain('van 3');
    expect(await says('Geholpen')).toContain(SURVEY_TEXTS.unfinished);
    expect(await says('Ga verder')).toContain('Vraag 2 van 3');
  });

  test('danger comes before everything', async () => {
    await stage.begun();
    await says('4');
    await says('2');
    expect((await stage.say('hij zit onder het bloed', { who: 'jan' })).decision).toBe('urgent');
    expect(await says('het gaat')).not.toContain('Dat was alles');
  });

  test('a button pressed twice counts once', async () => {
    await stage.begun();
    await stage.press({ do: 'survey', say: '0-4' });
    expect((await stage.press({ do: 'survey', say: '0-5' })).text).toMatch(/Die vraag heb je al gehad.*Vraag 2 van 3/s);
    const lines = await stage.store.readLog<{ type: string }>(eventLog('2026-11'), 0, 100);
    expect(lines.filter(({ body }) => body.type === 'survey-answer')).toHaveLength(1);
  });

  test.each(['0-9', '0-0', '7-1', 'x', 'skip-5', 'constructor'])(
    'a made-up button (%s) changes nothing',
    async (say) => {
      await stage.begun();
      expect((await stage.press({ do: 'survey', say })).text).toContain('Vraag 1 van 3');
    },
  );

  test('after its last day it says goodbye', async () => {
    await stage.begun();
    stage.at('2026-11-30T10:00:00+01:00');
    expect((await stage.press({ do: 'survey', say: '0-4' })).text).toBe(SURVEY_TEXTS.gone);
  });

  test('"later" asks again after some days', async () => {
    await stage.helped();
    await says('Ja, graag');
    await says('Later');
    expect(await stage.helped()).not.toContain('Begin je nu');
    stage.at('2026-11-23T10:00:00+01:00');
    expect(await stage.helped()).toContain('Begin je nu');
  });
});

describe('what is kept', () => {
  test('no answer stands in the conversation, and no person or moment with the answers', async () => {
    await stage.begun();
    await says('4');
    await says('Ja');
    await says('Mijn eigen woorden');
    const talk = JSON.stringify(await readTalk(stage.store, conversationKey('web', 'jan')));
    expect(talk).not.toMatch(/Mijn eigen woorden|"text":"(4|Ja)"/);
    expect(talk).toContain(SURVEY_TEXTS.unrecorded);
    const events = await stage.store.readLog<{ type: string; at: string }>(eventLog('2026-11'), 0, 100);
    const answers = events.map(({ body }) => body).filter(({ type }) => type === 'survey-answer');
    expect(answers.map(({ at }) => at)).toEqual(Array(3).fill('2026-11-18T00:00:00.000Z'));
    expect(JSON.stringify(answers)).not.toContain('jan');
    expect(JSON.stringify(events)).toMatch(/Mijn eigen woorden/);
    expect(JSON.stringify(events)).not.toMatch(/"masked":"(4|Ja|Mijn)/);
  });
});
