import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { serve, type Served } from '../support/serve.js';

let served: Served;
beforeAll(async () => {
  served = await serve({ EMBED_ORIGINS: 'https://www.voorbeeld.be' });
});
afterAll(() => served.stop());

const get = async (path: string) => {
  const response = await fetch(served.origin + path, { redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Directives of a policy by name. */
function directives(policy: string | null): ReadonlyMap<string, string> {
  return new Map(
    (policy ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

const NOBODY = "'none'";
const TEAMS = "'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";
const PAGES = [
  ['/', NOBODY],
  ['/faq', NOBODY],
  ['/faq/dimona', NOBODY],
  ['/begrippen', NOBODY],
  ['/begrippen/prestatiestaat', NOBODY],
  ['/checklists/eerste-werkdag', NOBODY],
  ['/faq/bestaat-niet', NOBODY],
  ['/bestaat-niet', NOBODY],
  ['/healthz/nergens', NOBODY],
  ['/inbed', 'https://www.voorbeeld.be'],
  ['/desk', TEAMS],
  ['/desk/vraag/abc', TEAMS],
] as const;

describe.each(PAGES)('the page %s', (path, ancestors) => {
  test('runs no script or style that is written into it, and is framed only by whom we know', async () => {
    const { headers, text } = await get(path);
    const policy = directives(headers.get('content-security-policy'));
    expect(policy.get('default-src')).toBe("'self'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'self'");
    expect(policy.get('form-action')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe(ancestors);
    expect(policy.get('font-src') ?? "'self'").toBe("'self'");
    // The live line: to the page's own host, and to nobody else's.
    const { host } = new URL(served.origin);
    expect(["'self'", `'self' ws://${host} wss://${host}`]).toContain(policy.get('connect-src'));
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*(?!\.(?:teams\.microsoft\.com|cloud\.microsoft))/);
    expect(text).not.toMatch(
      /<script(?![^>]*(?:\bsrc=|type="application\/ld\+json"))[^>]*>|<style[ >]|\sstyle="|\son[a-z]+="|javascript:/i,
    );
  });

  test('says nothing of what it runs on, and is taken for what it is', async () => {
    const { headers } = await get(path);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    if (ancestors === NOBODY) expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

test.each(['/healthz', '/readyz', '/metrics', '/kennis.json', '/verder.json'])(
  '%s is taken for what it is, and framed by nobody',
  async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(directives(headers.get('content-security-policy')).get('frame-ancestors')).toBe(NOBODY);
  },
);

test('a link to go on that was cut or mistyped gives its reader the Dutch page', async () => {
  const response = await fetch(`${served.origin}/verder/ABC`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Deze pagina bestaat niet');
});

test('a host that is none goes into no policy', async () => {
  const { port } = new URL(served.origin);
  const policy = await new Promise<string>((done, fail) => {
    const asked = request({ port, path: '/', headers: { host: "x; script-src 'unsafe-inline'" } }, (response) => {
      response.resume();
      done(String(response.headers['content-security-policy']));
    });
    asked.once('error', fail).end();
  });
  expect(directives(policy).get('connect-src')).toBe("'self' 'self'");
  expect(policy).not.toContain('unsafe');
});

describe('too much', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(served.origin + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  test.each([
    ['/v3/directline/tokens/generate', 500_000],
    ['/api/messages', 500_000],
    ['/desk/api/login', 200_000],
    ['/push', 20_000],
  ])('a body to %s above its limit is refused before it is read', async (path, size) => {
    const response = await post(path, JSON.stringify({ text: 'x'.repeat(size) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: { code: 'too-large', message: expect.any(String) } });
  });

  test.each(['{"a":', '[', 'null', '"x"', '{"__proto__":{"admin":true}}', '\u0000'])(
    'broken JSON (%j) is a 4xx without a stack',
    async (body) => {
      for (const path of ['/v3/directline/tokens/resume', '/api/messages', '/desk/api/login']) {
        const response = await post(path, body);
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toMatch(/node_modules|SyntaxError|\bat /);
      }
    },
  );

  test('requests of one address are counted, and so are the words in one conversation', async () => {
    const busy = await serve({ REQUESTS_PER_MINUTE: '12', MESSAGES_PER_MINUTE: '3' });
    const ask = (path: string, token = '', body: object = {}) =>
      fetch(busy.origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    const { conversationId, token } = (await (await ask('/v3/directline/tokens/generate')).json()) as Record<
      string,
      string
    >;
    const say = () =>
      ask(`/v3/directline/conversations/${conversationId ?? ''}/activities`, token, { type: 'message', text: 'hallo' });
    const words = [await say(), await say(), await say(), await say()];
    expect(words.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(await words[3]?.json()).toMatchObject({ error: { code: 'too-many' } });
    expect(words[3]?.headers.get('retry-after')).toMatch(/^\d+$/);
    const more = await Promise.all(Array.from({ length: 10 }, () => ask('/v3/directline/tokens/generate')));
    expect(more.map(({ status }) => status)).toContain(429);
    await busy.stop();
  });
});
