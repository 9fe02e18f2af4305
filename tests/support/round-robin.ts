import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A load balancer without memory: every request, and every stream, goes to the next process. */
export class RoundRobin {
  readonly #server: Server;
  /** Which process took which request, `POST /v3/…` style. */
  readonly taken: { readonly to: number; readonly what: string }[] = [];
  #turn = 0;
  origin = '';

  /** `origins` is asked at every request: a process that starts again listens elsewhere. */
  constructor(private readonly origins: () => readonly string[]) {
    this.#server = createServer((request, response) => {
      const { url } = this.#next(request);
      const onward = httpRequest(
        `${url}${request.url ?? ''}`,
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
          // Half an answer is none: whoever asked must see that it was cut.
          answer.on('error', () => response.destroy());
        },
      );
      onward.on('error', () => {
        if (response.headersSent) response.destroy();
        else response.writeHead(502, { 'content-type': 'text/plain' }).end('bad gateway');
      });
      request.pipe(onward);
    });
    this.#server.on('upgrade', (request: IncomingMessage, socket, head) => {
      const { hostname, port } = new URL(this.#next(request).url);
      const onward = connect(Number(port), hostname, () => {
        const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
        onward.write(`GET ${request.url ?? ''} HTTP/1.1\r\n${headers.join('')}\r\n`);
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.origin = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** The next request goes here. */
  turnTo(process: number): void {
    this.#turn = process;
  }

  #next(request: IncomingMessage): { url: string } {
    const origins = this.origins();
    const to = this.#turn % origins.length;
    this.#turn += 1;
    this.taken.push({ to, what: `${request.method ?? ''} ${request.url ?? ''}` });
    return { url: origins[to] ?? '' };
  }
}
