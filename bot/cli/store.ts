import { readConfig } from '../config.js';
import { createLog } from '../log.js';
import { StartRefused } from '../state/start-refused.js';
import { runStore } from './store-commands.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const parsed = readConfig();
if (parsed.ok) {
  try {
    const order = { args: process.argv.slice(2), config: parsed.config, now: () => new Date(), print };
    process.exitCode = await runStore({ ...order, log: createLog('error') });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof StartRefused) && error instanceof Error && error.cause instanceof Error)
      process.stderr.write(`${error.cause.message}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(`${parsed.problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
  process.exitCode = 1;
}
