import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '../../handlers/desk/coach.js';
import { claim } from '../../handlers/desk/ticket-actions.js';
import { DeskServer, type Visitor } from '../desk/desk-server.js';
import { FILES } from '../support/fake-knowledge.js';
import { LearnStage } from './learn-stage.js';

const DIMONA = 'entries/dimona/dimona-doen.md';
const phrasing = { do: 'add-phrasing', item: 'dimona-doen', phrasing: 'nieuwe woorden voor de aangifte' };
const wish = { change: phrasing, ticket: null, tellAsker: false };

let stage: LearnStage;
let server: DeskServer;
let who: Record<Role, Visitor>;
beforeEach(async () => {
  stage = new LearnStage();
  server = await new DeskServer(stage).start();
  const visitors = { coach: 'An', editor: 'Bo', lead: 'Cleo' } as const;
  const entries = await Promise.all(
    Object.entries(visitors).map(async ([role, name]) => [
      role,
      await server.visitor(await stage.coach(name, role as Role)),
    ]),
  );
  who = Object.fromEntries(entries) as Record<Role, Visitor>;
});
afterEach(() => server.stop());

/** Leaves out what only narrows the type. */
const post = async (visitor: Visitor, path: string, body: unknown = {}) => {
  const answer = await server.call('POST', path, visitor, body);
  return { status: answer.status, body: answer.body as Record<string, unknown>, error: answer.body.error };
};

describe('who may', () => {
  test('a coach proposes and sees what it does; an editor publishes; the list shows it', async () => {
    const made = await post(who.coach, '/knowledge/proposals', wish);
    const { id } = made.body.proposal as { id: string };
    expect((await post(who.coach, `/knowledge/proposals/${id}/approve`)).status).toBe(403);
    const seen = await server.call('GET', `/knowledge/proposals/${id}`, who.editor);
    expect(seen.body).toMatchObject({ mayApprove: 'yes', assessment: { item: 'dimona-doen', problems: [] } });
    expect((await post(who.editor, `/knowledge/proposals/${id}/approve`)).status).toBe(200);
    const item = await server.call('GET', '/knowledge/items/dimona-doen', who.coach);
    expect(item.body).toMatchObject({ phrasings: [phrasing.phrasing], row: { revision: 1 }, waiting: [] });
    const list = await server.call('GET', '/knowledge', who.coach);
    expect(list.body).toMatchObject({ counts: { all: 5, proposals: 0, published: 1 }, setAside: [] });
  });

  test.each<[Role, string, unknown]>([
    ['coach', '/knowledge/items/dimona-doen/reviewed', { reviewBy: '2030-01-01' }],
    ['coach', '/knowledge/items/dimona-doen/roll-back', { revision: 0 }],
    ['coach', '/knowledge/proposals', { ...wish, publish: true }],
    ['editor', '/knowledge/proposals', { ...wish, publish: true }],
  ])('a %s cannot do %s alone', async (role, path, body) => {
    expect((await post(who[role], path, body)).status).toBe(403);
    expect((await server.call('GET', '/knowledge/items/dimona-doen', who.lead)).body).toMatchObject({ revisions: [] });
  });
});

describe('bad input gets a clear word and changes nothing', () => {
  const write = (path: string) => ({ do: 'write', path, text: 'x', before: null });
  test.each([
    ['no change at all', { ticket: null, tellAsker: false }, 400],
    ['a place outside the folder', { ...wish, change: write('entries/dimona/../../../etc/x.md') }, 400],
    ['a theme that is none', { ...wish, change: write('entries/geheim/x.md') }, 400],
    ['a signal', { ...wish, change: write('signals/medical.md') }, 400],
    ['another do', { ...wish, change: { do: 'restore', item: 'dimona-doen', revision: 0 } }, 400],
    ['an item that is none', { ...wish, change: { ...phrasing, item: 'bestaat-niet' } }, 404],
    ['a ticket that is none', { ...wish, ticket: 'bestaat-niet' }, 404],
    ['a new entry over one that exists', { ...wish, change: write(DIMONA) }, 409],
    ['retiring without a reason', { ...wish, change: { do: 'retire', item: 'dimona-doen', reason: ' ' } }, 400],
  ])('%s', async (_what, body, status) => {
    const answer = await post(who.lead, '/knowledge/proposals', body);
    expect([answer.status, typeof answer.error?.message]).toEqual([status, 'string']);
    const { body: left } = await server.call('GET', '/knowledge/proposals', who.lead);
    expect(left).toEqual({ proposals: [] });
  });

  test('a review date in the past', async () => {
    expect((await post(who.lead, '/knowledge/items/dimona-doen/reviewed', { reviewBy: '2020-01-01' })).status).toBe(
      400,
    );
  });
});

describe('learning from a ticket', () => {
  test('starts from the masked question with entries ranked, and a draft; nothing is published by looking', async () => {
    const id = await stage.ask('jan', 'mijn leerling Kevin Janssens is ziek, wie moet dat weten');
    const coaches = await stage.store.query<{ id: string; name: string }>({ kind: 'coach', index: 'email' });
    const an = coaches.find(({ body }) => body.name === 'An')?.body;
    if (!an) throw new Error('no coach');
    await claim(stage.desk, { ...an, email: 'an@voorbeeld.be', role: 'coach', active: true, absence: null }, id);
    const start = await server.call('GET', `/tickets/${id}/learn`, who.coach);
    expect(start.body).toMatchObject({ mayPublish: false, state: null, mayTell: true });
    expect(JSON.stringify(start.body)).not.toContain('Janssens');
    expect(start.body).toMatchObject({ suggestions: [{ id: 'wie-betaalt-ziekte' }, { id: 'ziek-melden' }] });
    const replayed = await post(who.coach, '/knowledge/replay', { change: phrasing, ticket: id });
    expect(replayed.body).toMatchObject({ looked: { own: 1 } });
    expect((await server.call('GET', '/knowledge', who.coach)).body).toMatchObject({ counts: { published: 0 } });
  });

  test('"nagekeken" moves the two dates of the file and nothing else', async () => {
    expect((await post(who.editor, '/knowledge/items/dimona-doen/reviewed', { reviewBy: '2030-01-31' })).status).toBe(
      200,
    );
    const { body } = await server.call('GET', '/knowledge/items/dimona-doen', who.coach);
    expect(body).toMatchObject({
      text: FILES.get(DIMONA)?.replace('review_by: 2027-09-01', 'review_by: 2030-01-31'),
      row: { checked: '2026-11-21', reviewBy: '2030-01-31' },
    });
  });
});
