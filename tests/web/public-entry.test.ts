import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { publicNotFound } from '../../handlers/http/public-pages/not-found.js';
import { buildLibrary } from '../../knowledge/load-library.js';
import { fakeKnowledge, FILES } from '../support/fake-knowledge.js';
import { servePages, type ServedPages } from './public-site.js';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let pages: ServedPages;
/** Small library, with what the real one hopefully never has. */
const NASTY = new Map([
  ...FILES,
  [
    'organisations.yaml',
    'sociaal-secretariaat: { name: Sociaal secretariaat, does: lonen, website: voorbeeld.be, phone: 02 235 53 00, certainty: bevestigd }\n',
  ],
  [
    'entries/ziekte/eng.md',
    `---\nquestion: Mag <script>alert(1)</script> & "zo"?\ntheme: ziekte\nphase: [tijdens]\nmonths: [11]\nfactors: [extern-wetgevend]\nhelpers: [sociaal-secretariaat]\nsources: [{ doc: eindrapport, ref: q47 }, { doc: officieel, ref: x, url: "https://voorbeeld.be/wet" }]\nkeywords: [eng]\ncertainty: te-controleren\nchecked: 2026-01-02\nreview_by: 2026-11-01\nrelated: [prestatiestaat]\n---\nNee, <b>nooit</b>.\n`,
  ],
]);
const text = async (path: string): Promise<string> => (await pages.get(path, HTML)).text();

beforeAll(async () => {
  const { library } = buildLibrary(NASTY);
  if (!library) throw new Error('the library of this test is broken');
  const now = { ...fakeKnowledge().current(), library };
  pages = await servePages({ current: () => now });
});
afterAll(() => pages.stop());

describe('the page of a question', () => {
  test('sets the variants side by side and says who each is for', async () => {
    const page = await text('/faq/wie-betaalt-ziekte');
    expect(page).toMatch(/<h3>Bij een OAO<\/h3>\s*<p>Bij een OAO betaal jij de eerste week\.<\/p>/);
    expect(page).toMatch(/<h3>Bij een SAO<\/h3>\s*<p>Bij een SAO betaal je niets\.<\/p>/);
    expect(page).toContain('Vraag het attest.');
  });

  test('says who helps, with a number to tap and a website', async () => {
    const page = await text('/faq/eng');
    expect(page).toContain('href="tel:022355300">Bel 02 235 53 00</a');
    expect(page).toContain('href="https://voorbeeld.be"');
  });

  test('names its sources, its last check and how sure it is', async () => {
    const page = await text('/faq/eng');
    expect(page).toContain('Eindrapport 2018, vraag 47: <q>Ziekte</q>');
    expect(page).toContain('href="https://voorbeeld.be/wet"');
    expect(page).toContain('Nagekeken op <time datetime="2026-01-02">2 januari 2026</time>');
    expect(page).toContain('Nog niet zeker: laat dit bevestigen');
    expect(page).toContain('Let op: dit antwoord is aan nazicht toe.');
  });

  test('shows what someone wrote, never runs it', async () => {
    const page = await text('/faq/eng');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<b>nooit</b>');
    expect(page).toContain('Mag &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;zo&quot;?');
  });

  test('leads to what hangs together and to the chat', async () => {
    const page = await text('/faq/eng');
    expect(page).toMatch(/href="\/begrippen\/prestatiestaat"/);
    expect(page).toMatch(/<a class="ask" href="\/">Stel je vraag<\/a/);
  });
});

describe('search', () => {
  test('works as a form, ranked by the matcher', async () => {
    const response = await pages.get('/faq?q=moet+ik+dimona+doen', HTML);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain('1 antwoord gevonden');
    expect(page).toContain('href="/faq/dimona-doen"');
    expect(page).toContain('value="moet ik dimona doen"');
  });

  test('what is typed comes back escaped', async () => {
    const page = await text(`/faq?q=${encodeURIComponent('"><script>zzz</script>')}`);
    expect(page).not.toContain('<script>zzz');
    expect(page).toContain('Niets gevonden');
  });

  test('half a word already finds its heading', async () => {
    const answer = (await (await pages.get('/faq/zoek.json?q=presta')).json()) as {
      results: readonly { path: string }[];
    };
    expect(answer.results.map(({ path }) => path)).toEqual(['/begrippen/prestatiestaat']);
  });

  test('danger comes before answers', async () => {
    expect(await text('/faq?q=hij+bloedt')).toContain('Dringend? Doe eerst dit');
    expect(await (await pages.get('/faq/zoek.json?q=hij+bloedt')).json()).toMatchObject({ urgent: ['Bel 112.'] });
  });

  test.each(['', '?q=', '?q=a&q=b', '?q[x]=1'])('an odd query %s is an empty one', async (query) => {
    expect(await (await pages.get(`/faq/zoek.json${query}`)).json()).toEqual({ query: '', urgent: null, results: [] });
    expect((await pages.get(`/faq${query}`)).status).toBe(200);
  });
});

describe('addresses', () => {
  test('what is not there gets a Dutch page with search and a guess', async () => {
    const response = await pages.get('/faq/dimona-weg', HTML);
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain('Deze pagina bestaat niet');
    expect(page).toContain('role="search"');
    expect(page).toContain('href="/faq/dimona-doen"');
    for (const path of ['/faq/thema/onzin', '/begrippen/x/y', '/checklists/%ff', '/faq/__proto__'])
      expect([path, (await pages.get(path, HTML)).status]).toEqual([path, path.includes('%') ? 400 : 404]);
  });

  test('an item under the wrong heading is sent to its own address', async () => {
    const response = await pages.get('/faq/prestatiestaat');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/begrippen/prestatiestaat']);
  });

  test('a page that did not change is not sent again', async () => {
    const first = await pages.get('/faq/dimona-doen');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect((await pages.get('/faq/dimona-doen', { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(
      304,
    );
    expect(
      (await pages.get('/faq/dimona-doen', { 'if-none-match': '"ander"', 'cache-control': 'max-age=0' })).status,
    ).toBe(200);
  });

  test('style sheet, script and icon may be kept for ever', async () => {
    const page = await text('/faq');
    const addresses = [...page.matchAll(/(?:href|src)="(\/public\/[^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const response = await pages.get(address);
      expect([response.status, response.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('at the end of the server a browser gets the page, a machine goes on to the JSON error', async () => {
    const { library } = buildLibrary(NASTY);
    const knowledge = { current: () => ({ ...fakeKnowledge().current(), library: library! }) };
    const app = express();
    app.use(publicNotFound({ knowledge, clock: { now: () => new Date() }, publicUrl: 'x', assetsFolder: '/nergens' }));
    app.use((_request, response) => response.status(404).json({ error: {} }));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const kindOf = async (path: string, accept: string): Promise<string | null> => {
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, { headers: { accept } });
      return `${String(response.status)} ${response.headers.get('content-type')?.split(';')[0] ?? ''}`;
    };
    expect(await kindOf('/onzin', HTML.accept)).toBe('404 text/html');
    expect(await kindOf('/onzin', '*/*')).toBe('404 application/json');
    expect(await kindOf('/v3/directline/onzin', HTML.accept)).toBe('404 application/json');
    server.close();
  });

  test('this month stands on the front page', async () => {
    expect(await text('/faq')).toContain('Nu, in november');
  });
});
