import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../bot/ids.js';
import { DeliveryError, Outbox, type Deliverer } from '../../bot/outbox.js';
import { localLiveUpdates } from '../../bot/state/live-updates.js';
import { conversationKey } from '../../handlers/message.js';
import type { Store } from '../../handlers/ports.js';
import { putOutbox, type OutboxEntry } from '../../handlers/records.js';
import { reply, text } from '../../handlers/reply.js';
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
  });
}
