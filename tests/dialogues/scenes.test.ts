import { beforeEach, describe, expect, test } from '@jest/globals';
import { readTalk, type InboxEntry, type OutboxEntry } from '../../handlers/records.js';
import { earlierFirst } from '../../handlers/turn/earlier-first.js';
import { processMessage, receiveMessage } from '../../handlers/turn/process-message.js';
import { conversationKey } from '../../handlers/message.js';
import { TEXTS } from '../../handlers/texts.js';
import type { ItemId } from '../../knowledge/entry.js';
import { SATURDAY, Stage } from '../support/stage.js';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
const id = (name: string): ItemId => name as ItemId;
const labels = (outcome: { reply: { buttons: readonly { label: string }[] } }): string[] =>
  outcome.reply.buttons.map(({ label }) => label);

describe('scene 1: quick lookup', () => {
  test('a question gets its answer, who helps, the source, the date and four buttons', async () => {
    const said = await stage.say('moet ik dimona doen');
    expect(said).toMatchObject({ decision: 'answer', asks: null, urgent: null });
    expect(said.text).toContain('Ja, voor hij begint.');
    expect(said.text).toContain('Wie helpt: Sociaal secretariaat.');
    expect(said.text).toContain('Nagekeken op 21 november 2026');
    expect(labels(said)).toEqual(['Geholpen', 'Niet echt', 'Vraag de coach']);
    expect(said.candidates[0]).toEqual({ entry: 'dimona-doen', kind: 'entry', refs: ['q7'], score: 0.95 });
  });

  test('the first message of a newcomer is preceded by who we are, the second is not', async () => {
    expect((await stage.say('moet ik dimona doen')).text).not.toBe('');
    const outbox = await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'due' });
    expect(outbox[0]?.body.reply.parts[0]).toMatchObject({ kind: 'text', markdown: TEXTS.welcome });
    await stage.say('moet ik dimona doen');
    const second = await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'queue' });
    expect(second[1]?.body.reply.parts[0]).toMatchObject({ kind: 'item' });
  });

  test('"Meer uitleg" gives the details', async () => {
    await stage.say('ziek melden');
    expect((await stage.say('Meer uitleg')).text).toContain('Ook zonder attest.');
  });
});

describe('scene 2: it depends', () => {
  test('asks once, answers the variant, remembers it, and takes the other one on request', async () => {
    const first = await stage.say('hij is ziek, wie betaalt');
    expect(first.asks).toBe('contract');
    expect(first.text).toContain('Heeft je leerling een SAO of een OAO?');
    const second = await stage.say('oao');
    expect(second).toMatchObject({ decision: 'answer', asks: null });
    expect(second.text).toContain('Voor jou (bij een OAO): Bij een OAO betaal jij');
    expect((await stage.conversation())?.profile).toEqual({ contract: 'OAO' });
    expect((await stage.say('en bij een SAO?')).text).toContain('Bij een SAO betaal je niets.');
  });

  test('what the question already says is not asked', async () => {
    const said = await stage.say('mijn leerling met een oao is ziek, wie betaalt');
    expect(said.asks).toBeNull();
    expect(said.text).toContain('Bij een OAO betaal jij');
  });

  test('"weet ik niet" leaves nobody stuck', async () => {
    await stage.say('wie betaalt hem');
    expect((await stage.say('weet ik niet')).decision).toBe('answer');
    expect((await stage.say('moet ik dimona doen')).candidates[0]?.entry).toBe('dimona-doen');
  });
});

describe('scene 3: not sure', () => {
  test('at most three questions and "Geen van deze"', async () => {
    const said = await stage.say('iets over ziek');
    expect(said.decision).toBe('choose');
    expect(said.reply.buttons.map(({ title, label }) => title ?? label)).toEqual([
      'Mijn leerling is ziek. Wie betaalt hem?',
      'Hoe meldt mijn leerling zich ziek?',
      'Geen van deze',
    ]);
  });

  test.each(['2', '2.', 'Hoe meldt mijn leerling zich ziek?', 'hoe meldt mijn leerling zich ziek'])(
    '"%s" does what the second button does',
    async (typed) => {
      await stage.say('iets over ziek');
      expect((await stage.say(typed)).text).toContain('Hij belt jou en de school');
    },
  );

  test('"Geen van deze" offers the coach', async () => {
    await stage.say('iets over ziek');
    const said = await stage.press({ do: 'none-of-these' });
    expect(labels(said)).toContain('Vraag de coach');
    await stage.press({ do: 'ask-coach' });
    expect((await stage.tickets())[0]).toMatchObject({ question: 'iets over ziek', status: 'new' });
  });
});

describe('scene 4: emergency', () => {
  test('first aid first, a red ticket, no question asked', async () => {
    const said = await stage.say('zit onder het bloed, kettingzaag');
    expect(said).toMatchObject({ decision: 'urgent', urgent: 'medical', asks: null });
    expect(said.reply.parts[0]).toMatchObject({ kind: 'urgent', markdown: 'Bel **112**.' });
    expect(await stage.tickets()).toMatchObject([{ urgency: 'medical', status: 'new', number: 1001 }]);
  });

  test('comes before a running question', async () => {
    await stage.say('wie betaalt hem');
    expect((await stage.say('hij ligt in het bloed')).decision).toBe('urgent');
  });

  test('the same emergency twice makes one ticket', async () => {
    await stage.say('bloed overal');
    expect((await stage.say('nog meer bloed')).urgent).toBe('medical');
    expect(await stage.tickets()).toHaveLength(1);
  });
});

describe('scene 5: a person', () => {
  test('what we do not know goes to a coach with one tap; the promise names the moment', async () => {
    const offer = await stage.say('kunde gij mijn boekhouding doen');
    expect(offer.decision).toBe('decline');
    const promise = await stage.say('coach');
    expect(promise.text).toContain('nummer 1001');
    expect(promise.text).toContain('ten laatste maandag 23 november om 12 uur');
    expect(await stage.tickets()).toMatchObject([
      { question: 'kunde gij mijn boekhouding doen', number: 1001, reason: 'asked' },
    ]);
  });

  test('the ticket takes along what was tried and what is known', async () => {
    await stage.say('mijn oao leerling is ziek wie betaalt');
    await stage.press({ do: 'not-helped', item: id('wie-betaalt-ziekte') });
    await stage.press({ do: 'ask-coach' });
    expect((await stage.tickets())[0]).toMatchObject({
      profile: { contract: 'OAO' },
      reason: 'not-helped',
      tags: { theme: 'ziekte' },
      tried: [{ id: 'wie-betaalt-ziekte', shown: true, helped: false }, { id: 'ziek-melden' }],
    });
  });

  test('"coach" without a question asks for one and sends the next message', async () => {
    expect((await stage.say('coach')).text).toContain(TEXTS.nothingToSend);
    await stage.say('mijn leerling heeft een vraag over zijn toekomst');
    expect((await stage.tickets())[0]?.question).toBe('mijn leerling heeft een vraag over zijn toekomst');
  });

  test('a call back: when, and on which number', async () => {
    await stage.say('iets heel anders');
    await stage.say('coach');
    await stage.say('Bel me liever');
    await stage.press({ do: 'callback', when: 'middag' });
    expect((await stage.say('0470 12 34 56')).text).toContain(TEXTS.callbackSaved);
    expect((await stage.tickets())[0]?.callback).toEqual({ when: 'middag', phone: '+32 470 12 34 56' });
  });

  test('"mijn vragen" shows the state of every ticket', async () => {
    await stage.say('iets heel anders');
    await stage.say('coach');
    expect((await stage.say('mijn vragen')).text).toContain(
      'Vraag 1001: antwoord ten laatste maandag 23 november om 12 uur',
    );
  });
});

describe('what may go wrong', () => {
  test.each([
    ['', TEXTS.empty],
    ['   \n ', TEXTS.empty],
    ['👍🏽🌳', TEXTS.onlySymbols],
    ['\u0000\u0007', TEXTS.onlySymbols],
  ])('%j gets a friendly line', async (text, line) => {
    expect((await stage.say(text)).text).toContain(line);
  });

  test('100 kB of text is read at its beginning and answered', async () => {
    const said = await stage.say(`moet ik dimona doen ${'bla '.repeat(25_000)}`);
    expect(said.decision).toBe('answer');
    expect(said.text).not.toContain('bla bla');
  });

  test('HTML stays text', async () => {
    await stage.say('<script>alert(1)</script> dimona');
    expect((await readTalk(stage.store, conversationKey('web', 'jan')))[0]?.text).toBe(
      '<script>alert(1)</script> dimona',
    );
  });

  test('a broken matcher sends the question to a coach', async () => {
    const said = await stage.say('dit laat het ontploffen');
    expect(said.text).toContain(TEXTS.broken);
    expect(await stage.tickets()).toMatchObject([{ reason: 'error', question: 'dit laat het ontploffen' }]);
  });

  test('the same message twice is handled once', async () => {
    const message = stage.message('moet ik dimona doen');
    expect((await receiveMessage(stage.deps, message)).kind).toBe('new');
    expect((await receiveMessage(stage.deps, message)).kind).toBe('repeated');
    const done = await Promise.all([processMessage(stage.deps, message), processMessage(stage.deps, message)]);
    expect(done.map(({ kind }) => kind).sort()).toEqual(['already-done', 'done']);
    expect(await stage.store.count({ kind: 'outbox', index: 'due' })).toBe(1);
  });

  test('what was left unhandled before is handled first, and what came after is left alone', async () => {
    const [first, second, third] = ['iets heel anders', 'coach', 'dank je'].map((text, at) =>
      stage.message(text, { receivedAt: `2026-11-21T08:00:0${String(at)}.000Z` }),
    );
    if (!first || !second || !third) throw new Error('no messages');
    for (const message of [first, second, third]) await receiveMessage(stage.deps, message);
    await earlierFirst(stage.deps, second);
    await processMessage(stage.deps, second);
    expect(await stage.tickets()).toMatchObject([{ question: 'iets heel anders' }]);
    const left = await stage.store.query<InboxEntry>({ kind: 'inbox', index: 'state', prefix: 'pending|' });
    expect(left.map(({ body }) => body.message.text)).toEqual(['dank je']);
  });

  test('a photo without words asks for words; it goes to the coach with the ticket, and so does the next', async () => {
    const photo = { kind: 'image', name: 'wonde.jpg', contentType: 'image/jpeg', reference: null } as const;
    expect((await stage.say('', { attachments: [photo] })).text).toContain(TEXTS.attachment);
    await stage.say('iets heel anders');
    await stage.say('coach');
    await stage.say('', { attachments: [photo] });
    expect((await stage.tickets())[0]?.attachments).toEqual([photo, photo]);
  });

  test('erasing leaves nothing of the person', async () => {
    await stage.say('iets heel anders');
    await stage.say('coach');
    await stage.say('wis mijn gegevens');
    await stage.press({ do: 'erase-confirmed' });
    expect(await stage.tickets()).toEqual([]);
    expect(await stage.conversation()).toBeNull();
    expect(await readTalk(stage.store, conversationKey('web', 'jan'))).toEqual([]);
  });

  test('personal data are masked in what is kept to learn from', async () => {
    const said = await stage.say('mijn leerling Jef Peeters, 0470 12 34 56, jef@voorbeeld.be, wil iets anders');
    expect(said.stored).toBe('mijn leerling [naam], [telefoonnummer], [e-mailadres], wil iets anders');
  });
});

describe('small talk and commands', () => {
  test.each([
    ['hallo', 'smalltalk', TEXTS.greeting],
    ['dank u wel', 'smalltalk', TEXTS.thanks],
    ['zijt ge een robot', 'smalltalk', TEXTS.whoAreYou],
    ['stop', 'smalltalk', TEXTS.stopped],
    ['mijn vragen', 'smalltalk', TEXTS.noQuestions],
  ])('%s', async (text, decision, line) => {
    const said = await stage.at(SATURDAY).say(text);
    expect(said.decision).toBe(decision);
    expect(said.text).toContain(line);
  });

  test('a term is explained, a checklist is given', async () => {
    expect((await stage.say('wa is ne prestatiestaat')).candidates[0]?.kind).toBe('term');
    expect((await stage.say('checklist eerste werkdag')).text).toContain('[ ] Schoenen klaar');
  });
});
