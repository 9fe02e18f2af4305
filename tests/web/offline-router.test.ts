import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { offlineRouter } from '../../handlers/http/offline/offline-router.js';
import type { Kennis } from '../../handlers/kennis.js';
import type { Library } from '../../knowledge/library.js';
import type { Model } from '../../knowledge/match/model.js';
import type { PocketModels } from '../../knowledge/model-cache.js';
import type { SignalModel } from '../../knowledge/signal-training.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { serve as serveHelpline } from '../support/serve.js';

let server: Server | null = null;
afterEach(() => {
  server?.close();
});

/** The router over real HTTP, with a clock and a library the test can turn. */
async function serve(models: readonly PocketModels[]) {
  const state = { now: new Date('2026-11-21T09:00:00Z'), library: fakeKnowledge().current().library, asked: 0 };
  const knowledge = { current: () => ({ ...fakeKnowledge().current(), library: state.library }) };
  const pocketModels = (): Promise<PocketModels> =>
    Promise.resolve(models[Math.min(state.asked++, models.length - 1)] ?? NONE);
  const app = express().use(offlineRouter({ knowledge, clock: { now: () => state.now }, pocketModels }));
  server = createServer(app);
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/kennis.json`;
  return { state, get: (headers: Readonly<Record<string, string>> = {}) => fetch(url, { headers }) };
}
const NONE: PocketModels = { matcher: null, signals: null };
const BOTH: PocketModels = {
  matcher: { format: 4 } as unknown as Model,
  signals: { format: 2 } as unknown as SignalModel,
};

describe('/kennis.json', () => {
  test('is one file with everything a phone needs, dated', async () => {
    const { get } = await serve([BOTH]);
    const answer = await get();
    const kennis = (await answer.json()) as Kennis;
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(kennis).toMatchObject({
      v: 1,
      date: '2026-11-21',
      model: { format: 4 },
      signalModel: { format: 2 },
      thresholds: { answer: expect.any(Number) },
    });
    expect(kennis.items.find(({ id }) => id === 'dimona-doen')).toMatchObject({
      html: '<p>Ja, voor hij begint.</p>\n',
      path: '/faq/dimona-doen',
      helpers: ['Sociaal secretariaat'],
    });
    expect(JSON.stringify(kennis)).not.toContain('Bel meteen.');
  });

  test('goes plain to who reads no gzip, and each is told apart in between', async () => {
    const { get } = await serve([BOTH]);
    const zipped = await get();
    const text = await get({ 'accept-encoding': 'identity' });
    expect([zipped.headers.get('content-encoding'), text.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect([zipped.headers.get('vary'), text.headers.get('vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
    expect(await text.json()).toEqual(await zipped.json());
    const etag = text.headers.get('etag') ?? '';
    expect(etag).toBe(`W/${zipped.headers.get('etag') ?? ''}`);
    for (const encoding of ['gzip', 'gzip;q=0', 'br'])
      expect((await get({ 'accept-encoding': encoding, 'if-none-match': etag })).status).toBe(304);
    expect((await get({ 'accept-encoding': 'gzip;q=0, br' })).headers.get('content-encoding')).toBeNull();
  });

  test('is made once per version, however many ask, and not sent again to who has it', async () => {
    const { state, get } = await serve([BOTH]);
    const [first, second] = await Promise.all([get(), get()]);
    expect(state.asked).toBe(1);
    const etag = first.headers.get('etag') ?? '';
    expect(second.headers.get('etag')).toBe(etag);
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    state.library = { ...state.library, version: 'anders' } satisfies Library;
    expect((await get({ 'if-none-match': etag })).status).toBe(200);
    expect(state.asked).toBe(2);
  });

  test('goes without a matcher while that is trained, and gets it later', async () => {
    const { state, get } = await serve([NONE, { ...BOTH, signals: null }, BOTH]);
    expect(((await (await get()).json()) as Kennis).model).toBeNull();
    state.now = new Date('2026-11-21T09:02:00Z');
    expect(((await (await get()).json()) as Kennis).model).not.toBeNull();
    state.now = new Date('2026-11-21T09:04:00Z');
    expect(((await (await get()).json()) as Kennis).signalModel).not.toBeNull();
  });

  test('is there in a whole helpline, also before anything is trained', async () => {
    const helpline = await serveHelpline();
    const answer = await fetch(`${helpline.origin}/kennis.json`);
    const kennis = (await answer.json()) as Kennis;
    await helpline.stop();
    expect(answer.headers.get('etag')).toMatch(/-words"$/);
    expect(kennis.signals.map(({ kind }) => kind)).toEqual(['medical']);
  });
});
