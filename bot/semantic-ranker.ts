import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Log } from '../handlers/ports.js';
import type { Item } from '../knowledge/entry.js';
import { keptModels } from '../knowledge/kept-models.js';
import type { Matcher } from '../knowledge/match/match.js';
import { packBytes, unpackFloat32 } from '../knowledge/match/pack.js';
import { CAUTIOUS, semanticText, withSemantic, type Embed } from '../knowledge/match/semantic.js';

/** What we use of @huggingface/transformers, which is no dependency of ours: who wants it installs it. */
export interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { readonly dtype: string },
  ): Promise<(texts: readonly string[], options: object) => Promise<{ tolist(): readonly (readonly number[])[] }>>;
}

export interface SemanticDeps {
  readonly modelDir: string;
  readonly cacheDir: string;
  readonly log: Log;
  /** The module; tests give their own. */
  readonly load?: () => Promise<Transformers>;
}

const PACKAGE = '@huggingface/transformers';
const BATCH = 16;

/** `semantic.json` beside the model: what goes before texts, the weights that were fitted, the numbers' kind. */
const settings = z.strictObject({
  query: z.string().default(''),
  passage: z.string().default(''),
  dtype: z.string().default('fp32'),
  weights: z.strictObject({ constant: z.number(), lexical: z.number(), likeness: z.number() }).default(CAUTIOUS),
});
type Settings = z.output<typeof settings>;

interface KeptVectors {
  readonly format: 1;
  readonly size: number;
  readonly rows: string;
}

/** The matcher with the model of `modelDir` as a second opinion; with a clear line in the log the matcher alone when that fails. */
export async function addSemantic(matcher: Matcher, items: readonly Item[], deps: SemanticDeps): Promise<Matcher> {
  try {
    const { embed, settings: chosen } = await openEmbedder(deps);
    const vectors = await itemVectors(items, embed, chosen, deps);
    deps.log.info('semantic-ranker-ready', { items: items.length, fitted: chosen.weights !== CAUTIOUS });
    return withSemantic(matcher, {
      items,
      vectors,
      weights: chosen.weights,
      embed: async (question) => (await embed([chosen.query + question]))[0] ?? new Float32Array(0),
      onError: (error) => {
        deps.log.error('semantic-ranker-failed', error);
      },
    });
  } catch (error) {
    deps.log.warn('semantic-ranker-off', {
      why: error instanceof Error ? error.message : String(error),
      hint: `SEMANTIC_MODEL_DIR needs a local ONNX model and the package ${PACKAGE}; questions are matched by their words`,
    });
    return matcher;
  }
}

/** The model of a folder as a function from texts to vectors, and what `semantic.json` says. */
export async function openEmbedder({
  modelDir,
  load = loadTransformers,
}: Pick<SemanticDeps, 'modelDir' | 'load'>): Promise<{
  readonly embed: Embed;
  readonly settings: Settings;
}> {
  const chosen = await readSettings(modelDir);
  const transformers = await load();
  transformers.env.allowRemoteModels = false;
  const folder = resolve(modelDir);
  transformers.env.localModelPath = dirname(folder);
  const run = await transformers.pipeline('feature-extraction', basename(folder), { dtype: chosen.dtype });
  const embed: Embed = async (texts) => {
    const rows: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      const output = await run(texts.slice(at, at + BATCH), { pooling: 'mean', normalize: true });
      rows.push(...output.tolist().map((row) => Float32Array.from(row)));
    }
    return rows;
  };
  return { embed, settings: chosen };
}

async function loadTransformers(): Promise<Transformers> {
  // A name in a variable: neither the compiler nor the bundler looks for a package that may be absent.
  const name: string = PACKAGE;
  return (await import(name)) as Transformers;
}

async function readSettings(modelDir: string): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(join(modelDir, 'semantic.json'), 'utf8');
  } catch {
    return settings.parse({});
  }
  const parsed = settings.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`semantic.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Every item as a vector, from the cache when model and texts are the same. */
async function itemVectors(
  items: readonly Item[],
  embed: Embed,
  { passage }: Settings,
  { modelDir, cacheDir }: SemanticDeps,
): Promise<readonly Float32Array[]> {
  const texts = items.map((item) => passage + semanticText(item));
  const key = createHash('sha256')
    .update(JSON.stringify([resolve(modelDir), texts]))
    .digest('hex')
    .slice(0, 20);
  const cache = keptModels<KeptVectors>(cacheDir, { name: 'semantic', format: 1 });
  const kept = await cache.read(key);
  if (kept) return cutRows(unpackFloat32(kept.rows), kept.size);
  const rows = await embed(texts);
  const size = rows[0]?.length ?? 0;
  const all = new Float32Array(rows.length * size);
  rows.forEach((row, at) => {
    all.set(row, at * size);
  });
  await cache.write(key, { format: 1, size, rows: packBytes(all) });
  return rows;
}

function cutRows(all: Float32Array, size: number): Float32Array[] {
  return Array.from({ length: size === 0 ? 0 : all.length / size }, (_unused, at) =>
    all.subarray(at * size, (at + 1) * size),
  );
}
