import { createServer, type AddressInfo, type Server } from 'node:net';

/** A mail server that takes everything, or nothing. */
export class FakeSmtp {
  readonly mails: { readonly to: readonly string[]; readonly text: string }[] = [];
  /** Refuses every letter for now. */
  away = false;
  #server: Server | null = null;

  get url(): string {
    return `smtp://127.0.0.1:${String((this.#server?.address() as AddressInfo).port)}`;
  }

  async start(): Promise<this> {
    const server = createServer((socket) => {
      let to: string[] = [];
      let body: string[] | null = null;
      const say = (line: string): void => {
        socket.write(`${line}\r\n`);
      };
      const hear = (line: string): void => {
        if (body) {
          if (line !== '.') body.push(line);
          else {
            this.mails.push({ to, text: body.join('\n') });
            [to, body] = [[], null];
            say('250 kept');
          }
        } else if (/^(?:EHLO|HELO)/.test(line)) say('250 fake');
        else if (line.startsWith('MAIL')) say(this.away ? '451 later' : '250 ok');
        else if (line.startsWith('RCPT')) {
          to.push(/<(.+)>/.exec(line)?.[1] ?? '');
          say('250 ok');
        } else if (line === 'DATA') {
          body = [];
          say('354 go on');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else say('250 ok');
      };
      let rest = '';
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const lines = (rest + data.toString()).split('\r\n');
        rest = lines.pop() ?? '';
        lines.forEach(hear);
      });
      say('220 fake');
    });
    this.#server = server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.#server?.close(done));
  }
}
