import { beforeEach, describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { kindOf } from '../../handlers/turn/context/message-kind.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { SATURDAY, Stage } from '../support/stage.js';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe('how a message stands to the one before', () => {
  test.each([
    ['en bij een SAO?', 'situation'],
    ['en als hij maar 16 is?', 'situation'],
    ['nee ik bedoel een oao', 'situation'],
    ['het is een sao hoor', 'situation'],
    ['geldt dat ook voor een buso?', 'situation'],
    ['hoe zit dat met een minderjarige', 'situation'],
    ['mijn leerling is 17', 'situation'],
    ['dat?', 'bare'],
    ['en dan?', 'bare'],
    ['moet ik dat zelf doen?', 'bare'],
    ['hoe bedoel je', 'bare'],
    ['en wie betaalt dat?', 'leaning'],
    ['en hoe lang?', 'leaning'],
    ['geldt dat ook in de vakantie?', 'leaning'],
    ['en voor de schooldagen?', 'leaning'],
    ['en als hij dat niet doet?', 'bare'],
    ['en tegen wanneer?', 'leaning'],
    ['wat kost dat?', 'leaning'],
    ['bij ziekte?', 'leaning'],
    ['mag hij al beginnen zonder attest', 'short'],
    ['hij is ziek', 'short'],
    ['ze wil stoppen', 'short'],
    ['wie komt er kijken', 'leaning'],
    ['moet ik een dimona doen voor mijn nieuwe werknemer', 'whole'],
    ['mijn leerling van 17 wil niet meer met de kettingzaag werken', 'whole'],
    ['iets anders: mag hij met de bestelwagen rijden', 'whole'],
    ['nog een vraag, hoe vul ik het opleidingsplan in', 'whole'],
    ['de klant van gisteren wil dat mijn leerling het gras afrijdt op zondag en ook de haag scheert', 'whole'],
  ])('"%s" is %s', (text, kind) => {
    expect(kindOf(text).kind).toBe(kind);
  });

  test('a fact told with a question is a question', () => {
    expect(kindOf('hij is 18 geworden, verandert er iets')).toMatchObject({ kind: 'situation', asks: true });
    expect(kindOf('hij is 18 geworden')).toMatchObject({ kind: 'situation', asks: false });
  });
});

describe('the same item for another situation', () => {
  test.each([
    ['en bij een SAO?', 'bij een SAO'],
    ['sao', 'bij een SAO'],
    ['ah nee, het is een sao hoor', 'bij een SAO'],
    ['nee ik bedoel een sao', 'bij een SAO'],
    ['en met een stageovereenkomst?', 'bij een SAO'],
    ['geldt dat ook voor een sao', 'bij een SAO'],
    ['wat als het een sao is?', 'bij een SAO'],
  ])('"%s"', async (text, variant) => {
    await stage.say('mijn leerling met een oao is ziek, wie betaalt');
    const said = await stage.say(text);
    expect(said).toMatchObject({ decision: 'answer', asks: null });
    expect(said.text).toContain(`Voor jou (${variant})`);
    expect(said.candidates[0]).toMatchObject({ entry: 'wie-betaalt-ziekte', refs: ['q47'], score: 0.93 });
    expect((await stage.conversation())?.profile.contract).toBe('SAO');
  });

  test('a fact that changes nothing is said to change nothing, and kept', async () => {
    await stage.say('moet ik dimona doen');
    const said = await stage.say('en als hij maar 16 is?');
    expect(said.text).toContain(TEXTS.sameForAll);
    expect(said.candidates[0]?.entry).toBe('dimona-doen');
    expect((await stage.conversation())?.profile).toEqual({ age: 'minderjarig', years: 16 });
  });
});

describe('an answer to our question', () => {
  test.each([
    ['denk sao', 'bij een SAO'],
    ['oao zeker', 'bij een OAO'],
    ['den tweede', 'bij een OAO'],
    ['geen sao', 'bij een OAO'],
    ['en bij een oao?', 'bij een OAO'],
  ])('"%s"', async (text, variant) => {
    await stage.say('hij is ziek, wie betaalt');
    const said = await stage.say(text);
    expect(said.text).toContain(`Voor jou (${variant})`);
    expect(said.candidates[0]).toMatchObject({ entry: 'wie-betaalt-ziekte', score: 0.93 });
  });

  test.each(['kweetnie', 'weet ik niet', 'allebei'])('"%s" shows every variant', async (text) => {
    await stage.say('hij is ziek, wie betaalt');
    const said = await stage.say(text);
    expect(said.decision).toBe('answer');
    expect(said.text).toContain('Bij een OAO betaal jij');
    expect(said.text).toContain('Bij een SAO betaal je niets');
    expect(said.candidates[0]?.entry).toBe('wie-betaalt-ziekte');
  });

  test('a pressed slot and "Meer uitleg" carry the item as candidate', async () => {
    await stage.say('hij is ziek, wie betaalt');
    const pressed = await stage.press({ do: 'slot', slot: 'contract', value: 'OAO' });
    expect(pressed.candidates[0]).toMatchObject({ entry: 'wie-betaalt-ziekte', score: 0.93 });
    expect((await stage.say('Meer uitleg')).candidates[0]?.entry).toBe('wie-betaalt-ziekte');
  });

  test('"ja" is asked again; a new question is no answer', async () => {
    await stage.say('hij is ziek, wie betaalt');
    expect((await stage.say('ja')).asks).toBe('contract');
    expect((await stage.say('moet ik dimona doen voor een sao')).candidates[0]?.entry).toBe('dimona-doen');
  });
});

describe('pointing back, and turning to something else', () => {
  test('nothing but a pointer gives the whole of the same answer', async () => {
    await stage.say('ziek melden');
    const said = await stage.say('en dan?');
    expect(said.text).toContain('Ook zonder attest.');
    expect(said.candidates[0]?.entry).toBe('ziek-melden');
  });

  test('a whole new question is no follow-up', async () => {
    await stage.say('hij is ziek, wie betaalt');
    await stage.say('oao');
    expect((await stage.say('moet ik een dimona doen voor mijn leerling')).candidates[0]?.entry).toBe('dimona-doen');
  });

  test('a term asked for by name stays a term, with or without a question of ours', async () => {
    await stage.say('hij is ziek, wie betaalt');
    expect((await stage.say('wat is een prestatiestaat')).candidates[0]?.kind).toBe('term');
  });

  test('after half an hour nothing leans any more', async () => {
    await stage.say('mijn leerling met een oao is ziek, wie betaalt');
    const later = await stage.at('2026-11-21T09:31:00+01:00').say('en dan?');
    expect(later.candidates[0]?.entry).not.toBe('wie-betaalt-ziekte');
    stage.at(SATURDAY);
  });
});

describe('a fact told while a list is open', () => {
  test.each(['en bij een SAO?', 'het is een sao'])('"%s" picks nothing where two are near', async (told) => {
    const offered = await stage.say('hij is ziek');
    expect(offered.decision).toBe('choose');
    const said = await stage.say(told);
    expect(said).toMatchObject({ decision: 'choose', asks: null });
    expect(said.text).toContain('ik onthoud: SAO');
    expect(said.text).toContain(TEXTS.chooseIntro);
    expect(said.candidates.map(({ entry }) => entry)).toEqual(['wie-betaalt-ziekte', 'ziek-melden']);
    expect((await stage.conversation())?.profile.contract).toBe('SAO');
  });

  test('the question chosen next is answered for that situation', async () => {
    await stage.say('hij is ziek');
    await stage.say('en bij een SAO?');
    const said = await stage.say('1');
    expect(said).toMatchObject({ decision: 'answer', asks: null });
    expect(said.text).toContain('Voor jou (bij een SAO)');
  });
});

describe('a message too short to be ours by itself', () => {
  const FORGOT = 'ik ben het vergeten';
  const fake = fakeKnowledge().current();
  const pays = fake.matcher.match('wie betaalt').candidates.slice(0, 1);
  const matcher: Matcher = {
    match: (text) => {
      const found = fake.matcher.match(text);
      if (text === FORGOT) return { ...found, candidates: [], notOurs: 0.9 };
      return text.includes(FORGOT) ? { ...found, candidates: pays } : found;
    },
  };

  test('asks whether the near question is meant, where what was said before points at one', async () => {
    stage = new Stage(undefined, { knowledge: { current: () => ({ ...fake, matcher }) } });
    await stage.say('ziek melden');
    const said = await stage.say(FORGOT);
    expect(said.decision).toBe('choose');
    expect(said.text).toContain(TEXTS.chooseOne);
    expect(said.candidates.map(({ entry }) => entry)).toEqual(['wie-betaalt-ziekte']);
  });

  test('is not ours where nothing was said before', async () => {
    stage = new Stage(undefined, { knowledge: { current: () => ({ ...fake, matcher }) } });
    expect((await stage.say(FORGOT)).decision).toBe('decline');
  });
});
