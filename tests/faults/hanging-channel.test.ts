import { expect, test } from '@jest/globals';
import { randomIds } from '../../bot/ids.js';
import { Outbox } from '../../bot/outbox.js';
import { localLiveUpdates } from '../../bot/state/live-updates.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { conversationKey } from '../../handlers/message.js';
import { putOutbox, type OutboxEntry } from '../../handlers/records.js';
import { reply, text } from '../../handlers/reply.js';
import { until } from '../support/eventually.js';
import { FakeConnector } from '../support/fake-connector.js';
import { serve } from '../support/serve.js';
import { silentLog } from '../support/silent-log.js';
import { beginTalk, hearUntil, say } from '../support/talk.js';

test('an endpoint that takes a message and never answers delays nobody else; its message goes out later', async () => {
  const connector = new FakeConnector();
  const serviceUrl = await connector.start();
  const served = await serve({ ALLOW_ANONYMOUS_BOT: 'true' });
  const ask = (conversation: string): Promise<Response> =>
    fetch(`${served.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `ask-${conversation}`,
        channelId: 'emulator',
        serviceUrl,
        conversation: { id: conversation },
        from: { id: conversation, name: 'Jan' },
        recipient: { id: 'bot' },
        text: 'moet ik dimona doen',
      }),
    });
  try {
    const stuck = Array.from({ length: 20 }, (_, n) => `stuck-${String(n)}`);
    for (const id of stuck) connector.hanging.add(id);
    const hanging = stuck.map(ask);
    await until(() => connector.held === stuck.length, 'what hangs');

    await Promise.all(['one', 'two', 'three'].map(ask));
    const talk = await beginTalk(served.origin);
    await say(served.origin, talk, 'moet ik dimona doen');
    expect((await hearUntil(served.origin, talk, 2))[1]?.text).toContain('Ja, voor hij begint.');
    expect(connector.heard.map(({ path }) => /conversations\/([^/]+)/.exec(path)?.[1]).sort()).toEqual([
      'one',
      'three',
      'two',
    ]);
    // Nothing was given up meanwhile.
    expect(connector.held).toBe(stuck.length);

    connector.letGo();
    await Promise.all(hanging);
    const heard = (await connector.until(3 + stuck.length)).slice(3);
    expect(new Set(heard.map(({ path }) => /conversations\/([^/]+)/.exec(path)?.[1]))).toEqual(new Set(stuck));
    expect(heard).toHaveLength(stuck.length);
  } finally {
    await served.stop();
    connector.stop();
  }
});

test('a channel that hangs for good is left after its time; the others of the same round went long before', async () => {
  const store = new MemoryStore();
  const ids = randomIds();
  const time = { now: Date.parse('2026-11-23T09:00:00Z') };
  const went: string[] = [];
  const codes: (string | undefined)[] = [];
  let hangs = true;
  const outbox = new Outbox({
    store,
    clock: { now: () => new Date(time.now) },
    log: silentLog,
    live: localLiveUpdates(),
    sendMs: 30,
    onDelivery: (_channel, _result, code) => codes.push(code),
    deliverers: () => ({
      by: 'send',
      send: ({ address }) => {
        if (hangs && address.conversationId === 'jan') return new Promise<void>(() => undefined);
        went.push(address.conversationId);
        return Promise.resolve();
      },
    }),
  });
  const at = new Date(time.now).toISOString();
  const entry = (conversationId: string): OutboxEntry => ({
    conversation: conversationKey('teams', conversationId),
    address: { channel: 'teams', conversationId, reference: null },
    reply: reply([text('dag')]),
    state: 'waiting',
    attempts: 0,
    dueAt: at,
    createdAt: at,
    ticket: null,
    failure: null,
  });
  const puts = ['jan', 'piet', 'an'].map((who) => putOutbox(ids.next(), entry(who), 'absent'));
  await store.commit({ puts });
  await outbox.sendDue();
  expect([...went].sort()).toEqual(['an', 'piet']);
  expect(codes).toEqual([undefined, undefined, 'timeout']);
  hangs = false;
  time.now += 5_000;
  await outbox.sendDue();
  expect(went.at(-1)).toBe('jan');
  expect(await store.count({ kind: 'outbox', index: 'queue' })).toBe(0);
});
