import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './eventually.js';

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
  /** Conversations whose requests are taken and never answered. */
  readonly hanging = new Set<string>();
  readonly #held: ServerResponse[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if ([...this.hanging].some((id) => (request.url ?? '').includes(`/${id}/`))) {
          this.#held.push(response);
          return;
        }
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

  /** How many requests hang now. */
  get held(): number {
    return this.#held.length;
  }

  /** What hung is cut, and from now on everybody gets an answer. */
  letGo(): void {
    this.hanging.clear();
    for (const response of this.#held.splice(0)) response.destroy();
  }

  async until(count: number): Promise<readonly Heard[]> {
    await until(() => this.heard.length >= count, `number ${String(count)} of what the bot says`);
    return this.heard;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
