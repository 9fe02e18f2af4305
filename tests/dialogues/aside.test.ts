import { describe, expect, test } from '@jest/globals';
import { SLOT_TEXTS, TEXTS } from '../../handlers/texts.js';
import { isAside } from '../../handlers/turn/context/aside.js';
import { onRealStage } from '../support/real-stage.js';
import { SATURDAY, type Stage } from '../support/stage.js';

let stage: Stage;
onRealStage((fresh) => {
  stage = fresh;
});

const SMALL = [
  'hoe laat is het',
  'hoe laat is het nu?',
  "hoe laat is 't",
  'welke dag is het vandaag',
  'hoe oud ben je',
  'vertel een mop',
  'wie wint de koers',
];

describe.each(['kleren', 'pauze', 'uren'])('a small question that is not ours, after the list for "%s"', (listed) => {
  test.each(SMALL)('"%s" is refused in a friendly way, and the list still stands', async (asked) => {
    const list = await stage.say(listed);
    expect(list.decision).toBe('choose');
    const said = await stage.say(asked);
    expect(said.decision).toBe('decline');
    expect(said.text).toContain(TEXTS.outOfScope);
    expect(said.reply.buttons).toEqual(list.reply.buttons);
    const chosen = await stage.say('1');
    const [first] = list.reply.buttons;
    expect(first?.action).toEqual({ do: 'show', item: chosen.candidates[0]?.entry });
  });
});

test('none of the list, after a word aside, brings the first question to the coach', async () => {
  await stage.say('kleren');
  await stage.say('hoe laat is het');
  await stage.say('geen van deze');
  await stage.say('vraag de coach');
  expect((await stage.tickets()).map(({ question }) => question)).toEqual(['kleren']);
});

test('a fact we asked for is asked again, and his answer gets the variant', async () => {
  expect((await stage.say('hij is ziek, wie betaalt')).asks).toBe('contract');
  const said = await stage.say('hoe laat is het');
  expect(said).toMatchObject({ decision: 'decline', asks: 'contract' });
  expect(said.text).toContain(SLOT_TEXTS.contract.ask);
  expect((await stage.say('OAO')).text).toContain('Voor jou (bij een OAO)');
});

test('small talk beside a list leaves it standing too; thanks end it', async () => {
  const list = await stage.say('kleren');
  expect((await stage.say('hoe gaat het?')).reply.buttons).toEqual(list.reply.buttons);
  expect((await stage.say('merci')).reply.buttons).toEqual([]);
});

test('after an answer it is refused, and after half an hour no list comes back', async () => {
  await stage.say('wat is een prestatiestaat');
  expect((await stage.say('hoe laat is het')).text).toContain(TEXTS.askAgain);
  await stage.say('kleren');
  expect((await stage.at('2026-11-21T09:31:00+01:00').say('hoe laat is het')).text).toContain(TEXTS.askAgain);
  stage.at(SATURDAY);
});

describe('what leans on the message before is no aside', () => {
  test.each([
    'hoeveel is dat', 'hoe lang', 'hoe laat', 'vanaf hoe laat', 'wanneer', 'hoeveel', 'waarom', 'hoe laat begint hij best',
    'hoeveel is het', 'wanneer is het', 'en wie betaalt dat', 'per maand', 'bruto of netto', 'hoe laat moet hij beginnen',
    'bij wie', 'mag dat', 'tot hoe laat mag dat', 'en zondag', 'is dat veel', 'waar vind ik dat',
  ])('"%s"', (text) => {
    const turn = { text, masked: text, language: 'nl' as const, knowledge: stage.deps.knowledge.current() };
    expect(isAside(turn)).toBe(false);
  }); // prettier-ignore
});
