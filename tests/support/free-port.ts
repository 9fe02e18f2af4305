import { createServer } from 'node:net';

/** Below the ports that outgoing connections get: what is given back and taken again stays free meanwhile. */
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** A port for a process that must listen on the same one again, or that cannot choose one for itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const probe = createServer();
    const free = await new Promise<boolean>((done) => {
      probe.once('error', () => done(false));
      probe.listen(port, '127.0.0.1', () => done(true));
    });
    await new Promise((done) => probe.close(done));
    if (free) return port;
  }
}
