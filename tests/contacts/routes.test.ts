import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '../../handlers/desk/coach.js';
import { replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import { DeskServer, type Answer, type Visitor } from '../desk/desk-server.js';
import { DeskStage } from '../desk/desk-stage.js';

const stage = new DeskStage();
const desk = new DeskServer(stage);
const visitors = new Map<string, Visitor>();
let ticket = '';
let log = '';
beforeAll(async () => {
  await desk.start();
  for (const role of ROLES) visitors.set(role, await desk.visitor(await stage.coach(role, role)));
  const an = await stage.coach('An');
  ticket = await stage.ask('jan');
  await replyToAsker(stage.desk, an, ticket, { markdown: 'Ja.', then: 'answered', once: 'antwoord-1' });
  log = String((await call('GET', `/tickets/${ticket}/contacts`)).body.id);
});
afterAll(() => desk.stop());

const call = (method: string, path: string, body?: unknown, role = 'coach'): Promise<Answer> =>
  desk.call(method, path, visitors.get(role) ?? null, body);
const note = { kind: 'visit', day: '2026-11-10', minutes: 30, remark: '=SOM(A1)', once: 'bezoek-12345' };

describe('guidance per mentor over HTTP', () => {
  test.each(ROLES)('a %s sees the mentors of this school year', async (role) => {
    const { status, body } = await call('GET', '/contacts', undefined, role);
    expect([status, body]).toMatchObject([200, { year: '2026-2027', mentors: [{ contacts: 1 }] }]);
  });

  test('nothing that names the conversation leaves', async () => {
    expect(JSON.stringify((await call('GET', `/contacts/${log}`)).body)).not.toContain('web:jan');
  });

  test('a moment is noted, named and downloaded, with nothing a spreadsheet would run', async () => {
    expect((await call('POST', `/contacts/${log}/moments`, note)).status).toBe(200);
    expect((await call('PUT', `/contacts/${log}/label`, { label: 'Tuinen Jan' })).status).toBe(200);
    const csv = await fetch(`${desk.origin}/desk/api/contacts/${log}/csv`, {
      headers: { cookie: `mentorlijn_desk=${visitors.get('coach')?.token ?? ''}` },
    });
    expect((await csv.text()).split('\r\n').slice(1, 2)).toEqual([
      `2026-11-10;Bezoek of gesprek ter plaatse;;30;coach;"'=SOM(A1)"`,
    ]);
    const { body } = await call('DELETE', `/contacts/${log}/moments/${note.once}`, {});
    expect(body).toMatchObject({ name: 'Tuinen Jan', contacts: 1 });
  });

  test.each([
    ['GET', '/contacts?year=gisteren', undefined, 400],
    ['GET', '/contacts/weg', undefined, 404],
    ['POST', '/contacts/LOG/moments', { ...note, minutes: -1 }, 400],
    ['POST', '/contacts/LOG/moments', { ...note, kind: 'answer' }, 400],
    ['POST', '/tickets/TICKET/contacts', { ...note, day: '2099-01-01' }, 400],
    ['DELETE', '/contacts/LOG/moments/weg', {}, 404],
  ] as const)('%s with a mistake is refused (%#)', async (method, path, body, status) => {
    expect((await call(method, path.replace('LOG', log).replace('TICKET', ticket), body)).status).toBe(status);
  });

  test('who is not signed in gets nothing', async () => {
    for (const path of ['/contacts', '/contacts/csv', `/contacts/${log}`, `/tickets/${ticket}/contacts`])
      expect((await desk.call('GET', path, null)).status).toBe(401);
  });
});
