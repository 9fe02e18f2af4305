import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port.js';

/** A line to somebody's port that can be cut, with everything that goes over it, and mended. */
export class CutLine {
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  #cut = false;
  url = '';

  constructor(private readonly target: () => string) {
    this.#server = createServer((near) => {
      if (this.#cut) {
        near.on('error', () => undefined).resetAndDestroy();
        return;
      }
      const { hostname, port } = new URL(this.target());
      const far = connect(Number(port), hostname);
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(end);
        end.on('error', () => undefined);
        end.on('close', () => {
          this.#open.delete(end);
          other.destroy();
        });
        end.pipe(other);
      }
    });
  }

  async start(): Promise<this> {
    const port = await freePort();
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${String(port)}`;
    return this;
  }

  cut(): void {
    this.#cut = true;
    for (const end of this.#open) end.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  stop(): void {
    this.cut();
    this.#server.close();
  }
}
