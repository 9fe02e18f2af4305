import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../bot/ids.js';
import { DeliveryError, type Deliverer } from '../../bot/deliverer.js';
import { Outbox } from '../../bot/outbox.js';
import { localLiveUpdates } from '../../bot/state/live-updates.js';
import { conversationKey } from '../../handlers/message.js';
import type { Store } from '../../handlers/ports.js';
import { putOutbox, type OutboxEntry } from '../../handlers/records.js';
import { reply, text } from '../../handlers/reply.js';
import type { Answer } from '../../handlers/turn/at-once.js';
import { until } from '../support/eventually.js';
import { silentLog } from '../support/silent-log.js';

const KEY = conversationKey('teams', 'jan');

/** Several processes speak from one store. `open` gives an empty one. */
export function outboxContract(name: string, open: () => Promise<Store>): void {
  describe(`outbox over processes: ${name}`, () => {
    const entry = (words: string, at: string): OutboxEntry => ({
      conversation: KEY,
      address: { channel: 'teams', conversationId: 'jan', reference: null },
      reply: reply([text(words)]),
      state: 'waiting',
      attempts: 0,
      dueAt: at,
      createdAt: at,
      ticket: null,
      failure: null,
    });

    test('one sends at a time, in order, each message once, over every failure', async () => {
      const store = await open();
      const ids = randomIds();
      const time = { now: Date.parse('2026-11-23T09:00:00Z') };
      const sent: string[] = [];
      let sending = 0;
      let most = 0;
      let tries = 0;
      const deliverer: Deliverer = {
        by: 'send',
        send: async ({ reply: { parts } }) => {
          sending += 1;
          most = Math.max(most, sending);
          await new Promise((soon) => setTimeout(soon, 2));
          sending -= 1;
          tries += 1;
          if (tries % 3 === 0) throw new DeliveryError('status-503', false);
          const [part] = parts;
          sent.push(part?.kind === 'text' ? part.markdown : '');
        },
      };
      const process = (): Outbox =>
        new Outbox({
          store,
          clock: { now: () => new Date(time.now) },
          log: silentLog,
          live: localLiveUpdates(),
          deliverers: () => deliverer,
        });
      const processes = Array.from({ length: 4 }, process);
      const words = Array.from({ length: 12 }, (_, n) => `bericht ${String(n)}`);
      const at = new Date(time.now).toISOString();
      for (const word of words) await store.commit({ puts: [putOutbox(ids.next(), entry(word, at), 'absent')] });
      for (let round = 0; round < 40 && sent.length < words.length; round += 1) {
        await Promise.all(processes.map((outbox) => outbox.sendDue()));
        time.now += 5_000;
      }
      expect(sent).toEqual(words);
      expect(most).toBe(1);
      await store.close();
    });

    test('clocks ten minutes apart: what one is sending another leaves to it; what nobody sends any more is taken over', async () => {
      const store = await open();
      const ids = randomIds();
      const time = { now: Date.parse('2026-11-23T09:00:00Z') };
      const sent: string[] = [];
      let letGo = (): void => undefined;
      const held = new Promise<void>((done) => (letGo = done));
      const process = (name: string, aheadMs: number, answer: () => Promise<void>): Outbox =>
        new Outbox({
          store,
          clock: { now: () => new Date(time.now + aheadMs) },
          log: silentLog,
          live: localLiveUpdates(),
          deliverers: () => ({
            by: 'send',
            send: ({ sending }) => {
              sent.push(sending === true ? `${name}, perhaps again` : name);
              return answer();
            },
          }),
        });
      const here = process('here', 0, () => held);
      const ahead = process('ahead', 600_000, () => Promise.resolve());
      const at = new Date(time.now).toISOString();
      await store.commit({ puts: [putOutbox(ids.next(), entry('een', at), 'absent')] });
      const sending = here.sendDue();
      await until(() => sent.length === 1, 'the first try');
      for (let round = 0; round < 3; round += 1) {
        await ahead.sendDue();
        time.now += 5_000;
      }
      letGo();
      await sending;
      time.now += 60_000;
      await ahead.sendDue();
      expect(sent).toEqual(['here']);

      const left: OutboxEntry = { ...entry('twee', at), attempts: 1, sending: true };
      await store.commit({ puts: [putOutbox(ids.next(), left, 'absent')] });
      await ahead.sendDue();
      time.now += 10_000;
      await ahead.sendDue();
      expect(sent).toEqual(['here']);
      time.now += 11_000;
      await ahead.sendDue();
      expect(sent).toEqual(['here', 'ahead, perhaps again']);
      expect(await store.count({ kind: 'outbox', index: 'queue' })).toBe(0);
      await store.close();
    });

    describe('the answer of a turn', () => {
      const at = '2026-11-23T09:00:00.000Z';
      const said: string[] = [];
      const speaker = (store: Store, deliverer: Deliverer): Outbox =>
        new Outbox({
          store,
          clock: { now: () => new Date(at) },
          log: silentLog,
          live: localLiveUpdates(),
          deliverers: () => deliverer,
        });
      const wordsOf = ({ reply: { parts } }: OutboxEntry): string =>
        parts[0]?.kind === 'text' ? parts[0].markdown : '';
      const keeps: Deliverer = { by: 'commit', appends: (one) => [{ log: 'said', body: { words: wordsOf(one) } }] };
      const sends: Deliverer = { by: 'send', send: (one) => Promise.resolve(void said.push(wordsOf(one))) };
      const keep = async (store: Store, outbox: Outbox, words: string): Promise<Answer> => {
        const answer = { id: randomIds().next(), entry: entry(words, at) };
        const begun = await outbox.begin(answer.entry, answer.id);
        const kept = putOutbox(answer.id, begun?.entry ?? answer.entry, 'absent');
        await store.commit({ puts: [kept], appends: begun?.appends ?? [] });
        return { ...answer, begun };
      };

      test('a channel of ours has it with the commit of the turn, once, whoever dies after it', async () => {
        const store = await open();
        await keep(store, speaker(store, keeps), 'antwoord');
        await speaker(store, keeps).sendDue();
        expect(await store.readLogEnd('said', 10)).toEqual([{ words: 'antwoord' }]);
        expect(await store.count({ kind: 'outbox', index: 'queue' })).toBe(0);
        await store.close();
      });

      test('what leaves the house waits in that commit, and is sent once by whoever comes first', async () => {
        const store = await open();
        said.length = 0;
        const here = speaker(store, sends);
        const answer = await keep(store, here, 'antwoord');
        await Promise.all([here.answer(answer), speaker(store, sends).sendDue()]);
        await speaker(store, sends).sendDue();
        expect(said).toEqual(['antwoord']);
        expect(await store.count({ kind: 'outbox', index: 'queue' })).toBe(0);
        await store.close();
      });

      test.each([
        ['of ours', keeps],
        ['that leaves the house', sends],
      ])('on a channel %s it stands behind what waits', async (_name, deliverer) => {
        const store = await open();
        said.length = 0;
        const here = speaker(store, deliverer);
        await store.commit({ puts: [putOutbox('0', entry('eerst', at), 'absent')] });
        const answer = await keep(store, here, 'dan');
        expect(answer.begun).toBeNull();
        await here.answer(answer);
        const kept = (await store.readLogEnd<{ words: string }>('said', 10)).map(({ words }) => words);
        expect([...said, ...kept]).toEqual(['eerst', 'dan']);
        await store.close();
      });
    });
  });
}
