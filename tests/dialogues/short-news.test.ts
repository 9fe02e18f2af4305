import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { readNews } from '../../handlers/turn/context/short-news.js';
import { onRealStage } from '../support/real-stage.js';
import type { Stage } from '../support/stage.js';

let stage: Stage;
onRealStage((fresh) => {
  stage = fresh;
});

describe('of whom short news tells', () => {
  test.each([
    ['hij wil niet', 'learner'],
    ['mijn leerling weigert', 'learner'],
    ['hij durft niet', 'learner'],
    ['hij is niet geweest', 'learner'],
    ['hij wil niet, wat nu?', 'learner'],
    ['ze willen niet', 'they'],
    ['maar ze antwoorden niet', 'they'],
    ['zijn vader weigert', 'parents'],
    ['zijn moeder is tegen', 'parents'],
    ['zijn ouders gaan niet akkoord', 'parents'],
    ['en als zijn vader weigert?', 'parents'],
    ['de school zegt van niet', 'school'],
    ['de school zegt dat het niet mag', 'school'],
    ['de trajectbegeleider reageert niet', 'school'],
    ['de verzekering zegt nee', 'insurer'],
    ['mijn boekhouder zegt iets anders', 'office'],
    ['de arbeidsarts zegt van wel', 'doctor'],
    ['de klant wil niet', 'other'],
    ['zijn ouders willen niet betalen', 'parents'],
    ['de ouders weigeren te tekenen', 'parents'],
    ['hij weigert te tekenen', 'learner'],
    ['hij is afgekeurd', 'learner'],
    ['zijn moeder belt niet', 'parents'],
    ['mijn sociaal bureau zegt nee', 'office'],
    ['niemand weet het', 'nobody'],
    ['ik snap er niks van', 'nobody'],
    ['ik hoor er niets meer van', 'nobody'],
    ['het helpt niet', 'nobody'],
  ])('"%s" tells of: %s', (news, teller) => {
    expect(readNews(news)).toBe(teller);
  });

  test.each([
    'hij is ziek',
    'hij wil niet werken',
    'mijn leerling weigert een helm te dragen',
    'mijn leerling weigert te luisteren',
    'hij wil stoppen',
    'hij komt niet',
    'hij belt niet',
    'wil hij niet?',
    'mag zijn vader weigeren',
    'wie betaalt als hij niet werkt',
    'zijn vader heeft gebeld',
    'en bij een SAO?',
  ])('"%s" says what it is about, or asks', (words) => {
    expect(readNews(words)).toBeNull();
  });
});

const UNSURE: readonly (readonly [asked: string, news: string, topic: string])[] = [
  ['moet ik een arbeidsongeval aangeven', 'zijn vader weigert', 'Hoe en binnen welke termijn geef ik een arbeidsongeval aan?'],
  ['wie moet de overeenkomst tekenen', 'zijn vader weigert', 'Wie tekent de overeenkomst met mijn leerling?'],
  ['wie moet de overeenkomst tekenen', 'hij wil niet', 'Wie tekent de overeenkomst met mijn leerling?'],
  ['mag ik een schooldag ruilen', 'de school zegt van niet', 'Mag ik een schooldag en een werkplekdag eens ruilen'],
  ['mag ik een schooldag ruilen', 'zijn ouders zijn niet akkoord', 'Mag ik een schooldag en een werkplekdag eens ruilen'],
  ['moet mijn leerling naar de arbeidsarts', 'hij wil niet', 'Moet mijn leerling een gezondheidsonderzoek krijgen'],
  ['mijn leerling komt altijd te laat', 'zijn moeder belt niet terug', 'Mijn leerling komt vaak te laat.'],
  ['moet mijn leerling naar de arbeidsarts', 'hij is afgekeurd', 'Moet mijn leerling een gezondheidsonderzoek krijgen'],
  ['hoeveel leervergoeding moet ik betalen', 'mijn boekhouder zegt van niet', 'Hoeveel leervergoeding betaal ik per maand?'],
]; // prettier-ignore

describe('short news after an answer', () => {
  test.each(UNSURE)(
    'after "%s": "%s" is read with that subject and never answered in a guess',
    async (asked, news, topic) => {
      expect((await stage.say(asked)).decision).toBe('answer');
      const said = await stage.say(news);
      expect(['choose', 'escalate']).toContain(said.decision);
      expect(said.text).toContain(`Ik lees dat samen met je vorige vraag: ${topic}`);
      expect(said.text).toContain('Wat je dan best doet, weet ik niet zeker.');
      expect(said.reply.buttons.map(({ action }) => action)).toContainEqual({ do: 'ask-coach' });
    },
  );

  test.each([
    ['hoe vraag ik een erkenning aan', 'ze weigeren', 'aanvraag-erkenning-geweigerd'],
    ['moet ik een arbeidsongeval aangeven', 'de verzekering zegt nee', 'verzekeraar-weigert-ongeval'],
  ])('after "%s": "%s" gets that very case of the subject, or finds it a tap away', async (asked, news, entry) => {
    await stage.say(asked);
    const said = await stage.say(news);
    expect(['answer', 'choose']).toContain(said.decision);
    expect(said.candidates[0]?.entry).toBe(entry);
  });

  test('the other side of the subject is offered, and the tap gives it', async () => {
    await stage.say('moet mijn leerling naar de arbeidsarts');
    await stage.say('hij durft niet');
    expect(await stage.say('1')).toMatchObject({
      decision: 'answer',
      candidates: [{ entry: 'wat-doet-de-arbeidsarts' }, {}, {}, {}, {}],
    });
  });

  test('the coach reads the question and the news', async () => {
    await stage.say('wie moet de overeenkomst tekenen');
    await stage.say('zijn vader weigert');
    await stage.press({ do: 'ask-coach' });
    expect((await stage.tickets()).map(({ question }) => question)).toEqual([
      'wie moet de overeenkomst tekenen\nzijn vader weigert',
    ]);
  });

  test('what is asked next still leans on the subject', async () => {
    await stage.say('mag ik een schooldag ruilen');
    await stage.say('de school zegt van niet');
    expect((await stage.say('en wie beslist dat?')).candidates[0]?.entry).toBe('schooldag-en-werkdag-ruilen');
  });

  test('after a list it is read with the question of that list', async () => {
    await stage.say('moet hij de prestatiestaat tekenen');
    await stage.say('hij weigert');
    await stage.press({ do: 'ask-coach' });
    expect((await stage.tickets())[0]?.question).toBe('moet hij de prestatiestaat tekenen hij weigert');
  });

  test('said first, it leans on nothing', async () => {
    expect((await stage.say('zijn vader weigert')).text).not.toContain(TEXTS.newsOf('').slice(0, 20));
  });
});
