import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { smalltalkOf } from '../../handlers/turn/smalltalk.js';
import { Stage } from '../support/stage.js';

const TALK = {
  greeting: ['hallo', 'Dag!', 'goeiemorgen', 'goeie morgen', 'Goedenavond', 'hey bot', 'yo', 'salut', 'bonjour', 'hello there', 'Good morning', 'hoi 👋', 'HALLO', 'dag allemaal', 'goendag'],
  thanks: ['merci', 'dank u wel', 'bedankt he', 'thx', 'ok merci', 'super bedankt voor de uitleg', 'mercikes', 'thank you very much', 'merci beaucoup', 'bedankt voor de snelle hulp', 'top, dank je', 'ok. bedankt!', 'dankjewel 👍'],
  goodbye: ['tot later', 'bye', 'slaapwel', 'salukes', 'au revoir', 'see you later', 'nog een fijne dag', 'merci, tot de volgende keer', 'ciao', 'goed weekend'],
  whoAreYou: ['wie zijt ge', 'wie ben je eigenlijk?', 'zijt ge een robot', 'ben je een mens', 'praat ik met een bot', 'who are you', 'are you a bot?', 'qui es-tu', 'wat kunt ge', 'wat kan je allemaal', 'dag, wie ben je?', 'hoe heet je'],
  howAreYou: ['hoe gaat het', 'alles goed?', 'hoe ist', 'ça va', 'how are you', 'dag! hoe gaat het met je?', 'hoe gaat het met u'],
  insult: ['domme bot', 'idioot', 'gij zijt dom', 'fuck you', 'stomme computer', 'zever', 'wat een kutbot', 'stupid bot', 'waardeloos', 'ta gueule'],
  testing: ['test', 'test 123', 'dit is een test', 'werkt dit?', 'iemand daar?', 'ben je er nog', 'hallo hallo', 'testing'],
  canAsk: ['ik heb een vraag', 'Ik heb een vraag over mijn leerling', 'dag, ik ben mentor en ik heb een vraag', 'goeiemorgen ik heb een vraag over mijn leerling', 'snel een vraagje', 'beste, ik zou graag iets weten over onze stagiair', 'wij hebben vragen over de leerling', 'het gaat over mijn leerling', 'mijn leerling heeft een vraag', 'kunt u mij helpen met een vraag over mijn leerling', 'ik heb een dringende vraag'],
  okay: ['ok', 'oke dan', 'top', 'haha', 'hahahaha', 'lol', 'xd', 'duidelijk', 'ah ok', 'dat is duidelijk', 'nee bedankt', 'laat maar', 'mdr', 'goed zo', 'perfect!'],
} as const; // prettier-ignore

describe('small talk is recognised', () => {
  test.each(Object.entries(TALK).flatMap(([kind, lines]) => lines.map((line) => [line, kind] as const)))(
    '"%s" is %s',
    (line, kind) => {
      expect(smalltalkOf(line)).toBe(kind);
    },
  );
});

describe('a question is never small talk', () => {
  test.each([
    'hallo, moet ik een dimona doen?',
    'dag mag hij zaterdag werken',
    'goeiemorgen mijn leerling is ziek',
    'hoeveel dagen is hij hier',
    'bedankt maar wie betaalt dat dan',
    'ok en bij een sao?',
    'wie is de trajectbegeleider',
    'wat is een sao',
    'hoe gaat het met de premie',
    'mijn leerling is een idioot',
    'hij zegt hou je bek tegen een klant',
    'test van de arbeidsarts',
    'goed gereedschap geven',
    'wat kan mijn leerling doen',
    'dom werk geven aan hem',
    'zever van de klant aanhoren',
    'bonjour, je suis mentor et mon élève est malade',
    'hello, my student is sick, who pays',
    'top 3 van fouten',
    'ik heb een vraag over mijn leerling die bloedt',
    'dag, ik ben gevallen en ik heb een vraag over mijn leerling',
    'het gaat over mijn leerling, hij ademt niet',
    'mag mijn leerling mij helpen met de kettingzaag',
    'kan mijn leerling hier helpen',
    'een vraag over zijn loon',
    'ja',
    'nee',
  ])('%s', (line) => {
    expect(smalltalkOf(line)).toBeNull();
  });
});

test('a greeting is greeted, and a question behind a greeting gets its answer', async () => {
  const stage = new Stage();
  expect(await stage.say('dag allemaal')).toMatchObject({ decision: 'smalltalk' });
  expect((await stage.say('test')).text).toContain(TEXTS.testing);
  expect((await stage.say('hallo, moet ik dimona doen')).candidates[0]?.entry).toBe('dimona-doen');
});

test('no message makes recognising slow', () => {
  const started = performance.now();
  for (const line of ['nen', 'ha', 'dom ', 'ok ', 'dat is ', 'een ', 'ge ', 'dag ', 'hier ', 'goeie ', 'ik '].map(
    (word) => word.repeat(120 / word.length),
  ))
    smalltalkOf(`${line.slice(0, 118)}x`);
  expect(performance.now() - started).toBeLessThan(200);
});

test('small talk between question and answer loses nothing', async () => {
  const stage = new Stage();
  await stage.say('hij is ziek, wie betaalt');
  expect((await stage.say('haha')).decision).toBe('smalltalk');
  expect((await stage.say('oao')).text).toContain('Voor jou (bij een OAO)');
});
