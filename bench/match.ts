import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { topicRefs, type Library } from '../knowledge/library.js';
import { loadLibrary } from '../knowledge/load-library.js';
import { createMatcher } from '../knowledge/match/create-matcher.js';
import type { Model } from '../knowledge/match/model.js';
import { reduceModel } from '../knowledge/match/reduce.js';
import { train } from '../knowledge/match/train.js';
import type { ItemId } from '../knowledge/entry.js';
import { questionOf, readDevSets, type DevLine } from '../tests/ranking/dev-line.js';
import { devSetFiles } from '../tests/ranking/eval.js';
import { percentile, recall } from '../tests/ranking/measures.js';
import { growModel } from './grow-model.js';
import type { BenchOptions } from './options.js';
import { miniSearch, nlpjs, plainFuse, toDocs, tokenFuse, type Peer } from './peers.js';

const ROOT = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const GROWN_ENTRIES = 5000;
/** Slow peers are asked every eighth question only; their quality is then of that eighth. */
const SLOW_MS = 20;
const SLOW_PART = 8;

export interface MatchRow {
  readonly name: string;
  readonly questions: number;
  readonly first: number;
  readonly amongThree: number;
  readonly mrr: number;
  readonly buildMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Ours and the peers on the same knowledge and the same development questions, then ours on 5,000 entries. */
export async function benchMatch({ quick }: BenchOptions): Promise<readonly MatchRow[]> {
  const { library } = await loadLibrary(join(ROOT, 'knowledge'));
  if (!library) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
  const items = [...library.items.values()];
  const asked = readDevSets(devSetFiles()).filter(
    ({ set, gold }) => ['everyday', 'stories', 'story'].includes(set) && (gold.refs?.length ?? 0) > 0,
  );
  const lines = quick ? asked.filter((_line, at) => at % 10 === 0) : asked;
  const concepts = Object.fromEntries(library.concepts);
  const begin = performance.now();
  const model = train(items, { concepts });
  const trainMs = performance.now() - begin;
  const matcher = createMatcher({ model, concepts, items });
  const ours: Peer = {
    name: 'Mentorlijn',
    buildMs: trainMs,
    search: (text) => matcher.match(text).candidates.map(({ id }) => id),
  };
  const docs = toDocs(items);
  const rows = [await run(ours, lines, library)];
  for (const peer of [plainFuse(docs), tokenFuse(docs), miniSearch(docs)]) rows.push(await run(peer, lines, library));
  const web = reduceModel(model);
  const small = createMatcher({ model: web, concepts, items });
  rows.push(
    await run(
      {
        name: 'Mentorlijn, reduced for the web page',
        buildMs: 0,
        search: (text) => small.match(text).candidates.map(({ id }) => id),
      },
      lines,
      library,
    ),
  );
  const grown = createMatcher({ model: growModel(model, Math.ceil(GROWN_ENTRIES / items.length)), concepts });
  rows.push(
    await run(
      {
        name: `Mentorlijn at ${String(GROWN_ENTRIES)} entries`,
        buildMs: 0,
        search: (text) => grown.match(text).candidates.map(({ id }) => id.replace(/-\d+$/, '')),
      },
      lines,
      library,
    ),
  );
  process.stderr.write(`${table(rows)}\n`);
  rows.push(await run(await nlpjs(docs), lines, library));
  process.stdout.write(`model ${sizes(model)}; reduced ${sizes(web)}\n\n`);
  return rows;
}

async function run(peer: Peer, all: readonly DevLine[], library: Library): Promise<MatchRow> {
  const warm = performance.now();
  for (const line of all.slice(0, 5)) await peer.search(questionOf(line));
  const slow = (performance.now() - warm) / 5 > SLOW_MS;
  const lines = slow ? all.filter((_line, at) => at % SLOW_PART === 0) : all;
  const times: number[] = [];
  const right: boolean[][] = [];
  for (const line of lines) {
    const begin = performance.now();
    const found = await peer.search(questionOf(line));
    times.push(performance.now() - begin);
    right.push(found.map((id) => refsOf(id, library).some((ref) => line.gold.refs?.includes(ref))));
  }
  process.stderr.write(`measured ${peer.name}\n`);
  const { at1, at3, mrr } = recall(right);
  return {
    name: peer.name,
    questions: lines.length,
    first: at1,
    amongThree: at3,
    mrr,
    buildMs: peer.buildMs,
    medianMs: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

function sizes(model: Model): string {
  const json = JSON.stringify(model);
  return `${(json.length / 1e6).toFixed(1)} MB, ${(gzipSync(json).length / 1e6).toFixed(2)} MB gzip`;
}

function refsOf(id: string, library: Library): readonly string[] {
  const item = library.items.get(id as ItemId);
  return item ? topicRefs(item) : [id];
}

function table(rows: readonly MatchRow[]): string {
  const cell = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return [
    '| matcher | questions | first | among 3 | MRR | build ms | median ms | p99 ms |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.name} | ${String(row.questions)} | ${cell(row.first)} | ${cell(row.amongThree)} | ${row.mrr.toFixed(3)} | ${row.buildMs.toFixed(0)} | ${row.medianMs.toFixed(2)} | ${row.p99Ms.toFixed(2)} |`,
    ),
  ].join('\n');
}
