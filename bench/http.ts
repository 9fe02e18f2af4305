import { load, type LoadResult } from './load.js';
import { fakeConnector, question, teamsTurn, webTalk, webTurn, type WebTalk } from './mentors.js';
import type { BenchOptions } from './options.js';
import type { Running } from './process.js';
import { ownRedis } from './redis.js';
import { echoBot, floorBot, helpline } from './servers.js';

export interface HttpRow extends LoadResult {
  readonly what: string;
  readonly mentors: number;
  /** Resident memory of all its processes before and after the load. */
  readonly restMb: number;
  readonly loadMb: number;
  /** Computing time of all its processes for one turn: tells more than turns per second on a machine that is shared. */
  readonly cpuMs: number;
}

export interface HttpResult {
  readonly rows: readonly HttpRow[];
  readonly readyMs: number;
  readonly ratio: number;
  readonly verdict: readonly string[];
}

const MENTORS = [50, 500];
const TURNS = 3_000;
const QUICK_TURNS = 200;
/** What a turn that reads a message, and one that also keeps it, must cost with this matcher and this store. */
const FLOOR = [
  ['reads', 'floor: echo bot that detects and matches, /api/messages'],
  ['keeps', 'floor: the same, one sealed record on disk first, /api/messages'],
] as const;

/** Turns through HTTP beside a bare botbuilder echo bot, on the same machine in the same run. `--quick`: a few seconds. */
export async function benchHttp({ quick }: BenchOptions): Promise<HttpResult> {
  const turns = quick ? QUICK_TURNS : TURNS;
  const connector = await fakeConnector();
  const redis = await ownRedis();
  const rows: HttpRow[] = [];
  const teams = async (what: string, servers: readonly Running[]): Promise<void> => {
    rows.push(
      ...(await measure(what, servers, turns, (origin, mentor, n) =>
        teamsTurn(origin, connector.url, mentor, question(mentor, n)),
      )),
    );
  };
  const echo = await echoBot();
  await teams('bare echo bot, /api/messages', [echo]);
  await echo.stop();
  // The first start may train; the second shows how long a start takes.
  await stopAll(await helpline(1, null));
  for (const [level, what] of FLOOR) {
    const floor = await floorBot(level);
    await teams(what, [floor]);
    await floor.stop();
  }
  let readyMs = 0;
  for (const [processes, url] of [
    [1, null],
    [1, redis?.url],
    [4, redis?.url],
  ] as const) {
    if (url === undefined) continue;
    const servers = await helpline(processes, url);
    if (url === null) readyMs = servers[0]?.readyMs ?? 0;
    const name = `Mentorlijn, ${url === null ? 'SQLite' : 'Redis'} × ${String(processes)}`;
    await teams(`${name}, /api/messages`, servers);
    rows.push(...(await directLine(`${name}, Direct Line`, servers, turns)));
    await stopAll(servers);
  }
  await redis?.stop();
  connector.stop();
  const rate = (what: string): number => rows.find((row) => row.what === what && row.mentors === 50)?.perSecond ?? 0;
  const echoRate = rate('bare echo bot, /api/messages');
  const ratio = rate('Mentorlijn, SQLite × 1, /api/messages') / echoRate;
  const floors = FLOOR.map(([, what]) => `        ${what}: ${(rate(what) / echoRate).toFixed(2)} × the echo bot`);
  return {
    rows,
    readyMs,
    ratio: Math.round(ratio * 100) / 100,
    verdict: [...floors, ...verdict(rows, readyMs, ratio, redis !== null)],
  };
}

/** The bars of the design, each said as met or not. Memory at rest: `bench -- start`. */
function verdict(rows: readonly HttpRow[], readyMs: number, ratio: number, withRedis: boolean): readonly string[] {
  const single = rows.filter(({ what }) => what.includes('× 1'));
  const most = Math.max(...single.map(({ loadMb }) => loadMb));
  const bar = (holds: boolean, text: string): string => `${holds ? 'met   ' : 'NOT MET'} ${text}`;
  return [
    bar(ratio >= 0.7, `turns per second ≥ 0.7 × the echo bot: ${ratio.toFixed(2)}`),
    bar(readyMs <= 2_000, `start to ready ≤ 2 s: ${String(readyMs)} ms`),
    bar(most <= 200, `memory under load ≤ 200 MB: ${String(most)} MB`),
    ...(withRedis ? [] : ['SKIPPED Redis: there is no redis-server on this machine']),
  ];
}

async function measure(
  what: string,
  servers: readonly Running[],
  turns: number,
  turn: (origin: string, mentor: number, n: number) => Promise<void>,
): Promise<readonly HttpRow[]> {
  const memory = (): number => servers.reduce((sum, server) => sum + server.memoryMb(), 0);
  const computed = (): number => servers.reduce((sum, server) => sum + server.cpuMs(), 0);
  const at = (mentor: number, n: number): string => servers[(mentor + n) % servers.length]?.origin ?? '';
  const rows: HttpRow[] = [];
  for (const mentors of MENTORS) {
    const restMb = memory();
    await load(10, 10, (mentor, n) => turn(at(mentor, n), mentor, n));
    const before = computed();
    const result = await load(mentors, Math.max(1, Math.ceil(turns / mentors)), (mentor, n) =>
      turn(at(mentor, n), mentor, n),
    );
    const cpuMs = Math.round(((computed() - before) / result.turns) * 100) / 100;
    rows.push({ what, mentors, ...result, restMb, loadMb: memory(), cpuMs });
    process.stderr.write(`${what}, ${String(mentors)} mentors: ${String(result.perSecond)} turns/s\n`);
  }
  return rows;
}

async function directLine(what: string, servers: readonly Running[], turns: number): Promise<readonly HttpRow[]> {
  const talks: WebTalk[] = [];
  for (let n = 0; n < Math.max(...MENTORS); n += 1)
    talks.push(await webTalk(servers[n % servers.length]?.origin ?? ''));
  return measure(what, servers, turns, async (origin, mentor, n) => {
    const talk = talks[mentor];
    if (talk) await webTurn(origin, talk, question(mentor, n));
  });
}

async function stopAll(servers: readonly Running[]): Promise<void> {
  for (const server of servers) await server.stop();
}
