import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly body: { readonly type: string; readonly text?: string; readonly attachments?: readonly unknown[] };
}

/** Stands where Microsoft's connector stands: hears what the bot sends, and fails when told to. */
export class FakeConnector {
  readonly heard: Heard[] = [];
  #server: Server;
  /** Answers the next requests get, first to last; then 200. */
  readonly faults: number[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const fault = this.faults.shift();
        if (fault === undefined)
          this.heard.push({
            method: request.method ?? '',
            path: request.url ?? '',
            body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Heard['body'],
          });
        response.writeHead(fault ?? 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: String(this.heard.length) }));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async until(count: number): Promise<readonly Heard[]> {
    const until = Date.now() + 30_000;
    while (this.heard.length < count) {
      if (Date.now() > until) throw new Error(`heard ${String(this.heard.length)} of ${String(count)}`);
      await new Promise((done) => setTimeout(done, 10));
    }
    return this.heard;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
