import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Trains the matcher once and keeps it in .cache, so that no test file waits for its own training. */
export default function globalSetup() {
  execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'bot/cli/ask.ts', 'dimona'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
