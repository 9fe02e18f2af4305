import { expect, test } from '@jest/globals';
import { whatsappDeliverer, type DeliverDeps } from '../../bot/channels/whatsapp/deliver.js';
import { MemoryStore } from '../../bot/state/memory/memory-store.js';
import { conversationKey } from '../../handlers/message.js';
import { putOutbox, type OutboxEntry } from '../../handlers/records.js';
import { reply, text } from '../../handlers/reply.js';

const NOW = '2026-11-23T09:00:00.000Z';
const letter: OutboxEntry = {
  conversation: conversationKey('whatsapp', 'p1'),
  address: { channel: 'whatsapp', conversationId: 'p1', reference: { user: { userId: null, phone: '32470000001' } } },
  reply: reply([text('dag')]),
  state: 'waiting',
  attempts: 0,
  dueAt: NOW,
  createdAt: NOW,
  ticket: null,
  failure: null,
};

test.each([
  ['stays while the message is known', false, 1],
  ['goes when another process erased everything while the message was on its way', true, 0],
])('a receipt %s', async (_what, erased, kept) => {
  const store = new MemoryStore();
  await store.commit({ puts: [putOutbox('o1', letter, 'absent')] });
  const deps = {
    config: { template: null, tipTemplate: null, templateLanguage: 'nl' },
    graph: {
      send: async () => {
        if (erased) await store.commit({ deletes: [{ kind: 'outbox', id: 'o1', expect: 'any' }] });
        return 'wamid.1';
      },
    },
    pace: { place: () => Promise.resolve(0) },
    store,
    clock: { now: () => new Date(NOW) },
    publicUrl: 'https://lijn.example',
    random: () => 0,
  } as unknown as DeliverDeps;
  const deliverer = whatsappDeliverer(deps);
  if (deliverer.by !== 'send') throw new Error('WhatsApp is outside the house');
  await deliverer.send(letter, 'o1');
  expect(await store.count({ kind: 'receipt', index: 'conversation' })).toBe(kept);
});
