import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Put, Store } from '../../handlers/ports.js';

const put = (id: string, body: object, more: Partial<Put> = {}): Put => ({
  kind: 'ticket',
  id,
  body,
  expect: 'absent',
  ...more,
});

/** The promises every store keeps; run on memory, SQLite and Redis. `open` gives an empty store. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('a record comes back as it was, with version 1', async () => {
      const body = { text: 'é "quote" \u{1F333}', list: [1, 2.5, null, true], nested: { a: {} } };
      expect(await store.commit({ puts: [put('t1', body, { indexes: { status: 'new|1' } })] })).toEqual({
        ok: true,
        seqs: [],
      });
      expect(await store.get('ticket', 't1')).toEqual({
        kind: 'ticket',
        id: 't1',
        version: 1,
        body,
        indexes: { status: 'new|1' },
      });
    });

    test('what is not there is null', async () => {
      expect(await store.get('ticket', 'nobody')).toBeNull();
    });

    test('what comes out shares nothing with what went in', async () => {
      const body = { list: [1] };
      await store.commit({ puts: [put('t1', body)] });
      body.list.push(2);
      const first = await store.get<{ list: number[] }>('ticket', 't1');
      first!.body.list.push(3);
      expect((await store.get('ticket', 't1'))?.body).toEqual({ list: [1] });
    });

    test('a write must name the version it replaces', async () => {
      await store.commit({ puts: [put('t1', { n: 1 })] });
      expect(await store.commit({ puts: [put('t1', { n: 2 })] })).toEqual({
        ok: false,
        conflict: { kind: 'ticket', id: 't1' },
      });
      expect(await store.commit({ puts: [put('t1', { n: 2 }, { expect: 2 })] })).toMatchObject({ ok: false });
      expect(await store.commit({ puts: [put('t1', { n: 2 }, { expect: 1 })] })).toMatchObject({ ok: true });
      expect(await store.get('ticket', 't1')).toMatchObject({ version: 2, body: { n: 2 } });
    });

    test('"any" overwrites, whatever is there', async () => {
      await store.commit({ puts: [put('t1', { n: 1 }, { expect: 'any' })] });
      await store.commit({ puts: [put('t1', { n: 2 }, { expect: 'any' })] });
      expect(await store.get('ticket', 't1')).toMatchObject({ version: 2, body: { n: 2 } });
    });

    test('a refused commit leaves no trace: no record, no log line, no deletion', async () => {
      await store.commit({ puts: [put('t1', {}), put('t2', {})] });
      const refused = await store.commit({
        puts: [put('t3', {}), put('t1', {}, { expect: 7 })],
        deletes: [{ kind: 'ticket', id: 't2', expect: 1 }],
        appends: [{ log: 'talk:x', body: { n: 1 } }],
      });
      expect(refused).toEqual({ ok: false, conflict: { kind: 'ticket', id: 't1' } });
      expect(await store.get('ticket', 't3')).toBeNull();
      expect(await store.get('ticket', 't2')).not.toBeNull();
      expect(await store.readLog('talk:x', 0, 10)).toEqual([]);
      expect(await store.readLogEnd('talk:x', 10)).toEqual([]);
    });

    test('of twenty who claim at once, one wins', async () => {
      await store.commit({ puts: [put('t1', { coach: null })] });
      const tries = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.commit({ puts: [put('t1', { coach: n }, { expect: 1 })] })),
      );
      expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await store.get('ticket', 't1'))?.version).toBe(2);
    });

    test('a query follows an index, in order, by prefix and range', async () => {
      const rows = ['new|3', 'new|1', 'closed|2', 'new|2'];
      await store.commit({ puts: rows.map((status, n) => put(`t${String(n)}`, { status }, { indexes: { status } })) });
      const list = async (query: object): Promise<unknown[]> =>
        (await store.query<{ status: string }>({ kind: 'ticket', index: 'status', ...query })).map(
          ({ body }) => body.status,
        );
      expect(await list({ prefix: 'new|' })).toEqual(['new|1', 'new|2', 'new|3']);
      expect(await list({ prefix: 'new|', order: 'desc', limit: 2 })).toEqual(['new|3', 'new|2']);
      expect(await list({ from: 'closed|2', to: 'new|2' })).toEqual(['closed|2', 'new|1']);
      expect(await list({ prefix: 'new|', to: 'new|2' })).toEqual(['new|1']);
      expect(await list({ prefix: 'nobody|' })).toEqual([]);
      expect(await store.count({ kind: 'ticket', index: 'status', prefix: 'new|' })).toBe(3);
    });

    test('a query gives a record as it stands in that index, also while others change it', async () => {
      await store.commit({ puts: [put('t1', { state: 'waiting' }, { indexes: { waiting: 'x' } })] });
      let stop = false;
      const flip = async (): Promise<void> => {
        for (let n = 1; !stop; n += 1) {
          const state = n % 2 === 0 ? 'waiting' : 'sent';
          const indexes: Record<string, string> = state === 'waiting' ? { waiting: 'x' } : {};
          await store.commit({ puts: [put('t1', { state }, { expect: 'any', indexes })] });
        }
      };
      const flipping = flip();
      const seen = new Set<string>();
      for (let n = 0; n < 200; n += 1)
        for (const { body } of await store.query<{ state: string }>({ kind: 'ticket', index: 'waiting' }))
          seen.add(body.state);
      stop = true;
      await flipping;
      expect([...seen]).toEqual(seen.size === 0 ? [] : ['waiting']);
    });

    test('an index follows its record', async () => {
      await store.commit({ puts: [put('t1', {}, { indexes: { status: 'new|1' } })] });
      await store.commit({ puts: [put('t1', {}, { expect: 1, indexes: { status: 'closed|1' } })] });
      expect(await store.count({ kind: 'ticket', index: 'status', prefix: 'new|' })).toBe(0);
      expect(await store.count({ kind: 'ticket', index: 'status', prefix: 'closed|' })).toBe(1);
      await store.commit({ deletes: [{ kind: 'ticket', id: 't1', expect: 2 }] });
      expect(await store.count({ kind: 'ticket', index: 'status' })).toBe(0);
    });

    test('kinds and logs keep out of each other’s way', async () => {
      await store.commit({
        puts: [put('same', { kind: 'ticket' }), put('same', { kind: 'coach' }, { kind: 'coach' })],
        appends: [
          { log: 'a', body: { n: 1 } },
          { log: 'b', body: { n: 2 } },
        ],
      });
      expect((await store.get('coach', 'same'))?.body).toEqual({ kind: 'coach' });
      expect(await store.readLog('a', 0, 10)).toEqual([{ seq: 1, body: { n: 1 } }]);
    });

    test('a log counts 1, 2, 3 and is read from a sequence number on', async () => {
      const first = await store.commit({ appends: [1, 2].map((n) => ({ log: 'talk:x', body: { n } })) });
      expect(first).toEqual({ ok: true, seqs: [1, 2] });
      await Promise.all([3, 4, 5].map((n) => store.commit({ appends: [{ log: 'talk:x', body: { n } }] })));
      expect((await store.readLog('talk:x', 0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      expect((await store.readLog('talk:x', 3, 1)).map(({ seq }) => seq)).toEqual([4]);
      expect(await store.readLogEnd('talk:x', 2)).toEqual([{ n: 4 }, { n: 5 }]);
      expect(await store.readLogEnd('talk:x', 9)).toHaveLength(5);
      expect(await store.readLogEnd('talk:x', 0)).toEqual([]);
      await store.commit({ dropLogs: ['talk:x'] });
      expect(await store.readLog('talk:x', 0, 10)).toEqual([]);
    });

    test('numbers are never given twice', async () => {
      const numbers = await Promise.all(Array.from({ length: 30 }, () => store.nextNumber('ticket')));
      expect(new Set(numbers).size).toBe(30);
      expect(await store.nextNumber('other')).toBe(1);
    });

    test('what has expired is swept, the rest stays', async () => {
      await store.commit({
        puts: [
          put('old', {}, { expiresAt: '2026-01-01T00:00:00.000Z' }),
          put('young', {}, { expiresAt: '2027-01-01T00:00:00.000Z' }),
          put('ever', {}),
        ],
      });
      expect(await store.sweep(new Date('2026-11-21T00:00:00.000Z'))).toBe(1);
      expect(await store.get('ticket', 'old')).toBeNull();
      expect(await store.get('ticket', 'young')).not.toBeNull();
      expect(await store.get('ticket', 'ever')).not.toBeNull();
    });

    test('a record may keep the term it has, and loses it when nothing is said', async () => {
      const old = { expiresAt: '2026-01-01T00:00:00.000Z' };
      await store.commit({ puts: [put('kept', {}, old), put('freed', {}, old)] });
      await store.commit({
        puts: [put('kept', {}, { expect: 1, keepsTerm: true }), put('freed', {}, { expect: 1 })],
      });
      expect(await store.sweep(new Date('2026-11-21T00:00:00.000Z'))).toBe(1);
      expect([await store.get('ticket', 'kept'), (await store.get('ticket', 'freed'))?.version]).toEqual([null, 2]);
    });

    test('control characters in text do no harm', async () => {
      await store.commit({ puts: [put('t1', { text: 'a\u0000b\u001f' }, { indexes: { status: 'x' } })] });
      const kept = await store.get<{ text: string }>('ticket', 't1');
      expect(kept?.body.text.replace('\u0000', '')).toBe('ab\u001f');
    });

    test('it answers when asked', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
}
