import type { PocketAnswer } from './pocket.js';

export interface PocketRequest {
  readonly id: number;
  readonly ask?: string;
  readonly show?: { readonly id: string; readonly how: 'short' | 'more' };
}

export interface PocketResponse {
  readonly id: number;
  /** Null: this phone carries no knowledge (yet), or not that item. */
  readonly answer: PocketAnswer | null;
}

/** The page's line to the worker that answers without network. The worker starts with the first question. */
export class PocketLine {
  #worker: Worker | null = null;
  #next = 1;
  readonly #waiting = new Map<number, (answer: PocketAnswer | null) => void>();

  constructor(private readonly address: string) {}

  ask(text: string): Promise<PocketAnswer | null> {
    return this.#request({ ask: text });
  }

  show(id: string, how: 'short' | 'more'): Promise<PocketAnswer | null> {
    return this.#request({ show: { id, how } });
  }

  #request(question: Omit<PocketRequest, 'id'>): Promise<PocketAnswer | null> {
    const id = this.#next++;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#open().postMessage({ id, ...question } satisfies PocketRequest);
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.address, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<PocketResponse>) => {
      this.#waiting.get(data.id)?.(data.answer);
      this.#waiting.delete(data.id);
    });
    // A worker that cannot start answers nothing: the question waits for the network, as without it.
    worker.addEventListener('error', () => {
      for (const done of this.#waiting.values()) done(null);
      this.#waiting.clear();
      this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}
