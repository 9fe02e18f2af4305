import { Worker } from 'node:worker_threads';

const LOOK_MS = 250;

/**
 * Looks from a thread of its own: training leaves no moment in between to hear that the channel closed. Its own code as
 * text, so that it needs no file of the build. A killed process leaves nothing half: files are written beside and renamed.
 */
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
}, workerData.everyMs);
`;

/** A process of ours beside the server (see forkScript) ends when the server is gone, however that went, and whatever it is doing. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(GONE));
  const parent = Number(process.argv[2]);
  // Started by hand there is no parent to follow.
  if (!Number.isInteger(parent)) return;
  new Worker(WATCH, { eval: true, workerData: { parent, everyMs: LOOK_MS }, execArgv: [] }).unref();
}

/** Exit code: whoever asked is not there any more. */
const GONE = 3;
