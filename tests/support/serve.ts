import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble, type App, type Fakes } from '../../bot/assemble.js';
import { parseConfig } from '../../bot/config.js';
import { FILES } from './fake-knowledge.js';
import { silentLog } from './silent-log.js';
import { tableKnowledge } from './table-knowledge.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Served {
  readonly app: App;
  readonly origin: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/** A whole helpline on a free port, with its own folder, the small library and real channels. */
export async function serve(environment: Readonly<Record<string, string>> = {}, fakes: Fakes = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'mentorlijn-app-'));
  const knowledge = join(folder, 'knowledge');
  for (const [file, text] of FILES) {
    mkdirSync(dirname(join(knowledge, file)), { recursive: true });
    writeFileSync(join(knowledge, file), text);
  }
  const parsed = parseConfig({
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    CACHE_DIR: join(folder, 'cache'),
    KNOWLEDGE_DIR: knowledge,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '100000',
    MESSAGES_PER_MINUTE: '100000',
    ...environment,
  });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const app = await assemble(parsed.config, { log: silentLog, knowledge: tableKnowledge, ...fakes });
  await new Promise<void>((done) => app.server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
  return {
    app,
    origin,
    folder,
    stop: async () => {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
