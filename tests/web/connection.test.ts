import { expect, test } from '@jest/globals';
import { Connection, type Status } from '../../web/mentor/net/connection.js';
import { NoAnswer, type DirectLine } from '../../web/mentor/net/direct-line.js';
import { DeviceState } from '../../web/mentor/talk/device-state.js';

/** A page in a conversation, and a server that is there or not. */
function stage(server: { up: boolean }) {
  const kept = new Map<string, string>();
  const device = new DeviceState({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  const session = { conversationId: 'c', token: 't', expiresAt: 1e9, resume: null };
  device.saveSession(session);
  const statuses: Status[] = [];
  const line = {
    comeBack: () => (server.up ? Promise.resolve({ session, streamPath: '/stream' }) : Promise.reject(new NoAnswer(0))),
  } as unknown as DirectLine;
  const connection = new Connection({
    line,
    device,
    follow: (_path, { onOpen }) => {
      onOpen();
      return () => undefined;
    },
    alone: (work) => work(),
    online: () => true,
    now: () => 0,
    watermark: () => '',
    onPage: () => undefined,
    onStatus: (status) => statuses.push(status),
    onFresh: () => undefined,
    onReady: () => undefined,
  });
  return { connection, statuses };
}

const turn = () => new Promise((done) => setImmediate(done));

test('a message that got through ends the wait for the next try', async () => {
  const server = { up: false };
  const { connection, statuses } = stage(server);
  await connection.connect();
  server.up = true;
  connection.heard();
  await turn();
  expect(statuses).toEqual(['away', 'live']);
});

test.each([
  ['that is in touch', true, false, ['live']],
  ['that rests', false, true, ['away', 'away']],
])('a page %s does not connect again', async (_name, up, rests, seen) => {
  const { connection, statuses } = stage({ up });
  await connection.connect();
  if (rests) connection.rest();
  connection.heard();
  await turn();
  connection.rest();
  expect(statuses.slice(0, seen.length)).toEqual(seen);
  expect(statuses).toHaveLength(seen.length + 1);
});
