import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../knowledge/library.js';
import { loadLibrary } from '../knowledge/load-library.js';
import { formatProblem, type Problem } from '../knowledge/problem.js';
import type { Knowledge, KnowledgeNow, Log } from '../handlers/ports.js';

export type MakeKnowledge = (library: Library) => Promise<KnowledgeNow>;

/** Changes are looked for this often; with the building of a new version that stays within five seconds. */
const LOOK_MS = 1_500;

/** Holds the knowledge in force, and swaps it whole when the folder changes. A broken change keeps the last good version. */
export class KnowledgeHolder implements Knowledge {
  #now: KnowledgeNow;
  #problems: readonly Problem[] = [];
  #signature: string;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  private constructor(
    private readonly folder: string,
    private readonly make: MakeKnowledge,
    private readonly log: Log,
    first: KnowledgeNow,
    signature: string,
  ) {
    this.#now = first;
    this.#signature = signature;
  }

  /** Loads the first version; throws with every problem when it is not good. */
  static async open(folder: string, make: MakeKnowledge, log: Log): Promise<KnowledgeHolder> {
    const signature = await signatureOf(folder);
    const { library, problems } = await loadLibrary(folder);
    if (!library) throw new Error(`the knowledge has problems:\n${problems.map(formatProblem).join('\n')}`);
    return new KnowledgeHolder(folder, make, log, await make(library), signature);
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
      const { library, problems } = await loadLibrary(this.folder);
      if (!library) {
        this.#problems = problems.filter(({ severity }) => severity === 'error');
        this.log.error('knowledge-change-refused', new Error(this.#problems.map(formatProblem).join('\n')));
        return;
      }
      this.#problems = [];
      if (library.version === this.#now.library.version) return;
      this.#now = await this.make(library);
      this.log.info('knowledge-changed', { version: library.version, items: library.items.size });
    } catch (error) {
      this.log.error('knowledge-look-failed', error);
    }
  }
}

/** Names, sizes and times of the files: changes when any file does. */
async function signatureOf(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((file) => file.isFile() && /\.(md|txt|yaml)$/.test(file.name)).map((file) => join(file.parentPath, file.name)).sort();
  const stats = await Promise.all(files.map((file) => stat(file)));
  return files.map((file, index) => `${file}|${String(stats[index]?.size)}|${String(stats[index]?.mtimeMs)}`).join('\n');
}
