import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { kindOf } from '../../handlers/turn/context/message-kind.js';
import { onRealStage } from '../support/real-stage.js';
import type { Stage } from '../support/stage.js';

let stage: Stage;
onRealStage((fresh) => {
  stage = fresh;
});

const BEFORE = [
  'moet ik dimona doen voor nen sao',
  'wie betaalt de werkkledij',
  'mag mijn leerling met de kettingzaag werken',
  'hoeveel verlof heeft hij',
];
const BECOMES_18 = [
  'hij wordt 18, wat nu',
  'hij wordt morgen 18, verandert er iets',
  'hij wordt volgende week 18 moet ik iets doen',
  'mijn leerling wordt 18 wat verandert er',
];

describe('a fact about the learner that is itself the question', () => {
  test.each(BEFORE.flatMap((before) => BECOMES_18.map((asked) => [before, asked] as const)))(
    'after "%s": "%s" is answered, and the fact kept',
    async (before, asked) => {
      await stage.say(before);
      const said = await stage.say(asked);
      expect(said).toMatchObject({ decision: 'answer', candidates: [{ entry: 'leerling-wordt-18' }, {}, {}, {}, {}] });
      expect((await stage.conversation())?.profile).toMatchObject({ age: 'minderjarig', years: 17 });
    },
  );

  test('where it also answers what we asked, both are there: the answer for his age, and the question a tap away', async () => {
    expect((await stage.say('mag mijn leerling overuren doen')).asks).toBe('age');
    const said = await stage.say('hij wordt morgen 18, verandert er iets');
    expect(said.text).toContain('Voor jou (voor een minderjarige)');
    expect(said.text).toContain(TEXTS.askedToo);
    expect(said.reply.buttons.map(({ action }) => action)).toContainEqual({ do: 'show', item: 'leerling-wordt-18' });
  });

  test('a question that points at the answer before is about that answer', async () => {
    await stage.say('mag mijn leerling overuren doen');
    await stage.say('nee');
    const said = await stage.say('hij is 18 geworden, mag hij nu wel');
    expect(said.text).toContain('Voor jou (voor een meerderjarige)');
    expect(said.candidates[0]?.entry).toBe('langer-doorwerken-dan-einduur');
  });

  test('a fact without a question is kept and said, after an answer and before any', async () => {
    expect((await stage.say('hij is 18 geworden')).text).toContain('ik onthoud: 18 jaar');
    await stage.say('wie betaalt de werkkledij');
    expect((await stage.say('hij is 18 geworden')).text).toContain('ik onthoud: 18 jaar');
  });

  test('a question that says too little by itself leaves the fact kept, and asks for the question', async () => {
    const said = await stage.say('hij is 17, mag dat wel');
    expect(said.text).toContain('ik onthoud: 17 jaar');
    expect(said.text).toContain(TEXTS.nowAsk);
  });
});

test.each([
  ['hij wordt 18 moet ik iets doen', { asks: true, event: true }],
  ['hij is 18 geworden, en nu?', { asks: true, event: true }],
  ['hij is 18 geworden, mag hij nu wel', { asks: true, event: false }],
  ['hij is 17, mag dat wel', { asks: true, event: false }],
  ['en als hij maar 16 is?', { asks: true, event: false }],
  ['hij wordt 18', { asks: false, event: false }],
])('"%s" is read as %o', (words, read) => {
  expect(kindOf(words)).toMatchObject({ kind: 'situation', ...read });
});
