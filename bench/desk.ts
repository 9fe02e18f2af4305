import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../bot/assemble.js';
import { parseConfig, type Config } from '../bot/config.js';
import { openSession } from '../handlers/desk/sessions.js';
import { newRecord, putNewCoach } from '../handlers/desk/accounts.js';
import { EventIndex } from '../handlers/insights/event-index.js';
import { readInsights } from '../handlers/insights/read-insights.js';
import { scryptPasswords } from '../handlers/desk/password.js';
import { loadLibrary } from '../knowledge/load-library.js';
import type { Log } from '../handlers/ports.js';
import { seedYear } from '../tests/support/seed-year.js';
import { benchBrowser } from './desk-browser.js';
import { toRow, type DeskRow } from './desk-rows.js';

const root = join(import.meta.dirname, '..');
const TICKETS = 10_000;
/** With the lines of the tickets this makes some 100,000 events. */
const QUESTIONS = 43_000;
const TIMES = 20;

/** The desk with 10,000 tickets and 100,000 events in the embedded store: its API over real HTTP, and itself in Chromium. */
export async function benchDesk(): Promise<readonly DeskRow[]> {
  const data = mkdtempSync(join(tmpdir(), 'ml-bench-desk-'));
  try {
    const seeding = await assemble(settings(data));
    const { library } = await loadLibrary(join(root, 'knowledge'));
    if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
    const events = await seedYear(seeding.deps.store, library, {
      questions: QUESTIONS,
      tickets: TICKETS,
      now: new Date(),
    });
    await seeding.stop();
    process.stdout.write(`${String(TICKETS)} tickets, ${String(events)} events\n\n`);
    return await afterStart(data);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** A morning: the server was started anew over everything that is kept. */
async function afterStart(data: string): Promise<readonly DeskRow[]> {
  const warmed = hearOf('desk-warm');
  const app = await assemble(settings(data), { log: warmed.log });
  try {
    const listening = performance.now();
    await new Promise<void>((done) => app.server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
    const token = await signedIn(app.deps);
    const get = (path: string) => fetchAs(token, `${origin}/desk/api${path}`);
    const cold = await measure(
      'Inzichten while the desk is still warming up',
      '2 s',
      () => get('/insights?kind=school-year'),
      1,
    );
    await warmed.heard;
    const warm = toRow('everything read for searching and counting, after listening', '', [
      performance.now() - listening,
    ]);
    return [
      warm,
      cold,
      ...(await benchBrowser(origin, token)),
      await measure('queue: new', '200 ms', () => get('/queue?view=new')),
      await measure('queue: closed', '200 ms', () => get('/queue?view=closed')),
      await measure('queue: open, one theme', '200 ms', () => get('/queue?view=open&theme=veiligheid')),
      await measure('search: minigraver', '200 ms', () => get('/search?q=minigraver')),
      await measure('search: 1500', '200 ms', () => get('/search?q=1500')),
      await measure('Inzichten: school year', '2 s', () => get('/insights?kind=school-year')),
      await measure('Inzichten: month', '2 s', () => get('/insights?kind=month')),
      await measure('Inzichten in a process that just started', '2 s', () => startedAnew(app.deps)),
    ];
  } finally {
    await app.stop();
  }
}

function settings(data: string): Config {
  const parsed = parseConfig({
    PORT: '0',
    DATA_DIR: data,
    CACHE_DIR: join(root, '.cache'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
  });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

/** A log that only waits for one line. */
function hearOf(event: string): { readonly log: Log; readonly heard: Promise<void> } {
  let tell = (): void => undefined;
  const heard = new Promise<void>((done) => (tell = done));
  const listen = (said: string): void => {
    if (said === event) tell();
  };
  return { log: { info: listen, warn: listen, error: listen }, heard };
}

/** What another process does at its first look: it starts from what was kept. */
async function startedAnew(deps: Deps): Promise<void> {
  await readInsights({ ...deps, events: new EventIndex(deps) }, { kind: 'school-year' });
}

type Deps = Awaited<ReturnType<typeof assemble>>['deps'];

async function signedIn(deps: Deps): Promise<string> {
  const desk = { ...deps, passwords: scryptPasswords(16) };
  const coach = await newRecord(
    desk,
    { name: 'Meting', email: 'meting@voorbeeld.be', password: 'een lange zin vol gras' },
    'lead',
  );
  await deps.store.commit({ puts: putNewCoach(coach) });
  return (await openSession(desk, coach.id, 'meting')).token;
}

async function fetchAs(token: string, address: string): Promise<void> {
  const response = await fetch(address, { headers: { cookie: `mentorlijn_desk=${token}` } });
  if (!response.ok) throw new Error(`${address}: ${String(response.status)} ${await response.text()}`);
  await response.arrayBuffer();
}

async function measure(what: string, bar: string, run: () => Promise<void>, times = TIMES): Promise<DeskRow> {
  const taken: number[] = [];
  for (let at = 0; at <= times; at += 1) {
    const begin = performance.now();
    await run();
    taken.push(performance.now() - begin);
  }
  return toRow(what, bar, taken);
}
