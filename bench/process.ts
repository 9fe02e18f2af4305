import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server in a process of its own, with its address and its memory. */
export interface Running {
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from start to the first line that says it listens. */
  readonly readyMs: number;
  /** Resident memory in MB. */
  memoryMb(): number;
  /** Milliseconds of computing so far, of all its threads. */
  cpuMs(): number;
  /** What is really held, after everything else was cleared away; only of a server that runs with a probe. */
  measure(): Promise<Measured>;
  stop(): Promise<void>;
}

/** Of a process whose garbage was collected a moment ago. */
export interface Measured {
  readonly heapMb: number;
  /** Buffers outside the heap. */
  readonly externalMb: number;
  readonly rssMb: number;
  /** Timers, sockets, requests that are under way. */
  readonly resources: number;
}

interface Probed {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly resources: readonly string[];
}

const PROBE = ['--expose-gc', '--import', join(import.meta.dirname, 'memory-probe.js')];

export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
  probe: 'probed' | 'as it is' = 'as it is',
): Promise<Running> {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, probe === 'probed' ? [...PROBE, ...args] : args, {
    // As tests do: a `.env` of this installation is not what is measured.
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'inherit', ...(probe === 'probed' ? (['ipc'] as const) : [])],
  });
  const port = await new Promise<string>((done, fail) => {
    let heard = '';
    child.stdout?.on('data', (data: Buffer) => {
      heard += data.toString();
      const found = ready.exec(heard)?.[1];
      if (found !== undefined) done(found);
    });
    child.once('exit', () => fail(new Error(`the server ended before it listened: ${heard}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    readyMs: Math.round(performance.now() - started),
    memoryMb: () =>
      Math.round(
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0) / 1_024,
      ),
    cpuMs: () => cpuMs(child.pid ?? 0),
    measure: () => measure(child),
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The system counts in hundredths of a second. */
function cpuMs(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function measure(child: ChildProcess): Promise<Measured> {
  const answer = new Promise<Probed>((done) => child.once('message', (told) => done(told as Probed)));
  child.send('measure');
  const { heapUsed, external, rss, resources } = await answer;
  const mb = (bytes: number): number => Math.round((bytes / 2 ** 20) * 10) / 10;
  return { heapMb: mb(heapUsed), externalMb: mb(external), rssMb: mb(rss), resources: resources.length };
}
