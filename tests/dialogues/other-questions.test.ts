import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { questionsIn } from '../../handlers/turn/other-questions.js';
import { Stage } from '../support/stage.js';

describe('the questions of a message', () => {
  test.each([
    [
      'moet ik een dimona doen en wie betaalt zijn schoenen?',
      ['moet ik een dimona doen', 'wie betaalt zijn schoenen?'],
    ],
    [
      'Mag hij op zaterdag werken? En hoeveel moet ik hem betalen per maand?',
      ['Mag hij op zaterdag werken?', 'En hoeveel moet ik hem betalen per maand?'],
    ],
    ['Hij is ziek sinds maandag. Wie betaalt dat?', []],
    ['Gisteren viel hij van zijn fiets. Moet ik dat melden als ongeval?', ['Moet ik dat melden als ongeval?']],
  ])('"%s"', (text, questions) => {
    expect(questionsIn(text).filter((part) => part.split(' ').length > 3)).toEqual(questions);
  });
});

test('one question is answered and the other named, its answer a tap away', async () => {
  const stage = new Stage();
  const said = await stage.say(
    'moet ik dimona doen voor mijn leerling? en mijn leerling is ziek, wie betaalt zijn ziekte?',
  );
  expect(said.decision).toBe('answer');
  expect(said.text).toContain(TEXTS.askedToo);
  expect(said.reply.buttons.map(({ action }) => action.do)).toContain('show');
});

test('a message with one question names no other', async () => {
  expect((await new Stage().say('moet ik dimona doen voor mijn leerling?')).text).not.toContain(TEXTS.askedToo);
});
