import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import { createServer } from '../../bot/server.js';
import { publicNotFound } from '../../handlers/http/public-pages/not-found.js';
import { publicRouter } from '../../handlers/http/public-pages/public-router.js';
import type { Clock, Knowledge, KnowledgeNow } from '../../handlers/ports.js';
import type { Library } from '../../knowledge/library.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { formatProblem } from '../../knowledge/problem.js';
import { fakeKnowledge } from '../support/fake-knowledge.js';
import { silentLog } from '../support/silent-log.js';

const root = join(import.meta.dirname, '../..');
export const PUBLIC_URL = 'https://mentorlijn.example';

/** The knowledge as it stands in the repository. */
export async function realLibrary(): Promise<Library> {
  const { library, problems } = await loadLibrary(join(root, 'knowledge'));
  if (!library) throw new Error(problems.map(formatProblem).join('\n'));
  return library;
}

/** Real pages over a library; nothing is found but by the words of headings and keywords. */
export function knowledgeOf(library: Library): Knowledge {
  const now: KnowledgeNow = {
    ...fakeKnowledge().current(),
    library,
    matcher: { match: () => ({ candidates: [], margin: 0, terms: [], concepts: [], knownShare: 1 }) },
    findNamed: () => null,
  };
  return { current: () => now };
}

/** Style sheet, script and icon as the build makes them, in a folder of their own. */
function builtAssets(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mentorlijn-public-'));
  const entries = ['pages.ts', 'pages.css'].map((name) => join(root, 'web/public', name));
  const options = ['--bundle', '--minify', '--format=esm', '--log-level=warning', `--outdir=${folder}`];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [...entries, ...options]);
  copyFileSync(join(root, 'web/mentor/icons/icon.svg'), join(folder, 'icon.svg'));
  return folder;
}

export interface ServedPages {
  readonly origin: string;
  readonly assetsFolder: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

const TODAY = '2026-11-21';
const clock: Clock = { now: () => new Date(`${TODAY}T09:00:00Z`) };

/** The public pages behind the real server, with its real security headers, on a free port. */
export async function servePages(knowledge: Knowledge): Promise<ServedPages> {
  const assetsFolder = builtAssets();
  const empty = (): Router => Router();
  const privacy = { retention: { transcript: 180, conversation: 400, ticket: 730, file: 60 }, contact: null };
  const pages = { knowledge, clock, publicUrl: PUBLIC_URL, assetsFolder, privacy };
  const app = createServer({
    health: empty(),
    directLine: empty(),
    botFramework: null,
    desk: empty(),
    push: Router(),
    embed: Router(),
    publicPages: publicRouter(pages),
    offline: empty(),
    publicNotFound: publicNotFound(pages),
    webFolder: assetsFolder,
    trustProxy: 0,
    requestsPerMinute: 100_000,
    log: silentLog,
  });
  const server = createHttpServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    assetsFolder,
    get: (path, headers = {}) => fetch(origin + path, { headers, redirect: 'manual' }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(assetsFolder, { recursive: true, force: true });
    },
  };
}
