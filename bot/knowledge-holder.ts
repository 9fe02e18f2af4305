import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../knowledge/load-library.js';
import type { Library } from '../knowledge/library.js';
import { formatProblem, type Problem } from '../knowledge/problem.js';
import type { Knowledge, KnowledgeNow, Log } from '../handlers/ports.js';
import type { KnowledgeBuilder } from './build-knowledge.js';

/** Changes are looked for this often: well within five seconds they are in force. */
const LOOK_MS = 1_500;

/** Holds the knowledge in force, and swaps it whole when the folder changes. A broken change keeps the last good version. */
export class KnowledgeHolder implements Knowledge {
  #now: KnowledgeNow;
  /** The version the matcher was last trained on; `#now` may be younger. */
  #trained: KnowledgeNow;
  #training: Promise<void> = Promise.resolve();
  #problems: readonly Problem[] = [];
  #signature: string;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  private constructor(
    private readonly folder: string,
    private readonly builder: KnowledgeBuilder,
    private readonly log: Log,
    first: KnowledgeNow,
    signature: string,
  ) {
    this.#now = first;
    this.#trained = first;
    this.#signature = signature;
  }

  /** Loads the first version; throws with every problem when it is not good. */
  static async open(folder: string, builder: KnowledgeBuilder, log: Log): Promise<KnowledgeHolder> {
    const signature = await signatureOf(folder);
    const texts = await readFolder(folder);
    const { library, problems } = await builder.parse(texts);
    if (!library) throw new Error(`the knowledge has problems:\n${problems.map(formatProblem).join('\n')}`);
    if (!(await builder.isTrained(library))) await trainFirst(builder, texts, log);
    return new KnowledgeHolder(folder, builder, log, await builder.build(library), signature);
  }

  current(): KnowledgeNow {
    return this.#now;
  }

  /** Problems of a change that was refused; empty when what is on disk is in force. */
  problems(): readonly Problem[] {
    return this.#problems;
  }

  watch(): void {
    this.#timer = setInterval(() => {
      this.#looking ??= this.look().finally(() => {
        this.#looking = null;
      });
    }, LOOK_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  /** Looks once whether the folder changed, and takes the change over when it is good. */
  async look(): Promise<void> {
    try {
      const signature = await signatureOf(this.folder);
      if (signature === this.#signature) return;
      this.#signature = signature;
      const texts = await readFolder(this.folder);
      const { library, problems } = await this.builder.parse(texts);
      if (!library) {
        this.#problems = problems.filter(({ severity }) => severity === 'error');
        this.log.error('knowledge-change-refused', new Error(this.#problems.map(formatProblem).join('\n')));
        return;
      }
      this.#problems = [];
      if (library.version === this.#now.library.version) return;
      this.#now = this.builder.meanwhile(library, this.#trained);
      this.log.info('knowledge-changed', { version: library.version, items: library.items.size });
      this.#training = this.#training.then(() => this.#train(library, texts));
    } catch (error) {
      this.log.error('knowledge-look-failed', error);
    }
  }

  /** Skipped when a younger change is already in force: its own training follows. */
  async #train(library: Library, texts: ReadonlyMap<string, string>): Promise<void> {
    if (this.#now.library.version !== library.version) return;
    try {
      await this.builder.train(texts);
      const trained = await this.builder.build(library);
      this.#trained = trained;
      if (this.#now.library.version === library.version) this.#now = trained;
      this.log.info('knowledge-trained', { version: library.version });
    } catch (error) {
      this.log.error('knowledge-training-failed', error);
    }
  }
}

/** Training takes memory that a server would keep for ever. Where it cannot run apart, building trains after all. */
async function trainFirst(builder: KnowledgeBuilder, texts: ReadonlyMap<string, string>, log: Log): Promise<void> {
  try {
    await builder.train(texts);
  } catch (error) {
    log.error('knowledge-training-failed', error);
  }
}

/** Names, sizes and times of the files: changes when any file does. */
async function signatureOf(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((file) => file.isFile() && /\.(md|txt|yaml)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort();
  const stats = await Promise.all(files.map((file) => stat(file)));
  return files
    .map((file, index) => `${file}|${String(stats[index]?.size)}|${String(stats[index]?.mtimeMs)}`)
    .join('\n');
}
