import type { Server, ServerResponse } from 'node:http';

/** Turns may take this long to finish once we are told to stop; balancers and systemd wait ten seconds. */
const DRAIN_MS = 7_000;

/** Follows what a server is answering, so that a stop can wait for exactly that. Attach before it listens. */
export class Drain {
  readonly #under = new Set<ServerResponse>();
  #quiet: (() => void) | null = null;

  constructor(private readonly server: Server) {
    server.on('request', (_request, response: ServerResponse) => {
      this.#under.add(response);
      response.once('close', () => {
        this.#under.delete(response);
        if (this.#isQuiet()) this.#quiet?.();
      });
    });
  }

  /** Takes nothing new, waits for the requests that are being answered, and cuts what is left (streams never end). */
  async close(streams: () => void): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((done) => {
      this.server.close(() => {
        done();
      });
    });
    this.server.closeIdleConnections();
    await this.#wait();
    streams();
    this.server.closeAllConnections();
    await closed;
  }

  async #wait(): Promise<void> {
    if (this.#isQuiet()) return;
    await new Promise<void>((done) => {
      const late = setTimeout(done, DRAIN_MS);
      this.#quiet = () => {
        clearTimeout(late);
        done();
      };
    });
  }

  /** A live stream is nothing to wait for. */
  #isQuiet(): boolean {
    return ![...this.#under].some(
      (response) => !String(response.getHeader('content-type') ?? '').startsWith('text/event-stream'),
    );
  }
}
