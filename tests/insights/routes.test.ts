import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '../../handlers/desk/coach.js';
import { TABLES } from '../../handlers/insights/views.js';
import { DeskServer, type Visitor } from '../desk/desk-server.js';
import { DeskStage } from '../desk/desk-stage.js';

const stage = new DeskStage();
const desk = new DeskServer(stage);
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  await desk.start();
  for (const role of ROLES) visitors.set(role, await desk.visitor(await stage.coach(role, role)));
  await stage.say('moet ik dimona doen');
});
afterAll(() => desk.stop());

const get = (path: string, role: string) =>
  fetch(`${desk.origin}/desk/api${path}`, {
    headers: { cookie: `mentorlijn_desk=${visitors.get(role)?.token ?? ''}` },
  });

describe('Inzichten over HTTP', () => {
  test.each(ROLES)('a %s sees the figures', async (role) => {
    const { status, body } = await desk.call('GET', '/insights', visitors.get(role) ?? null);
    expect([status, (body as unknown as { figures: { questions: number } }).figures.questions]).toEqual([200, 1]);
  });

  test('who is not signed in sees nothing', async () => {
    expect((await desk.call('GET', '/insights', null)).status).toBe(401);
    expect((await desk.call('GET', '/insights/csv/themas', null)).status).toBe(401);
  });

  test.each(TABLES)('the table "%s" is a file', async (name) => {
    const response = await get(`/insights/csv/${name}?kind=month`, 'coach');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="mentorlijn-${name}-2026-11-01-2026-11-30.csv"`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')[0]).toMatch(/;/);
  });

  test.each([
    ['/insights?kind=eeuw', 400],
    ['/insights?kind=free', 400],
    ['/insights?kind=free&from=2026-11-02&to=2026-11-01', 400],
    ['/insights?day=gisteren', 400],
    ['/insights/csv/geheim', 404],
  ])('%s is refused with %d', async (path, status) => {
    expect((await desk.call('GET', path, visitors.get('coach') ?? null)).status).toBe(status);
  });
});
