import { beforeEach, describe, expect, test } from '@jest/globals';
import { assess } from '../../handlers/desk/learn/assess.js';
import type { Change } from '../../handlers/desk/learn/change.js';
import { approve } from '../../handlers/desk/learn/decide-proposal.js';
import { entryFigures, recentQuestions } from '../../handlers/desk/learn/figures.js';
import { propose } from '../../handlers/desk/learn/propose.js';
import { replay, unseenBy } from '../../handlers/desk/learn/replay.js';
import { changeFromDraft } from '../../handlers/desk/learn/start.js';
import { EventIndex } from '../../handlers/insights/event-index.js';
import type { ItemId } from '../../knowledge/entry.js';
import { LearnStage } from './learn-stage.js';

const KEPT = ['moet mijn gast een briefje van den dokter binnenbrengen', 'wie betaalt de busrit'];
let stage: LearnStage;
beforeEach(() => {
  stage = new LearnStage({ kept: KEPT });
});

const add = (item: string, phrasing: string): Change => ({ do: 'add-phrasing', item: item as ItemId, phrasing });

describe('replay before publish', () => {
  test('shows which kept and real questions would go elsewhere, and that the new words arrive', async () => {
    const change = add('ziek-melden', 'moet de gast zijn briefje van den dokter binnenbrengen');
    const real = ['mijn gast moet zijn briefje van den dokter toch binnenbrengen', 'wanneer komt de bus'];
    const { looked, moved, worse } = await replay(stage.learn, change, { real });
    expect(looked).toMatchObject({ own: 1, kept: 2, real: 2 });
    expect(moved.map(({ kind, text, after }) => [kind, text, after.item])).toEqual([
      ['own', change.do === 'add-phrasing' ? change.phrasing : '', 'ziek-melden'],
      ['kept', KEPT[0], 'ziek-melden'],
      ['real', real[0], 'ziek-melden'],
    ]);
    expect(worse).toBe(0);
  });

  test('warns when a question would leave the entry it was written for', async () => {
    const words = 'wanneer moet de aangifte van de jongen gebeuren';
    const an = await stage.coach('An', 'lead');
    const wish = { change: add('dimona-doen', words), ticket: null, tellAsker: false, remark: '' };
    await approve(stage.learn, an, (await propose(stage.learn, an, wish)).id);
    await stage.takeOver();
    const { moved, worse } = await replay(stage.learn, add('ziek-melden', `${words}?`), { real: [] });
    expect(worse).toBeGreaterThan(0);
    expect(moved[0]).toMatchObject({ worse: true, before: { item: 'dimona-doen' } });
  });

  test('retiring an entry shows whom it leaves without an answer', async () => {
    const change: Change = { do: 'retire', item: 'dimona-doen' as ItemId, reason: 'oud' };
    const { moved } = await replay(stage.learn, change, { real: ['moet ik dimona doen voor mijn gast'] });
    expect(moved.map(({ before, after }) => [before.item, after.decision])).toEqual([['dimona-doen', 'decline']]);
  });

  test.each([
    ['an added phrasing', add('ziek-melden', 'hij belt niet'), ['training']],
    [
      'phrasings that go',
      { do: 'phrasings', item: 'ziek-melden' as ItemId, added: [], removed: ['ziek'] } as const,
      ['training', 'removed-words'],
    ],
  ])('says what it cannot see before the matcher learns again: %s', (_what, change, unseen) => {
    expect(unseenBy(change)).toEqual(unseen);
  });

  test('an edit of the text names it in the replay itself, and tells how far it is', async () => {
    const before = stage.learning.files().get('entries/dimona/dimona-doen.md') ?? '';
    const text = before.replace('Ja, voor hij begint.', 'Ja, de dag ervoor.');
    const change: Change = { do: 'write', path: 'entries/dimona/dimona-doen.md', text, before };
    const told: number[] = [];
    const real = Array.from({ length: 250 }, (_, index) => `vraag nummer ${String(index)} over dimona`);
    const { unseen } = await replay(stage.learn, change, { real, onProgress: (share) => told.push(share) });
    expect(unseen).toEqual(['training', 'new-text']);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });

  test('replays the real questions of the events, the newest first, and no commands', async () => {
    await stage.say('moet ik dimona doen', { who: 'jan' });
    await stage.say('menu', { who: 'jan' });
    await stage.say('wanneer komt de bus naar Brugge', { who: 'jan' });
    const figures = { clock: stage.deps.clock, events: new EventIndex(stage.deps) };
    expect((await recentQuestions(figures)).slice(0, 2)).toEqual([
      'wanneer komt de bus naar Brugge',
      'moet ik dimona doen',
    ]);
    await stage.press({ do: 'helped', item: 'dimona-doen' as ItemId }, 'jan');
    expect((await entryFigures(figures)).get('dimona-doen')).toMatchObject({ shown: 1, helped: 1, notHelped: 0 });
  });
});

describe('what the check says before anything is published', () => {
  test('a near-duplicate, and the same words at another entry', async () => {
    const draft = {
      question: 'Mijn leerling is ziek. Wie betaalt hem dan?',
      theme: 'ziekte',
      phase: ['tijdens'],
      answer: 'Dat hangt af van de overeenkomst.',
      phrasings: [],
    } as const;
    const found = await assess(stage.learn, await changeFromDraft(stage.learn, draft, null));
    expect(found.duplicates.map(({ id }) => id)).toEqual(['wie-betaalt-ziekte']);
    expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.preview?.shown.answer.plain).toContain('Dat hangt af van de overeenkomst.');
  });

  test('every error with its line, and personal data pointed at', async () => {
    const before = stage.learning.files().get('entries/dimona/dimona-doen.md') ?? '';
    const write = (text: string): Change => ({ do: 'write', path: 'entries/dimona/dimona-doen.md', text, before });
    const wrong = await assess(stage.learn, write(before.replace('theme: dimona', 'theme: dimonna')));
    expect(wrong.problems).toEqual([
      expect.objectContaining({ line: 3, severity: 'error', message: expect.stringContaining('dimonna') }),
    ]);
    const personal = await assess(stage.learn, write(`${before}\nBel Kevin Janssens op 0478 12 34 56.\n`));
    expect(personal.problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('persoonlijk gegeven')]),
    );
  });
});
