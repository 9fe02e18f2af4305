import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server in a process of its own, with its address and its memory. */
export interface Running {
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from start to the first line that says it listens. */
  readonly readyMs: number;
  /** Resident memory in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Running> {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
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
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}
