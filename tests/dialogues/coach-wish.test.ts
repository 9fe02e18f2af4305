import { describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { phoneIn, slotIn, wishOf } from '../../handlers/turn/coach-wish.js';
import { onlyACall } from '../../handlers/turn/only-a-call.js';
import { Stage } from '../support/stage.js';

const WISHES = {
  person: ['ik wil iemand spreken', 'kan ik met een coach praten?', 'geef mij nen mens', 'ik wil graag een echte persoon aan de lijn', 'is er daar ook iemand', 'met iemand praten aub', 'verbind me met een medewerker', 'mag ik iemand bellen'],
  call: ['bel me op 0470 12 34 56', 'kunde mij bellen', 'kunt u mij terugbellen', 'bel mij morgen', 'mijn gsm is 0470/12.34.56 bel maar', 'liever bellen', 'ik word liever gebeld', 'wilt ge mij eens opbellen in de voormiddag'],
  when: ['wanneer belt hij', 'wanneer krijg ik antwoord', 'waar blijft mijn antwoord', 'hoelang duurt het nog', 'nog altijd geen antwoord gekregen', 'ik wacht nog op antwoord', 'hoe snel antwoordt de coach'],
  number: ['wat is het telefoonnummer van de coach', 'hebt ge een nummer', 'hoe bereik ik de coach', 'op welk nummer kan ik jullie bellen', 'geef mij zijn gsm nummer'],
  sorry: ['ge begrijpt er niks van', 'je snapt het niet', 'dat is niet wat ik vraag', 'hier ben ik niks mee', 'da klopt niet', 'ik word hier zot van', 'lees dan toch wat ik schrijf'],
} as const; // prettier-ignore

describe('a wish about the coach is recognised', () => {
  test.each(Object.entries(WISHES).flatMap(([wish, lines]) => lines.map((line) => [line, wish] as const)))(
    '"%s" is %s',
    (line, wish) => {
      expect(wishOf(line)).toBe(wish);
    },
  );
});

describe('a question is no wish about the coach', () => {
  test.each([
    'wanneer belt de school mij over een ziekte',
    'wie bel ik bij een ongeval',
    'hoe lang duurt een oao',
    'wanneer krijgt hij zijn vakantiegeld',
    'hij begrijpt er niks van als ik iets uitleg',
    'mijn leerling wil met iemand praten over thuis',
    'wat is het nummer van de rsz',
    'mag hij bellen op de werf',
    'dat is niet veilig, mag ik hem naar huis sturen',
    'moet ik de ouders bellen als hij niet komt',
    'welk nummer heeft tele-onthaal',
  ])('%s', (line) => {
    expect(wishOf(line)).toBeNull();
  });
});

test.each([
  ['na 17u', 'na-het-werk'],
  ["'s avonds liefst", 'na-het-werk'],
  ['in de voormiddag', 'ochtend'],
  ['over de middag', 'middag'],
  ['maakt niet uit', 'altijd'],
  ['op 0470 12 34 56', null],
])('"%s" names the part of the day %s', (line, slot) => {
  expect(slotIn(line)).toBe(slot);
});

test.each([
  ['0470 12 34 56', '+32 470 12 34 56'],
  ['bel 0470/12.34.56 aub', '+32 470 12 34 56'],
  ['+31 6 12345678', '+31 6 12345678'],
  ['25 euro en 3 dagen', null],
])('the phone number in "%s" is %s', (line, phone) => {
  expect(phoneIn(line)).toBe(phone);
});

test('a number typed before the part of the day is chosen is kept, and the part of the day afterwards too', async () => {
  const stage = new Stage().at('2026-11-23T10:00:00+01:00');
  await stage.say('coach');
  await stage.say('hoe regel ik een uitstap naar de beurs met twee leerlingen');
  await stage.say('Bel me liever');
  expect((await stage.say('0470 12 34 56')).text).toContain('De coach belt je op +32 470 12 34 56.');
  expect((await stage.tickets())[0]?.callback).toEqual({ when: 'altijd', phone: '+32 470 12 34 56' });
  expect((await stage.say('liefst na 17u')).text).toContain('De coach belt je na het werk op +32 470 12 34 56.');
  expect((await stage.tickets())[0]?.callback).toEqual({ when: 'na-het-werk', phone: '+32 470 12 34 56' });
  expect((await stage.say('wanneer belt hij')).text).toContain('+32 470 12 34 56');
});

test('who only leaves a number gets a ticket and a promise', async () => {
  const stage = new Stage().at('2026-11-23T10:00:00+01:00');
  const said = await stage.say('bel me op 0470123456');
  expect(said).toMatchObject({ decision: 'escalate' });
  expect(said.text).toContain('1001');
  expect(await stage.tickets()).toMatchObject([{ callback: { phone: '+32 470 12 34 56' } }]);
});

test('who asks for a person before a question is asked for his question', async () => {
  const stage = new Stage();
  expect((await stage.say('ik wil iemand spreken')).text).toContain(TEXTS.nothingToSend);
  await stage.say('mijn buurman is jaloers op onze vijver');
  expect(await stage.tickets()).toHaveLength(1);
});

test('without a running question nobody is promised an answer', async () => {
  const stage = new Stage();
  const said = await stage.say('wanneer krijg ik antwoord');
  expect(said.text).toContain(TEXTS.noOpenQuestion);
  expect(await stage.tickets()).toHaveLength(0);
});

test('a sigh at the bot gets an apology and the way to a person', async () => {
  const said = await new Stage().say('ge begrijpt er niks van');
  expect(said.text).toContain(TEXTS.sorry);
  expect(said.reply.buttons.map(({ action }) => action)).toContainEqual({ do: 'ask-coach' });
});

describe('a bare wish to be called is no alarm', () => {
  test.each([
    ['kan je mij bellen', true],
    ['Bel me', true],
    ['kan iemand mij bellen aub', true],
    ['bel me liever terug op 0470 12 34 56', true],
    ['bel 112', false],
    ['bel me snel', false],
    ['bel me, hij bloedt', false],
    ['wie moet ik bellen', false],
    ['kan je mij helpen', false],
  ])('"%s": %s', (said, only) => {
    expect(onlyACall(said, phoneIn(said))).toBe(only);
  });
});
