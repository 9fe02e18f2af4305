import type { PocketAnswer } from './pocket.js';

export type PocketRequest =
  | { readonly do: 'ask'; readonly text: string }
  | { readonly do: 'show'; readonly item: string; readonly how: 'short' | 'more' }
  /** Read the knowledge now: a question may come. */
  | { readonly do: 'wake' };

export interface PocketResponse {
  readonly id: number;
  /** Null: this phone carries no knowledge (yet), or not that item. */
  readonly answer: PocketAnswer | null;
  /** Whether this phone carries knowledge. */
  readonly carries: boolean;
}

/** A line to a worker that answers without network. The worker starts with the first question. */
export class PocketLine {
  #worker: Worker | null = null;
  #next = 1;
  readonly #waiting = new Map<number, (response: Omit<PocketResponse, 'id'>) => void>();

  constructor(private readonly address: string) {}

  async ask(question: PocketRequest): Promise<PocketAnswer | null> {
    return (await this.#send(question)).answer;
  }

  /** Reads the knowledge, so that the first question finds it ready; whether there is any. */
  async wake(): Promise<boolean> {
    return (await this.#send({ do: 'wake' })).carries;
  }

  #send(question: PocketRequest): Promise<Omit<PocketResponse, 'id'>> {
    const id = this.#next++;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#open().postMessage({ id, ...question });
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.address, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<PocketResponse>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    // A worker that cannot start answers nothing: the question waits for the network, as without it.
    worker.addEventListener('error', () => {
      for (const done of this.#waiting.values()) done({ answer: null, carries: false });
      this.#waiting.clear();
      this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}
