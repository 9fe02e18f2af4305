import { describe, expect, test } from '@jest/globals';
import { Sender } from '../../web/mentor/net/sender.js';
import { DeviceState } from '../../web/mentor/talk/device-state.js';
import { add, type Outgoing, type SendResult } from '../../web/mentor/talk/queue.js';

/** A device with two messages waiting, and a server that answers as told. */
function stage(answers: readonly SendResult[], online = true) {
  const kept = new Map<string, string>();
  const device = new DeviceState({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  device.saveSession({ conversationId: 'c', token: 't', expiresAt: 1e9, resume: null });
  for (const clientId of ['a', 'b'])
    device.saveQueue(add(device.queue(), { clientId, kind: 'message', text: clientId, action: null }, 0));
  const sent: string[] = [];
  const confirmed: string[] = [];
  let signedOut = 0;
  const sender = new Sender({
    device,
    lane: 'words',
    online: () => online,
    now: () => 0,
    random: () => 0.5,
    alone: async (work) => {
      await work();
      return true;
    },
    send: (_session, item: Outgoing) => {
      sent.push(item.clientId);
      return Promise.resolve(answers[sent.length - 1] ?? { kind: 'sent' });
    },
    onChange: () => undefined,
    onSent: ({ clientId }) => confirmed.push(clientId),
    onSignedOut: () => (signedOut += 1),
  });
  return { device, sender, sent, confirmed, signedOut: () => signedOut };
}

describe('emptying the queue', () => {
  test('sends everything, one after the other', async () => {
    const { sender, sent, confirmed, device } = stage([]);
    await Promise.all([sender.flush(), sender.flush()]);
    expect([sent, confirmed, device.queue()]).toEqual([['a', 'b'], ['a', 'b'], []]);
  });

  test('stops at the first that cannot go now, and keeps both', async () => {
    const { sender, sent, device } = stage([{ kind: 'later', afterMs: 60_000 }]);
    await sender.flush();
    expect([sent, device.queue().map(({ clientId }) => clientId)]).toEqual([['a'], ['a', 'b']]);
    sender.stop();
  });

  test('passes a refused one, which stays to be seen', async () => {
    const { sender, confirmed, device } = stage([{ kind: 'refused' }]);
    await sender.flush();
    expect([confirmed, device.queue().map(({ state }) => state)]).toEqual([['b'], ['refused']]);
  });

  test('asks to sign in when the token no longer holds', async () => {
    const { sender, sent, signedOut } = stage([{ kind: 'sign-in' }]);
    await sender.flush();
    expect([sent, signedOut()]).toEqual([['a'], 1]);
    sender.stop();
  });

  test('without network nothing is tried', async () => {
    const { sender, sent } = stage([], false);
    await sender.flush();
    expect(sent).toEqual([]);
    sender.stop();
  });
});
