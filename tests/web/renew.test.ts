import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { renewed, type KeptAnswers } from '../../web/mentor/offline/renew.js';

const URL = 'https://mentorlijn.example/kennis.json';
const real = globalThis.fetch;
let asked: (string | null)[];
let kept: Map<string, Response>;
let now: { readonly etag: string; readonly body: string; readonly status?: number };

const cache = (): KeptAnswers => ({
  match: (url) => Promise.resolve(kept.get(url)?.clone()),
  put: (url, answer) => Promise.resolve(void kept.set(url, answer)),
});

beforeEach(() => {
  asked = [];
  kept = new Map();
  now = { etag: '"a-full"', body: 'one' };
  globalThis.fetch = (_: unknown, init?: RequestInit) => {
    const mark = new Headers(init?.headers).get('if-none-match');
    asked.push(mark);
    if (mark === now.etag) return Promise.resolve(new Response(null, { status: 304 }));
    return Promise.resolve(new Response(now.body, { status: now.status ?? 200, headers: { etag: now.etag } }));
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

const look = async (): Promise<string> => (await renewed(cache(), URL)).text();

test('what a phone carries comes again only when it is another', async () => {
  expect([await look(), await look()]).toEqual(['one', 'one']);
  now = { etag: '"b-full"', body: 'two' };
  expect([await look(), await look()]).toEqual(['two', 'two']);
  expect(asked).toEqual([null, '"a-full"', '"a-full"', '"b-full"']);
});

test('a server in trouble takes nothing away', async () => {
  await look();
  now = { etag: '"c"', body: 'trouble', status: 503 };
  await look();
  expect(await kept.get(URL)?.clone().text()).toBe('one');
});
