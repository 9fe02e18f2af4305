import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Coach } from '../../handlers/desk/coach.js';
import { amend, approve, dismiss } from '../../handlers/desk/learn/decide-proposal.js';
import { getProposal, listProposals } from '../../handlers/desk/learn/proposal.js';
import { payOwedThanks } from '../../handlers/desk/learn/owed-thanks.js';
import { nothingToLearn, propose } from '../../handlers/desk/learn/propose.js';
import { readRevisions } from '../../handlers/desk/learn/published.js';
import { rollBack } from '../../handlers/desk/learn/publish-at-once.js';
import { changeFromDraft, startLearning } from '../../handlers/desk/learn/start.js';
import { merge } from '../../handlers/desk/merge.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { claim } from '../../handlers/desk/ticket-actions.js';
import type { ItemId } from '../../knowledge/entry.js';
import { refusal } from '../desk/desk-stage.js';
import { LearnStage } from './learn-stage.js';

const QUESTION = 'moet mijn snotneus zijn briefje van den dokter zelf afgeven';
const DIMONA = 'dimona-doen' as ItemId;

let stage: LearnStage;
let an: Coach;
let bo: Coach;
beforeEach(async () => {
  stage = new LearnStage();
  an = await stage.coach('An');
  bo = await stage.coach('Bo', 'editor');
});

async function answered(
  question = QUESTION,
  markdown = 'Dag Jan,\n\nJa, bezorg het zelf.\n\nGroeten, An',
): Promise<string> {
  const id = await stage.ask('jan', question);
  await claim(stage.desk, an, id);
  await replyToAsker(stage.desk, an, id, { markdown, then: 'answered', once: 'een-antwoord' });
  return id;
}

const phrasing = (text: string) => ({ do: 'add-phrasing', item: DIMONA, phrasing: text }) as const;

describe('a wording for an entry that exists', () => {
  test('the next mentor with other words gets the answer, and the asker is thanked once', async () => {
    const ticket = await answered();
    const wish = { change: phrasing(QUESTION), ticket, tellAsker: true, remark: '' };
    const proposal = await propose(stage.learn, an, wish);
    expect(
      (await stage.say('moet mijn snotneus zelf zijn briefje van de dokter afgeven', { who: 'els' })).decision,
    ).not.toBe('answer');
    await approve(stage.learn, bo, proposal.id);
    await stage.takeOver();
    const outcome = await stage.say('moet mijn snotneus zelf zijn briefje van de dokter afgeven', { who: 'piet' });
    expect([outcome.decision, outcome.candidates[0]?.entry]).toEqual(['answer', DIMONA]);
    expect((await stage.ticket(ticket)).learned).toEqual([DIMONA]);
    const thanks = (await stage.letters(ticket)).filter(([, text]) => text.includes('Je vraag hielp ons'));
    expect(thanks).toHaveLength(1);
    expect(thanks[0]?.[1]).toContain('https://lijn.example/faq/dimona-doen');
  });

  describe('from a question still in progress', () => {
    const thanks = async (ticket: string) =>
      (await stage.letters(ticket)).map(([, text]) => (text.includes('Je vraag hielp ons') ? 'thanks' : 'other'));
    const learn = async (ticket: string, words = QUESTION): Promise<void> => {
      const wish = { change: phrasing(words), ticket, tellAsker: true, remark: '' };
      await approve(stage.learn, bo, (await propose(stage.learn, an, wish)).id);
    };
    const say = (ticket: string, then: 'waiting-for-mentor' | 'answered', once: string) =>
      replyToAsker(stage.desk, an, ticket, { markdown: 'Ja, bezorg het zelf.', then, once });
    const close = (id: string) => stage.press({ do: 'resolved', ticket: id }, 'jan');

    test("the asker hears of it after the coach's answer, once, and not before", async () => {
      const ticket = await stage.ask('jan', QUESTION);
      await claim(stage.desk, an, ticket);
      await learn(ticket);
      expect(await payOwedThanks(stage.learn)).toBe(0);
      await say(ticket, 'waiting-for-mentor', 'een-vraag-terug');
      expect([await payOwedThanks(stage.learn), await thanks(ticket)]).toEqual([0, ['other']]);
      await say(ticket, 'answered', 'een-antwoord');
      const rounds = await Promise.all([1, 2, 3].map(() => payOwedThanks(stage.learn)));
      expect(rounds.reduce((sum, told) => sum + told, 0)).toBe(1);
      expect(await thanks(ticket)).toEqual(['other', 'other', 'thanks']);
      expect((await stage.ticket(ticket)).learning).toMatchObject({ told: true, owed: null });
      await learn(ticket, 'mag ik het later nog in orde brengen');
      expect([await payOwedThanks(stage.learn), (await thanks(ticket)).length]).toEqual([0, 3]);
    });

    test('a later proposal that is turned down does not make us forget what we owe', async () => {
      const ticket = await stage.ask('jan', QUESTION);
      await claim(stage.desk, an, ticket);
      await learn(ticket);
      const wish = { change: phrasing('kan het ook de week nadien'), ticket, tellAsker: true, remark: '' };
      const { id } = await propose(stage.learn, an, wish);
      await dismiss(stage.learn, bo, id, { as: 'rejected', reason: 'te vaag' });
      await close(ticket);
      expect([await payOwedThanks(stage.learn), await thanks(ticket)]).toEqual([1, ['thanks']]);
    });

    test('who says stop meanwhile hears nothing, and it is not tried again', async () => {
      const ticket = await stage.ask('jan', QUESTION);
      await claim(stage.desk, an, ticket);
      await learn(ticket);
      await close(ticket);
      await stage.say('stop', { who: 'jan' });
      expect([await payOwedThanks(stage.learn), await thanks(ticket)]).toEqual([0, []]);
      expect((await stage.ticket(ticket)).learning).toMatchObject({ told: false, owed: null });
    });

    test('a question joined into another waits for the answer of that one', async () => {
      const ticket = await stage.ask('jan', QUESTION);
      await claim(stage.desk, an, ticket);
      await learn(ticket);
      const other = await stage.ask('els', 'iets anders over de dokter waar niemand van weet');
      await claim(stage.desk, an, other);
      await merge(stage.desk, an, ticket, other);
      expect(await payOwedThanks(stage.learn)).toBe(0);
      await say(other, 'answered', 'een-antwoord');
      expect([await payOwedThanks(stage.learn), await thanks(ticket)]).toEqual([1, ['thanks']]);
    });
  });

  test('what is learned a second time from the same ticket thanks nobody again', async () => {
    const ticket = await answered();
    for (const words of ['mag ik het later nog in orde brengen', 'kan het ook de week nadien']) {
      const { id } = await propose(stage.learn, an, { change: phrasing(words), ticket, tellAsker: true, remark: '' });
      await approve(stage.learn, bo, id);
    }
    expect((await stage.letters(ticket)).filter(([, text]) => text.includes('hielp ons'))).toHaveLength(1);
  });

  test.each([
    ['he asked not to be spoken to', { who: 'jan', say: 'stop', tell: true }],
    ['the coach did not tick it', { who: 'jan', say: 'dank u', tell: false }],
  ])('nobody is thanked when %s', async (_why, { who, say, tell }) => {
    const ticket = await answered();
    await stage.say('opgelost', { who });
    await stage.say(say, { who });
    const { id } = await propose(stage.learn, an, { change: phrasing(QUESTION), ticket, tellAsker: tell, remark: '' });
    await approve(stage.learn, bo, id);
    expect((await stage.letters(ticket)).filter(([, text]) => text.includes('hielp ons'))).toEqual([]);
  });

  test('names and numbers are masked before anything is kept', async () => {
    const ticket = await answered();
    const { id } = await propose(stage.learn, an, {
      change: phrasing('bel mij op 0478 12 34 56: moet mijn leerling Kevin Janssens\ndie aangifte?'),
      ticket,
      tellAsker: false,
      remark: '',
    });
    const { body } = await getProposal(stage.store, id);
    expect(JSON.stringify(body)).not.toMatch(/Janssens|0478/);
    expect(body.change).toMatchObject({ phrasing: 'bel mij op: moet mijn leerling die aangifte?' });
  });

  test.each([
    ['empty', '  ', 'bad-request'],
    ['too long', 'a '.repeat(300), 'bad-request'],
    ['a remark sign alone', '###', 'bad-request'],
  ])('a wording that is %s is refused', async (_what, text, code) => {
    const wish = { change: phrasing(text), ticket: null, tellAsker: false, remark: '' };
    expect(await refusal(propose(stage.learn, an, wish))).toBe(code);
  });

  test('a wording that is there already is refused', async () => {
    const wish = { change: phrasing('Welke vraag nog?'), ticket: null, tellAsker: false, remark: '' };
    await approve(stage.learn, bo, (await propose(stage.learn, an, wish)).id);
    await stage.takeOver();
    expect(await refusal(propose(stage.learn, an, { ...wish, change: phrasing('welke vraag nog') }))).toBe(
      'not-possible-now',
    );
  });
});

describe('a draft entry', () => {
  test('is prefilled without courtesies and persons, and answers once it is approved', async () => {
    const ticket = await answered('Mag mijn leerling Kevin Janssens zijn hond meebrengen naar de werf?');
    const { draft } = await startLearning(stage.learn, an, ticket);
    expect(draft.answer).toBe('Ja, bezorg het zelf.');
    expect(draft.question).toMatch(/hond meebrengen naar de werf\?$/);
    expect(JSON.stringify(draft)).not.toContain('Janssens');
    const change = await changeFromDraft(stage.learn, draft, ticket);
    const { id, item } = await propose(stage.learn, an, { change, ticket, tellAsker: true, remark: '' });
    await approve(stage.learn, bo, id);
    await stage.takeOver();
    const entry = stage.learn.knowledge.current().library.items.get(item);
    expect(entry).toMatchObject({
      short: 'Ja, bezorg het zelf.',
      certainty: 'algemeen-bekend',
      checked: '2026-11-21',
      reviewBy: '2027-09-01',
      sources: [{ doc: 'coach', ref: 'vraag-1001' }],
    });
    const outcome = await stage.say('mag mijn leerling zijn hond meebrengen naar de werf', { who: 'els' });
    expect([outcome.decision, outcome.candidates[0]?.entry]).toEqual(['answer', item]);
  });

  test('with errors is kept as a proposal, but never published', async () => {
    const text = '---\nquestion: Zonder vraagteken\n---\n';
    const change = { do: 'write', path: 'entries/dimona/half-af.md', text, before: null } as const;
    const { id } = await propose(stage.learn, an, { change, ticket: null, tellAsker: false, remark: '' });
    expect(await refusal(approve(stage.learn, bo, id))).toBe('bad-request');
    expect((await listProposals(stage.store, 'waiting')).map((waiting) => waiting.id)).toEqual([id]);
  });

  test('with a coach as its only source cannot be called confirmed', async () => {
    const draft = { question: 'Mag dat?', theme: 'dimona', phase: ['tijdens'], answer: 'Ja.', phrasings: [] } as const;
    const change = await changeFromDraft(stage.learn, draft, null);
    if (change.do !== 'write') throw new Error('a draft is a file');
    const sure = { ...change, text: change.text.replace('algemeen-bekend', 'bevestigd') };
    const { id } = await propose(stage.learn, an, { change: sure, ticket: null, tellAsker: false, remark: '' });
    await expect(approve(stage.learn, bo, id)).rejects.toThrow(/bevestigd/);
  });
});

describe('the second look', () => {
  const wish = { change: phrasing('nieuwe woorden voor de aangifte'), ticket: null, tellAsker: false, remark: '' };

  test('a coach does not approve', async () => {
    const { id } = await propose(stage.learn, an, wish);
    expect(await refusal(approve(stage.learn, an, id))).toBe('not-allowed');
  });

  test('an editor approves no proposal of his own while another could', async () => {
    await stage.coach('Cleo', 'lead');
    const { id } = await propose(stage.learn, bo, wish);
    expect(await refusal(approve(stage.learn, bo, id))).toBe('not-allowed');
  });

  test('the only editor may, and the history says that nobody else looked', async () => {
    const { id } = await propose(stage.learn, bo, wish);
    expect((await approve(stage.learn, bo, id)).alone).toBe(true);
  });

  test('a house without a second look lets editors publish at once', async () => {
    const easy = new LearnStage({ second: false });
    const editor = await easy.coach('Dirk', 'editor');
    await easy.coach('Ella', 'lead');
    const { id } = await propose(easy.learn, editor, wish);
    expect((await approve(easy.learn, editor, id)).alone).toBe(false);
  });

  test('is given once, and a rejected proposal sets the ticket free to learn anew', async () => {
    const ticket = await answered();
    const first = await propose(stage.learn, an, { ...wish, ticket });
    expect(await refusal(propose(stage.learn, an, { ...wish, ticket }))).toBe('not-possible-now');
    await dismiss(stage.learn, bo, first.id, { as: 'rejected', reason: 'te vaag' });
    expect(await refusal(approve(stage.learn, bo, first.id))).toBe('not-possible-now');
    const second = await propose(stage.learn, an, { ...wish, ticket });
    await approve(stage.learn, bo, second.id);
    expect(await refusal(approve(stage.learn, bo, second.id))).toBe('not-possible-now');
  });

  test('two editors at the same moment publish it once', async () => {
    const cleo = await stage.coach('Cleo', 'lead');
    const { id } = await propose(stage.learn, an, wish);
    const results = await Promise.all([bo, cleo].map((coach) => refusal(approve(stage.learn, coach, id))));
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(await readRevisions(stage.store, DIMONA)).toHaveLength(1);
  });

  test('an editor mends a proposal before approving, but cannot turn it into another', async () => {
    const { id } = await propose(stage.learn, an, wish);
    await amend(stage.learn, bo, id, phrasing('betere woorden'));
    expect(await refusal(amend(stage.learn, bo, id, { ...phrasing('x y'), item: 'ziek-melden' as ItemId }))).toBe(
      'bad-request',
    );
    await approve(stage.learn, bo, id);
    expect((await readRevisions(stage.store, DIMONA))[0]?.overlay.added).toEqual(['betere woorden']);
  });

  test('an edit of what a colleague changed meanwhile is refused, and loses nothing', async () => {
    const before = stage.learning.files().get('entries/dimona/dimona-doen.md') ?? '';
    const edit = (text: string) =>
      ({
        do: 'write',
        path: 'entries/dimona/dimona-doen.md',
        text: before.replace('Ja, voor hij begint.', text),
        before,
      }) as const;
    const proposals = [];
    for (const text of ['Ja, op tijd.', 'Ja, altijd.'])
      proposals.push(await propose(stage.learn, an, { ...wish, change: edit(text) }));
    await approve(stage.learn, bo, proposals[0]?.id ?? '');
    expect(await refusal(approve(stage.learn, bo, proposals[1]?.id ?? ''))).toBe('conflict');
    expect((await listProposals(stage.store, 'waiting')).map(({ id }) => id)).toEqual([proposals[1]?.id]);
  });
});

describe('nothing to learn, and going back', () => {
  test('a ticket that teaches nothing says so and asks no more', async () => {
    const ticket = await answered();
    await nothingToLearn(stage.learn, an, ticket);
    expect((await stage.ticket(ticket)).learning).toEqual({ state: 'nothing', proposal: null, told: false });
    expect((await stage.ticket(ticket)).history.at(-1)?.action).toBe('niets te leren');
  });

  test('a question nobody took teaches nothing yet', async () => {
    const ticket = await stage.ask('jan');
    expect(await refusal(nothingToLearn(stage.learn, an, ticket))).toBe('not-possible-now');
  });

  test('every version can be brought back, the folder’s own too', async () => {
    for (const words of ['eerste woorden erbij', 'tweede woorden erbij']) {
      const wish = { change: phrasing(words), ticket: null, tellAsker: false, remark: '' };
      await approve(stage.learn, bo, (await propose(stage.learn, an, wish)).id);
    }
    const now = async () => {
      await stage.takeOver();
      return stage.learn.knowledge.current().library.items.get(DIMONA)?.phrasings;
    };
    expect(await now()).toEqual(['eerste woorden erbij', 'tweede woorden erbij']);
    await rollBack(stage.learn, bo, DIMONA, 1);
    expect(await now()).toEqual(['eerste woorden erbij']);
    await rollBack(stage.learn, bo, DIMONA, 0);
    expect(await now()).toEqual([]);
    await rollBack(stage.learn, bo, DIMONA, 2);
    expect(await now()).toEqual(['eerste woorden erbij', 'tweede woorden erbij']);
    expect((await readRevisions(stage.store, DIMONA)).map(({ revision, action }) => [revision, action])).toEqual([
      [5, 'restore'],
      [4, 'restore'],
      [3, 'restore'],
      [2, 'add-phrasing'],
      [1, 'add-phrasing'],
    ]);
    expect(await refusal(rollBack(stage.learn, bo, DIMONA, 9))).toBe('not-found');
    expect(await refusal(rollBack(stage.learn, an, DIMONA, 1))).toBe('not-allowed');
  });

  test('a retired entry answers no more, and comes back on demand', async () => {
    const change = { do: 'retire', item: DIMONA, reason: 'bestaat niet meer' } as const;
    await approve(
      stage.learn,
      bo,
      (await propose(stage.learn, an, { change, ticket: null, tellAsker: false, remark: '' })).id,
    );
    await stage.takeOver();
    expect((await stage.say('moet ik dimona doen')).decision).not.toBe('answer');
    await rollBack(stage.learn, bo, DIMONA, 0);
    await stage.takeOver();
    expect((await stage.say('moet ik dimona doen')).decision).toBe('answer');
  });
});
