import { z } from 'zod';
import { leadLink } from '../../handlers/desk/rescue-lead.js';
import { MentorlijnError } from '../../handlers/errors.js';
import { readConfig, type Config } from '../config.js';
import { randomIds } from '../ids.js';
import { createLog } from '../log.js';
import { openState } from '../state/open-store.js';
import { StartRefused } from '../state/start-refused.js';
import { readWords, type TypedWords } from './read-words.js';
import { DESK_SAYS, DESK_USAGE } from './desk-texts.js';

await main(readWords(process.argv.slice(2), { words: 2 }));

async function main({ words, asksHelp, unknown }: TypedWords): Promise<void> {
  const [command, email] = words;
  const address = z.email().max(120).safeParse(email);
  const parsed = readConfig();
  if (asksHelp) process.stdout.write(`${DESK_USAGE}\n`);
  else if (unknown.length > 0) fail(`${DESK_SAYS.unknownWords(unknown)}\n\n${DESK_USAGE}`);
  else if (command !== 'lead') fail(DESK_USAGE);
  else if (!address.success) fail(`${DESK_SAYS.noAddress(email ?? '')}\n\n${DESK_USAGE}`);
  else if (!parsed.ok) fail(parsed.problems.map((problem) => `  - ${problem}`).join('\n'));
  else await lead(parsed.config, address.data);
}

/** Beside a running helpline as well: the link works at once. */
async function lead(config: Config, email: string): Promise<void> {
  try {
    const state = await openState(config, createLog('silent'));
    try {
      const deps = { store: state.store, clock: { now: () => new Date() }, ids: randomIds() };
      const { code, known } = await leadLink(deps, email);
      const link = `${config.publicUrl}/desk/uitnodiging?code=${code}`;
      process.stdout.write(`${known ? DESK_SAYS.known(email) : DESK_SAYS.unknown(email)}\n\n  ${link}\n`);
    } finally {
      await state.close();
    }
  } catch (error) {
    if (!(error instanceof MentorlijnError) && !(error instanceof StartRefused)) throw error;
    fail(error.message);
  }
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
