import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Conversation, Profile } from '../../handlers/conversation.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { dueTip } from '../../handlers/tips/due-tip.js';
import { replyToText } from '../../handlers/reply-text.js';
import { sendTips, type TipDeps } from '../../handlers/tips/send-tips.js';
import type { Library } from '../../knowledge/library.js';
import { buildLibrary, loadLibrary, readFolder } from '../../knowledge/load-library.js';
import { FILES } from '../support/fake-knowledge.js';
import { Stage } from '../support/stage.js';

const TIPS = `
- { id: winter, entry: ziek-melden, months: [1, 2, 12], text: Wintertip. }
- { id: winter-oao, entry: dimona-doen, months: [1], for: { contract: OAO }, text: Alleen bij een OAO. }
- { id: zomer, entry: dimona-doen, months: [6], text: Zomertip. }
- { id: winter-twee, entry: wie-betaalt-ziekte, months: [1, 2], text: Tweede wintertip. }
`;
const { library, problems } = buildLibrary(new Map([...FILES, ['tips.yaml', TIPS]]));
if (!library) throw new Error(JSON.stringify(problems));
const known: Library = library;

const conversation = (more: Partial<Conversation> = {}): Conversation =>
  ({
    key: 'web:jan',
    profile: {},
    stopped: false,
    openTicket: null,
    updatedAt: '2026-01-05T08:00:00Z',
    tips: { wants: true, since: '2026-01-05T08:00:00Z', sent: [] },
    ...more,
  }) as Conversation;
const sent = (...of: readonly (readonly [string, string])[]) => ({
  tips: { wants: true, since: '2025-09-01T08:00:00Z', sent: of.map(([id, at]) => ({ id, at })) },
});
const OAO: Profile = { contract: 'OAO' };
const SAO: Profile = { contract: 'SAO' };

describe('which tip is due', () => {
  const JANUARY = '2026-01-20T10:00:00Z';
  const TABLE: readonly (readonly [string, string, Partial<Conversation>, string | null])[] = [
    ['the one for the fewest months, in its month', JANUARY, { profile: OAO }, 'winter-oao'],
    ['also when we do not know for whom it holds', JANUARY, {}, 'winter-oao'],
    ['never the one for another agreement', JANUARY, { profile: SAO }, 'winter-twee'],
    ['never one of another month', '2026-03-10T10:00:00Z', {}, null],
    ['none for who did not ask', JANUARY, { tips: { wants: false, since: '', sent: [] } }, null],
    ['none for who said stop', JANUARY, { stopped: true }, null],
    ['none while a question is open with a coach', JANUARY, { openTicket: 't1' }, null],
    ['none in the middle of a talk', JANUARY, { updatedAt: '2026-01-20T09:45:00Z' }, null],
    [
      'the next one, two weeks later',
      '2026-01-28T10:00:00Z',
      sent(['winter-oao', '2026-01-10T10:00:00Z']),
      'winter-twee',
    ],
    ['none within twelve days of the last', JANUARY, sent(['winter-oao', '2026-01-12T10:00:00Z']), null],
    [
      'none after two in the same month',
      '2026-01-31T10:00:00Z',
      sent(['winter-oao', '2026-01-02T10:00:00Z'], ['winter-twee', '2026-01-16T10:00:00Z']),
      null,
    ],
    [
      'nothing twice in a school year',
      '2026-02-20T10:00:00Z',
      sent(['winter', '2025-12-10T10:00:00Z'], ['winter-twee', '2026-01-10T10:00:00Z']),
      null,
    ],
    ['the same again a school year later', '2026-12-10T10:00:00Z', sent(['winter', '2025-12-10T10:00:00Z']), 'winter'],
    ['none from an entry that has to be looked at again', '2028-01-20T10:00:00Z', {}, null],
  ];
  test.each(TABLE)('%s', (_what, now, more, id) => {
    expect(dueTip(conversation(more), known, new Date(now))?.id ?? null).toBe(id);
  });
});

describe('tips.yaml', () => {
  const problemsOf = (tips: string) =>
    buildLibrary(new Map([...FILES, ['tips.yaml', tips]])).problems.filter(({ severity }) => severity === 'error');
  test.each([
    ['an entry that does not exist', '- { id: a, entry: weg, months: [1], text: x }', 'bestaat niet'],
    ['a term', '- { id: a, entry: prestatiestaat, months: [1], text: x }', 'bestaat niet'],
    [
      'the same id twice',
      '- { id: a, entry: dimona-doen, months: [1], text: x }\n- { id: a, entry: dimona-doen, months: [1], text: y }',
      'bestaat al',
    ],
    ['a month that is none', '- { id: a, entry: dimona-doen, months: [13], text: x }', '1-12'],
    ['no month', '- { id: a, entry: dimona-doen, months: [], text: x }', 'minstens één maand'],
    ['an unknown field', '- { id: a, entry: dimona-doen, months: [1], text: x, wie: ik }', 'onbekend veld'],
    [
      'a value that no slot has',
      '- { id: a, entry: dimona-doen, months: [1], for: { contract: XYZ }, text: x }',
      'kies uit',
    ],
    ['a text that is too long', `- { id: a, entry: dimona-doen, months: [1], text: ${'x'.repeat(321)} }`, '320'],
  ])('%s is refused', (_what, tips, message) => {
    expect(
      problemsOf(tips)
        .map((problem) => problem.message)
        .join(),
    ).toContain(message);
  });

  test('may be absent', () => {
    expect(buildLibrary(FILES).library?.tips).toEqual([]);
  });
});

describe('the real tips', () => {
  let real: Library;
  beforeAll(async () => {
    const loaded = await loadLibrary(join(import.meta.dirname, '../../knowledge'));
    if (!loaded.library) throw new Error('the knowledge does not load');
    real = loaded.library;
  });

  test('every month of the school year has one, and the moments that matter have theirs', () => {
    const of = (month: number) => real.tips.filter(({ months }) => months.includes(month)).map(({ entry }) => entry);
    for (const month of [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6])
      expect([month, of(month).length]).toEqual([month, expect.any(Number)]);
    for (const month of [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]) expect(of(month).length).toBeGreaterThan(0);
    expect(of(9)).toEqual(
      expect.arrayContaining([
        'dimona-leerling-verplicht',
        'leerling-verzekeren-arbeidsongevallen',
        'eerste-werkdag-plannen',
      ]),
    );
    expect(of(1)).toContain('weerverlet-voor-leerling');
    expect(of(4)).toContain('werken-in-schoolvakantie');
    expect(of(6)).toContain('einde-van-de-overeenkomst');
  });

  test('each says what its entry says: every figure and abbreviation of it stands there too', async () => {
    const texts = await readFolder(join(import.meta.dirname, '../../knowledge'));
    for (const tip of real.tips) {
      const entry = texts.get(real.items.get(tip.entry)?.file ?? '') ?? '';
      const marked = tip.text.match(/\b(?:[A-Z]{2,}|\d+)\b/g) ?? [];
      for (const word of marked) expect([tip.id, word, entry.includes(word)]).toEqual([tip.id, word, true]);
    }
  });
});

describe('opting in and out', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });

  test('nobody gets tips without having said yes', async () => {
    await stage.say('moet ik dimona doen');
    expect((await stage.conversation())?.tips).toBeUndefined();
    const offer = await stage.say('tips');
    expect(offer.text).toContain('Hoogstens twee per maand');
    expect((await stage.conversation())?.tips).toBeUndefined();
    await stage.say('1');
    expect((await stage.conversation())?.tips).toMatchObject({ sent: [] });
  });

  test('"tips uit" ends them, and leaves everything else as it was', async () => {
    await stage.press({ do: 'tips-on' });
    await stage.say('tips uit');
    expect(await stage.conversation()).toMatchObject({ tips: { wants: false }, stopped: false });
  });

  test('they are named once, after an answer that helped', async () => {
    await stage.say('moet ik dimona doen');
    expect((await stage.say('geholpen')).text).toContain('Typ tips');
    await stage.say('moet ik dimona doen');
    expect((await stage.say('geholpen')).text).not.toContain('Typ tips');
  });
});

describe('sending', () => {
  const WEEKDAY = '2026-01-20T10:00:00+01:00';
  let stage: Stage;
  let deps: TipDeps;
  const outbox = async () =>
    (await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'due' }))
      .map(({ body }) => body)
      .filter(({ purpose }) => purpose === 'tip');

  beforeEach(async () => {
    stage = new Stage();
    const knowledge = { current: () => ({ ...stage.deps.knowledge.current(), library: known }) };
    deps = { ...stage.deps, knowledge, mayTip: () => Promise.resolve(true) };
    stage.at('2026-01-19T10:00:00+01:00');
    for (const who of ['jan', 'an', 'piet']) await stage.say('tips aan', { who });
    for (const who of ['jan', 'an']) await stage.press({ do: 'tips-on' }, who);
    stage.at(WEEKDAY);
  });

  test('who asked gets it, once, on the way he came, with a button to read on and one to stop', async () => {
    expect(await sendTips(deps)).toBe(2);
    expect(await sendTips(deps)).toBe(0);
    const letters = await outbox();
    expect(letters.map(({ conversation }) => conversation)).toEqual(['web:an', 'web:jan']);
    expect(letters[0]?.reply.buttons.map(({ action }) => action)).toEqual([
      { do: 'show', item: 'dimona-doen' },
      { do: 'tips-off' },
    ]);
    expect((await stage.say('1')).text).toContain('Ja, voor hij begint');
  });

  test('ten processes at once send it once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => sendTips(deps)));
    expect(await outbox()).toHaveLength(2);
  });

  test('turned off and on again does not bring it twice, and does not stand in the way of the next', async () => {
    await sendTips(deps);
    await stage.say('tips uit');
    await stage.press({ do: 'tips-on' });
    stage.at('2026-02-10T10:00:00+01:00');
    expect(await sendTips(deps)).toBe(2);
    const mine = (await outbox()).filter(({ conversation }) => conversation === 'web:jan');
    expect(mine.map(({ reply }) => replyToText(reply).split('\n')[0])).toEqual([
      'Tip. Alleen bij een OAO.',
      'Tip. Tweede wintertip.',
    ]);
  });

  test.each([
    ['at night', '2026-01-20T03:00:00+01:00'],
    ['at the weekend', '2026-01-24T10:00:00+01:00'],
  ])('never %s', async (_when, moment) => {
    stage.at(moment);
    expect(await sendTips(deps)).toBe(0);
  });

  test('not where the channel does not let us: it goes when that is possible again', async () => {
    expect(await sendTips({ ...deps, mayTip: () => Promise.resolve(false) })).toBe(0);
    expect(await sendTips(deps)).toBe(2);
  });
});
