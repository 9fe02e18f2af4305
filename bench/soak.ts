import { readdirSync } from 'node:fs';
import { WebSocket } from 'ws';
import { question, webTalk, webTurn } from './mentors.js';
import { helpline } from './servers.js';

interface Sample {
  readonly minute: number;
  readonly turns: number;
  readonly memoryMb: number;
  /** Open files and sockets of the process. */
  readonly handles: number;
}

export interface SoakResult {
  readonly rows: readonly Sample[];
  readonly verdict: readonly string[];
}

const MENTORS = 50;
/** A mentor asks so many questions and goes; another comes. */
const TURNS_EACH = 20;
const SAMPLES = 20;

/** Ten minutes (`--minutes N`) of mentors who come, ask over an open stream, and go: memory stays flat, nothing leaks. */
export async function benchSoak(options: readonly string[] = []): Promise<SoakResult> {
  const minutes = Number(options[options.indexOf('--minutes') + 1] ?? 10);
  const total = (options.includes('--minutes') && minutes > 0 ? minutes : 10) * 60_000;
  const [server] = await helpline(1, null);
  if (!server) throw new Error('nothing was started');
  const handles = (): number => readdirSync(`/proc/${String(server.pid)}/fd`).length;
  const before = handles();
  const started = performance.now();
  const state = { turns: 0, ends: started + total };
  const rows: Sample[] = [];
  const sampler = setInterval(() => {
    const minute = Math.round((performance.now() - started) / 600) / 100;
    rows.push({ minute, turns: state.turns, memoryMb: server.memoryMb(), handles: handles() });
  }, total / SAMPLES);
  await Promise.all(Array.from({ length: MENTORS }, (_, mentor) => mentorsComeAndGo(server.origin, mentor, state)));
  clearInterval(sampler);
  // Connections that are kept alive end by themselves within a few seconds.
  await new Promise((soon) => setTimeout(soon, 8_000));
  const after = handles();
  await server.stop();
  return { rows, verdict: verdict(rows, before, after) };
}

async function mentorsComeAndGo(
  origin: string,
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
      await new Promise((soon) => setTimeout(soon, 200));
    }
    stream.close();
  }
}

/** The first quarter warms up; then the middle of the second quarter is held beside that of the last. */
function verdict(rows: readonly Sample[], before: number, after: number): readonly string[] {
  const quarter = Math.floor(rows.length / 4);
  const middle = (part: readonly Sample[]): number =>
    [...part].map(({ memoryMb }) => memoryMb).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  const early = middle(rows.slice(quarter, 2 * quarter));
  const late = middle(rows.slice(-quarter));
  const flat = late <= Math.max(early * 1.1, early + 15);
  return [
    `${flat ? 'FLAT' : 'GROWS'} memory: ${String(early)} MB -> ${String(late)} MB over ${String(rows.at(-1)?.turns ?? 0)} turns`,
    `${after <= before + 5 ? 'NO LEAK' : 'LEAK'} handles: ${String(before)} at rest, ${String(after)} after all have gone`,
  ];
}
