import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { coachRequestIn } from '../../handlers/turn/coach-request.js';
import { Stage } from '../support/stage.js';

describe('who asks us to ask a coach is understood, in any wording', () => {
  test.each([
    'kunt ge ne coach vragen of ik mijn leerling zaterdag mag laten werken',
    'Zou je eens aan iemand kunnen vragen hoe dat zit met de uren van een leerling in de examens?',
    'vraag eens aan iemand of dat wel mag, ne leerling op een minigraver',
    'vraag de coach of hij twee weken met vakantie mag',
    'stel de vraag aan de coach: moet ik de eerste dag ziekte betalen',
    'Voor de coach: onze leerling heeft al drie keer zijn schoenen vergeten. Wat doe ik?',
    'ik wil een mens spreken over mijn leerling die niet meer komt',
    'kan ik iemand van jullie bellen over de erkenning van mijn bedrijf',
    'kan er iemand van jullie eens meekijken naar mijn contract',
    'Mijn leerling komt niet meer opdagen en de school antwoordt niet. Kunt ge dat eens aan een coach voorleggen?',
    'graag antwoord van een mens: mag hij mee naar de beurs in Nederland',
    'Je voudrais parler à quelqu’un de mon contrat avec l’école',
    'I would like to talk to a real person about my student leaving early',
  ])('%s', (line) => {
    expect(coachRequestIn(line)).toBe('with-question');
  });

  test.each(['kunt ge dat eens aan een coach vragen?', 'leg dit maar voor aan de coach', 'vraag het eens aan iemand'])(
    '"%s" is about what was asked before',
    (line) => {
      expect(coachRequestIn(line)).toBe('last-question');
    },
  );
});

describe('a question in which people are asked is no request to us', () => {
  test.each([
    'mag ik aan de ouders vragen of hij medicatie neemt',
    'kan een coach langskomen op mijn bedrijf',
    'wie kan ik bij de school bellen over het contract',
    'hoe kan ik een coach vragen om langs te komen',
    'mijn leerling wil met iemand spreken over thuis',
    'kan ik iemand van de school vragen om mee te komen',
    'moet ik iemand aanwerven na zijn stage',
    'mijn ploegbaas vraagt of de leerling mee mag',
    'wat doet een coach van de sector',
    'ik wil iemand aanwerven',
  ])('%s', (line) => {
    expect(coachRequestIn(line)).toBeNull();
  });
});

test('the question goes to the coach with its own words, and what we know of it is a tap away', async () => {
  const stage = new Stage().at('2026-11-23T10:00:00+01:00');
  const said = await stage.say('kunt ge ne coach vragen of ik een dimona moet doen voor mijn leerling');
  expect(said).toMatchObject({ decision: 'escalate' });
  expect(said.text).toContain('1001');
  expect(said.text).toContain(TEXTS.meanwhile);
  expect(said.reply.buttons.map(({ action }) => action.do)).toContain('show');
  expect(await stage.tickets()).toMatchObject([
    { question: 'kunt ge ne coach vragen of ik een dimona moet doen voor mijn leerling', reason: 'asked' },
  ]);
});

test('a request about what was asked before sends that question', async () => {
  const stage = new Stage().at('2026-11-23T10:00:00+01:00');
  await stage.say('moet ik een dimona doen voor mijn leerling');
  await stage.say('kunt ge dat eens aan een coach vragen?');
  expect(await stage.tickets()).toMatchObject([{ question: 'moet ik een dimona doen voor mijn leerling' }]);
});
