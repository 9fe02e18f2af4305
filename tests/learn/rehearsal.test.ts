import { expect, test } from '@jest/globals';
import type { Change } from '../../handlers/desk/learn/change.js';
import type { Learning, Rehearsed } from '../../handlers/desk/learn/learn-deps.js';
import { propose } from '../../handlers/desk/learn/propose.js';
import { approve } from '../../handlers/desk/learn/decide-proposal.js';
import { rehearse } from '../../handlers/desk/learn/rehearsal.js';
import type { Rehearsal } from '../../handlers/desk/learn/views.js';
import type { ItemId } from '../../knowledge/entry.js';
import { tableKnowledge } from '../support/table-knowledge.js';
import { LearnStage } from './learn-stage.js';

const KEPT = ['moet mijn gast een briefje van den dokter binnenbrengen', 'wie betaalt de busrit'];
const REAL = ['mijn gast moet zijn briefje van den dokter toch binnenbrengen'];
const WORDS = 'moet de gast zijn briefje van den dokter binnenbrengen';
const change: Change = { do: 'add-phrasing', item: 'ziek-melden' as ItemId, phrasing: WORDS };

/** A rehearsal that ends when it is told to. */
function held(): { readonly rehearse: Learning['rehearse']; readonly end: (error?: Error) => void; begun: number } {
  let end: (error?: Error) => void = () => undefined;
  const one = {
    begun: 0,
    end: (error?: Error): void => {
      end(error);
    },
    rehearse: (order: Parameters<Learning['rehearse']>[0]) => {
      one.begun += 1;
      order.onProgress({ percent: 40, secondsLeft: 12 });
      return new Promise<Rehearsed>((done, fail) => {
        end = (error) => {
          if (error) fail(error);
          else tableKnowledge.rehearse(order).then(done, fail);
        };
      });
    },
  };
  return one;
}

const look = (stage: LearnStage): Promise<Rehearsal> => rehearse(stage.learn, change, () => Promise.resolve(REAL));

async function until(stage: LearnStage, state: Rehearsal['state']): Promise<Rehearsal> {
  for (let turn = 0; turn < 100; turn += 1) {
    const now = await look(stage);
    if (now.state === state) return now;
    await new Promise((done) => setImmediate(done));
  }
  throw new Error(`never ${state}`);
}

test('whoever looks first begins it, everyone follows it, and the questions that go elsewhere are named', async () => {
  const rehearsing = held();
  const stage = new LearnStage({ kept: KEPT, rehearse: rehearsing.rehearse });
  expect(await look(stage)).toEqual({ state: 'running', percent: 0, secondsLeft: null });
  await new Promise((done) => setImmediate(done));
  expect(await look(stage)).toEqual({ state: 'running', percent: 40, secondsLeft: 12 });
  rehearsing.end();
  const done = await until(stage, 'done');
  expect(done).toMatchObject({ replay: { unseen: [], worse: 0, looked: { own: 1, kept: 2, real: 1 } } });
  const moved = done.state === 'done' ? done.replay.moved : [];
  expect(moved.map(({ kind, text, after }) => [kind, text, after.item])).toEqual([
    ['own', WORDS, 'ziek-melden'],
    ['kept', KEPT[0], 'ziek-melden'],
    ['real', REAL[0], 'ziek-melden'],
  ]);
  expect(rehearsing.begun).toBe(1);
});

test('publishing does not wait for it', async () => {
  const stage = new LearnStage({ rehearse: held().rehearse });
  const [an, bo] = [await stage.coach('An'), await stage.coach('Bo', 'editor')];
  const proposal = await propose(stage.learn, an, { change, ticket: null, tellAsker: false, remark: '' });
  expect((await look(stage)).state).toBe('running');
  expect(await approve(stage.learn, bo, proposal.id)).toMatchObject({ revision: 1 });
});

test('one that fails says so, and may be tried again a little later', async () => {
  const rehearsing = held();
  const stage = new LearnStage({ rehearse: rehearsing.rehearse });
  await look(stage);
  await new Promise((done) => setImmediate(done));
  rehearsing.end(new Error('no memory'));
  await until(stage, 'failed');
  stage.at('2026-11-27T09:00:00+01:00');
  expect((await look(stage)).state).toBe('running');
  await new Promise((done) => setImmediate(done));
  expect(rehearsing.begun).toBe(2);
});

test('one whose process is gone is begun anew', async () => {
  const rehearsing = held();
  const stage = new LearnStage({ rehearse: rehearsing.rehearse });
  await look(stage);
  await new Promise((done) => setImmediate(done));
  stage.at('2026-11-27T09:00:00+01:00');
  expect(await look(stage)).toMatchObject({ state: 'running', percent: 0 });
  await new Promise((done) => setImmediate(done));
  expect(rehearsing.begun).toBe(2);
});

test('what was rehearsed is gone a day later', async () => {
  const stage = new LearnStage({ kept: KEPT });
  await look(stage);
  await until(stage, 'done');
  expect(await stage.store.sweep(new Date(stage.deps.clock.now().getTime() + 25 * 3_600_000))).toBeGreaterThan(0);
});

test('a change that breaks the library is not rehearsed', async () => {
  const stage = new LearnStage();
  const broken: Change = { do: 'write', path: 'entries/dimona/nieuw.md', text: 'geen kop', before: null };
  await expect(rehearse(stage.learn, broken, () => Promise.resolve([]))).rejects.toMatchObject({ code: 'bad-request' });
});
