import { readdirSync } from 'node:fs';
import { WebSocket } from 'ws';
import { question, webTalk, webTurn } from './mentors.js';
import type { BenchOptions } from './options.js';
import type { Running } from './process.js';
import { helpline } from './servers.js';

interface Sample {
  readonly minute: number;
  readonly turns: number;
  /** Held after a forced collection: heap, and buffers outside it. */
  readonly heapMb: number;
  readonly externalMb: number;
  /** What the operating system gave; goes up and down with the garbage. */
  readonly rssMb: number;
  /** Open files and sockets of the process. */
  readonly handles: number;
  /** Timers, sockets and requests that Node keeps. */
  readonly resources: number;
}

export interface SoakResult {
  readonly rows: readonly Sample[];
  readonly verdict: readonly string[];
}

const MENTORS = 50;
/** A mentor asks so many questions and goes; another comes. */
const TURNS_EACH = 20;
const SAMPLES = 20;
/** What may be held more at the end than after the warming up: one part in twenty, and no less than this. */
const ROOM_MB = 5;
/** Connections that are kept alive end by themselves within a few seconds. */
const REST_MS = 8_000;

/**
 * Ten minutes (`--minutes N`) of mentors who come, ask over an open stream, and go. Before every sample the garbage is
 * collected by force, so that what grows is what is held: memory stays flat, nothing leaks.
 */
export async function benchSoak({ minutes }: BenchOptions): Promise<SoakResult> {
  const [server] = await helpline(1, null, 'probed');
  if (!server) throw new Error('nothing was started');
  try {
    return await soak(server, minutes * 60_000);
  } finally {
    await server.stop();
  }
}

async function soak(server: Running, total: number): Promise<SoakResult> {
  const state = { turns: 0, ends: performance.now() + total };
  const started = performance.now();
  const look = (): Promise<Sample> => sample(server, (performance.now() - started) / 60_000, state.turns);
  const before = await look();
  const mentors = Promise.all(Array.from({ length: MENTORS }, (_, mentor) => mentorsComeAndGo(server, mentor, state)));
  const rows: Sample[] = [];
  for (let n = 1; n <= SAMPLES; n += 1) {
    await until(started + (total * n) / SAMPLES);
    rows.push(await look());
  }
  await mentors;
  await until(performance.now() + REST_MS);
  const after = await look();
  return { rows: [before, ...rows, after], verdict: verdict({ before, rows, after }) };
}

async function sample(server: Running, minute: number, turns: number): Promise<Sample> {
  const handles = readdirSync(`/proc/${String(server.pid)}/fd`).length;
  const { heapMb, externalMb, rssMb, resources } = await server.measure();
  return { minute: Math.round(minute * 100) / 100, turns, heapMb, externalMb, rssMb, handles, resources };
}

async function until(moment: number): Promise<void> {
  await new Promise((soon) => setTimeout(soon, Math.max(0, moment - performance.now())));
}

async function mentorsComeAndGo(
  { origin }: Running,
  mentor: number,
  state: { turns: number; readonly ends: number },
): Promise<void> {
  while (performance.now() < state.ends) {
    const talk = await webTalk(origin);
    const url = `${origin.replace('http', 'ws')}/v3/directline/conversations/${talk.conversationId}/stream?t=${talk.token}`;
    const stream = new WebSocket(url);
    await new Promise((open) => stream.once('open', open));
    for (let n = 0; n < TURNS_EACH && performance.now() < state.ends; n += 1) {
      await webTurn(origin, talk, question(mentor, n));
      state.turns += 1;
      // People type: the machine is busy, not drowned.
      await until(performance.now() + 200);
    }
    stream.close();
  }
}

interface Soaked {
  readonly before: Sample;
  readonly rows: readonly Sample[];
  readonly after: Sample;
}

/** The first quarter warms up; then the middle of the second quarter is held beside that of the last. */
function verdict({ before, rows, after }: Soaked): readonly string[] {
  const quarter = Math.floor(rows.length / 4);
  const [second, last] = [rows.slice(quarter, 2 * quarter), rows.slice(-quarter)];
  const held = ({ heapMb, externalMb }: Sample): number => heapMb + externalMb;
  const [early, late] = [middle(second.map(held)), middle(last.map(held))];
  const turns = middle(last.map((one) => one.turns)) - middle(second.map((one) => one.turns));
  const perTurn = Math.round(((late - early) * 2 ** 20) / Math.max(1, turns));
  const flat = late - early <= Math.max(early / 20, ROOM_MB);
  const leaks = after.handles > before.handles + 5 || after.resources > before.resources + 5;
  return [
    `${flat ? 'FLAT' : 'GROWS'} memory held: ${early.toFixed(1)} MB -> ${late.toFixed(1)} MB over ${String(turns)} turns (${String(perTurn)} bytes a turn); ${String(after.turns)} turns in all`,
    `resident: ${String(Math.min(...rows.map(({ rssMb }) => rssMb)))} to ${String(Math.max(...rows.map(({ rssMb }) => rssMb)))} MB`,
    `${leaks ? 'LEAK' : 'NO LEAK'} handles: ${String(before.handles)} at rest, ${String(after.handles)} after all have gone; resources ${String(before.resources)} and ${String(after.resources)}`,
  ];
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
