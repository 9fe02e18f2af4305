import { describe, expect, test } from '@jest/globals';
import { mask } from '../../handlers/privacy/mask.js';
import { aboutPerson } from '../../handlers/turn/about-person.js';
import { TEXTS } from '../../handlers/texts.js';
import { Stage } from '../support/stage.js';

describe('to judge or decide about one person is no matter for a rule', () => {
  test.each([
    'mag ik Kobe ontslaan',
    'Moet ik onze Jonas een slechte evaluatie geven?',
    'is Lien geschikt voor dit werk',
    'is onze Brent volgend jaar nog welkom',
    'zou jij Milan houden',
    'Zou jij hem buizen?',
    'vindt ge dat ik hem moet ontslaan',
    'gaat mijn leerling slagen dit jaar',
    'heeft Yassin gelijk of ik',
    'past Emma wel bij ons',
    'zal Sofie het halen',
    'wat denkt ge van onze Ruben',
    'moet ik de ruben buizen of laten slagen',
    'mag ik hem laten slagen als hij zo weinig kwam',
  ])('%s', (line) => {
    expect(aboutPerson(mask(line))).toBe('verdict');
  });
});

describe('what somebody has or does is not known here', () => {
  test.each([
    'hoeveel punten had Jens op zijn rapport',
    'wat is het gsm nummer van Wout',
    'waar woont mijn leerling',
    'zoek eens op facebook wat hij doet',
    'wie heeft er over mij geklaagd',
  ])('%s', (line) => {
    expect(aboutPerson(mask(line))).toBe('facts');
  });
});

describe('a question that names somebody, or asks for a rule, is a question like any other', () => {
  test.each([
    'mag ik mijn leerling ontslaan',
    'Jonas is ziek, wie betaalt hem',
    'mag Kobe met de kettingzaag werken',
    'hoe geef ik feedback aan Lien zonder haar te kwetsen',
    'Emma heeft zich in haar vinger gesneden, moet ik dat aangeven',
    'is een leerling geschikt voor een klein bedrijf als het mijne',
    'moet ik een uittreksel uit het strafregister vragen',
    'hoeveel leervergoeding krijgt Jonas',
    'moet ik Kobe aangeven bij de rsz',
    'wat moet ik doen als hij niet slaagt',
    'is mijn bedrijf geschikt',
    'waar haal ik het nummer van de trajectbegeleider',
  ])('%s', (line) => {
    expect(aboutPerson(mask(line))).toBeNull();
  });
});

test('the rule is a tap away, the decision is for people, and the coach is offered', async () => {
  const said = await new Stage().say('mag ik Kobe ontslaan');
  expect(said.decision).not.toBe('answer');
  expect(said.text).toContain(TEXTS.verdict);
  expect(said.reply.buttons.map(({ action }) => action.do)).toContain('ask-coach');
});

test('what is asked of a person is declined kindly', async () => {
  const said = await new Stage().say('hoeveel punten had Jens op zijn rapport');
  expect(said.decision).toBe('decline');
  expect(said.text).toContain(TEXTS.noPersons);
});
