import type { ItemId } from '../knowledge/entry.js';
import { buildLayered, type Layered } from '../knowledge/layered.js';
import { createLibraryBuilder, readFolder, type LibraryBuilder, type LoadResult } from '../knowledge/load-library.js';
import type { Library } from '../knowledge/library.js';
import { formatProblem, type Problem } from '../knowledge/problem.js';
import { NOTHING_PUBLISHED, type OverlaySource } from '../handlers/desk/learn/overlay-source.js';
import type { Knowledge, KnowledgeNow, Log } from '../handlers/ports.js';
import type { KnowledgeBuilder } from './build-knowledge.js';
import { folderSignature } from './folder-signature.js';
import { StartRefused } from './state/start-refused.js';

/** Changes are looked for this often: within five seconds they are in force. */
const LOOK_MS = 2_500;

type Parse = (texts: ReadonlyMap<string, string>) => LoadResult | Promise<LoadResult>;

interface Parts {
  readonly folder: string;
  readonly builder: KnowledgeBuilder;
  readonly log: Log;
  readonly published: OverlaySource;
  /** Remembers each file's parse: the change of one file takes milliseconds. */
  readonly library: LibraryBuilder;
  /** Another text when a file came, went or changed. */
  readonly signature: () => Promise<string>;
}

/** What was read at one moment from the folder and from what coaches published. */
interface Read {
  readonly signature: string;
  readonly files: ReadonlyMap<string, string>;
  readonly layered: Layered;
}

/**
 * Holds the knowledge in force: the folder, with what coaches published laid over it. Swaps it whole when either changes.
 * A broken change keeps the last good version.
 */
export class KnowledgeHolder implements Knowledge {
  #now: KnowledgeNow;
  /** The version the matcher was last trained on; `#now` may be younger. */
  #trained: KnowledgeNow;
  #training: Promise<void> = Promise.resolve();
  #problems: readonly Problem[] = [];
  #setAside: readonly ItemId[] = [];
  #signature: string;
  #files: ReadonlyMap<string, string>;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #again = false;
  readonly #listeners: (() => void)[] = [];

  private constructor(
    private readonly parts: Parts,
    first: KnowledgeNow,
    trained: KnowledgeNow,
    read: Read,
  ) {
    this.#now = first;
    this.#trained = trained;
    this.#signature = read.signature;
    this.#files = read.files;
    this.#note(read.layered);
  }

  /** Loads the first version; throws with every problem when the folder is not good. */
  static async open(
    folder: string,
    builder: KnowledgeBuilder,
    log: Log,
    published: OverlaySource = NOTHING_PUBLISHED,
  ): Promise<KnowledgeHolder> {
    const signature = folderSignature(folder);
    const parts: Parts = { folder, builder, log, published, library: createLibraryBuilder(), signature };
    const read = await readAll(parts, await signatureOf(parts), (texts) => builder.parse(texts));
    const { library, texts, problems } = read.layered;
    if (!library) throw new StartRefused(`de kennis heeft fouten:\n${problems.map(formatProblem).join('\n')}`);
    parts.library.seed(texts, library);
    if (await builder.isTrained(library)) {
      const now = await builder.build(library);
      return new KnowledgeHolder(parts, now, now, read);
    }
    // Published right before we stopped: the folder's own models answer at once, the training follows.
    const { library: own } = await builder.parse(read.files);
    if (own && own.version !== library.version && (await builder.isTrained(own))) {
      const base = await builder.build(own);
      const holder = new KnowledgeHolder(parts, builder.meanwhile(library, base), base, read);
      holder.#trainLater(library, texts);
      return holder;
    }
    await trainFirst(builder, texts, log);
    const now = await builder.build(library);
    return new KnowledgeHolder(parts, now, now, read);
  }

  current(): KnowledgeNow {
    return this.#now;
  }

  /** Problems of a change that was refused; empty when what is on disk is in force. */
  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Published items that no longer fit the folder's files. */
  setAside(): readonly ItemId[] {
    return this.#setAside;
  }

  /** The folder's files, without what coaches published. */
  files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  /** Texts -> library or problems; quick for texts that hardly changed. */
  build(texts: ReadonlyMap<string, string>): LoadResult {
    return this.parts.library.build(texts);
  }

  watch(): void {
    void this.parts.library.warm(this.#files);
    this.#timer = setInterval(() => {
      this.hint();
    }, LOOK_MS);
    this.#timer.unref();
  }

  /** Looks now, and again when a look is under way that may have started too early. */
  async takeOver(): Promise<void> {
    await this.#looking;
    this.hint();
    await this.#looking;
  }

  /** Hears of every version that comes into force. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Somebody says that something changed. Hints may be lost: we look every so often anyway. */
  hint(): void {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = this.look().finally(() => {
      this.#looking = null;
      if (!this.#again) return;
      this.#again = false;
      this.hint();
    });
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#again = false;
    await this.#looking;
  }

  /** Looks once whether the folder or what is published changed, and takes the change over when it is good. */
  async look(): Promise<void> {
    const { builder, log } = this.parts;
    try {
      const signature = await signatureOf(this.parts);
      if (signature === this.#signature) return;
      const read = await readAll(this.parts, signature, (texts) => this.parts.library.build(texts));
      this.#signature = signature;
      this.#files = read.files;
      this.#note(read.layered);
      const { library, texts } = read.layered;
      if (!library) return;
      if (library.version === this.#now.library.version) return;
      this.#now = builder.meanwhile(library, this.#trained);
      log.info('knowledge-changed', { version: library.version, items: library.items.size });
      for (const listener of this.#listeners) listener();
      this.#trainLater(library, texts);
    } catch (error) {
      log.error('knowledge-look-failed', error);
    }
  }

  #note({ library, problems, setAside }: Layered): void {
    this.#setAside = setAside;
    this.#problems = problems;
    if (problems.length === 0) return;
    const lines = problems.map(formatProblem).join('\n');
    if (!library) this.parts.log.error('knowledge-change-refused', new Error(lines));
    else this.parts.log.error('published-set-aside', new Error(lines), { items: [...setAside] });
  }

  #trainLater(library: Library, texts: ReadonlyMap<string, string>): void {
    this.#training = this.#training.then(() => this.#train(library, texts));
  }

  /** Skipped when a younger change is already in force: its own training follows. */
  async #train(library: Library, texts: ReadonlyMap<string, string>): Promise<void> {
    if (this.#now.library.version !== library.version) return;
    try {
      await this.parts.builder.train(texts);
      const trained = await this.parts.builder.build(library);
      this.#trained = trained;
      if (this.#now.library.version === library.version) this.#now = trained;
      this.parts.log.info('knowledge-trained', { version: library.version });
    } catch (error) {
      this.parts.log.error('knowledge-training-failed', error);
    }
  }
}

/** Training takes memory that a server would keep for ever. Where it cannot run apart, building trains after all. */
async function trainFirst(builder: KnowledgeBuilder, texts: ReadonlyMap<string, string>, log: Log): Promise<void> {
  try {
    await builder.train(texts, 'awaited');
  } catch (error) {
    log.error('knowledge-training-failed', error);
  }
}

async function readAll({ folder, published }: Parts, signature: string, parse: Parse): Promise<Read> {
  const [files, overlays] = await Promise.all([readFolder(folder), published.read()]);
  return { signature, files, layered: await buildLayered(files, overlays, parse) };
}

/** What is seen of the files, and the stamp of what is published: changes when anything does. */
async function signatureOf({ published, signature }: Parts): Promise<string> {
  return `${String(await published.stamp())}\n${await signature()}`;
}
