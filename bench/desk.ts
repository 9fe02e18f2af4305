import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '../bot/assemble.js';
import { parseConfig } from '../bot/config.js';
import { openSession } from '../handlers/desk/sessions.js';
import { newRecord, putNewCoach } from '../handlers/desk/accounts.js';
import { EventIndex } from '../handlers/insights/event-index.js';
import { readInsights } from '../handlers/insights/read-insights.js';
import { scryptPasswords } from '../handlers/desk/password.js';
import { loadLibrary } from '../knowledge/load-library.js';
import { percentile } from '../tests/ranking/measures.js';
import { seedYear } from '../tests/support/seed-year.js';

const root = join(import.meta.dirname, '..');
const TICKETS = 10_000;
/** With the lines of the tickets this makes some 100,000 events. */
const QUESTIONS = 43_000;
const TIMES = 20;

export interface DeskRow {
  readonly what: string;
  readonly firstMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly bar: string;
}

/** The desk's API over real HTTP with 10,000 tickets and 100,000 events in the embedded store. */
export async function benchDesk(): Promise<readonly DeskRow[]> {
  const data = mkdtempSync(join(tmpdir(), 'ml-bench-desk-'));
  const parsed = parseConfig({
    PORT: '0',
    DATA_DIR: data,
    CACHE_DIR: join(root, '.cache'),
    KNOWLEDGE_DIR: join(root, 'knowledge'),
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
  });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const app = await assemble(parsed.config);
  try {
    const { library } = await loadLibrary(join(root, 'knowledge'));
    if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
    const events = await seedYear(app.deps.store, library, { questions: QUESTIONS, tickets: TICKETS, now: new Date() });
    process.stdout.write(`${String(TICKETS)} tickets, ${String(events)} events\n\n`);
    await new Promise<void>((done) => app.server.listen(0, '127.0.0.1', done));
    const get = await signedIn(app.deps, `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`);
    return [
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
    rmSync(data, { recursive: true, force: true });
  }
}

/** What another process does at its first look: it starts from what was kept. */
async function startedAnew(deps: Awaited<ReturnType<typeof assemble>>['deps']): Promise<void> {
  await readInsights({ ...deps, events: new EventIndex(deps) }, { kind: 'school-year' });
}

async function signedIn(deps: Awaited<ReturnType<typeof assemble>>['deps'], origin: string) {
  const desk = { ...deps, passwords: scryptPasswords(16) };
  const coach = await newRecord(
    desk,
    { name: 'Meting', email: 'meting@voorbeeld.be', password: 'een lange zin vol gras' },
    'lead',
  );
  await deps.store.commit({ puts: putNewCoach(coach) });
  const { token } = await openSession(desk, coach.id, 'meting');
  return async (path: string): Promise<void> => {
    const response = await fetch(`${origin}/desk/api${path}`, { headers: { cookie: `mentorlijn_desk=${token}` } });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    await response.arrayBuffer();
  };
}

async function measure(what: string, bar: string, run: () => Promise<void>): Promise<DeskRow> {
  const times: number[] = [];
  for (let at = 0; at <= TIMES; at += 1) {
    const begin = performance.now();
    await run();
    times.push(performance.now() - begin);
  }
  const [firstMs = 0, ...later] = times;
  return { what, firstMs, medianMs: percentile(later, 0.5), p99Ms: percentile(later, 0.99), bar };
}
