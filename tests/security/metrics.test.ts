import { expect, test } from '@jest/globals';
import { networkInterfaces } from 'node:os';
import { serve } from '../support/serve.js';

const TOKEN = 'm'.repeat(40);

async function read(origin: string, headers: Record<string, string> = {}): Promise<readonly [number, string]> {
  const answer = await fetch(`${origin}/metrics`, { headers });
  return [answer.status, await answer.text()];
}

test('without a token the figures are for this machine, not for what a proxy on it passes on', async () => {
  const served = await serve();
  const [status, text] = await read(served.origin);
  expect([status, text]).toEqual([200, expect.stringContaining('mentorlijn_turns_total')]);
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host'])
    expect(await read(served.origin, { [header]: '127.0.0.1' })).toEqual([
      403,
      JSON.stringify({
        error: { code: 'not-allowed', message: 'the figures are for this machine only: set METRICS_TOKEN' },
      }),
    ]);
  await served.stop();
});

test('with a token nobody reads them without it, whatever way he comes', async () => {
  const served = await serve({ METRICS_TOKEN: TOKEN });
  for (const headers of [{}, { authorization: `Bearer ${'n'.repeat(40)}` }, { authorization: TOKEN }])
    expect((await read(served.origin, headers as Record<string, string>))[0]).toBe(401);
  const passed = await read(served.origin, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.7' });
  expect(passed).toEqual([200, expect.stringContaining('mentorlijn_turns_total')]);
  await served.stop();
});

test('another machine is refused', async () => {
  const served = await serve();
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  // A machine without network has no other address to come from: then its own must do.
  const { server } = served.app;
  await new Promise<void>((done) => server.close(() => done()));
  await new Promise<void>((done) => server.listen(0, own ?? '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const [status] = await read(`http://${own ?? '127.0.0.1'}:${String(port)}`);
  expect(status).toBe(own === undefined ? 200 : 403);
  await served.stop();
});
