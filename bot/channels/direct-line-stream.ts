import type { IncomingMessage as HttpRequest, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { LiveUpdates, Log } from '../../handlers/ports.js';
import type { DirectLineAdapter } from './direct-line.js';
import type { DirectLineTokens } from './direct-line-token.js';

export interface DirectLineStreamDeps {
  readonly adapter: DirectLineAdapter;
  readonly tokens: DirectLineTokens;
  readonly live: LiveUpdates;
  readonly log: Log;
}

const PATH = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/;
/** Proxies cut silent connections; an empty frame is Direct Line's own sign of life. */
const KEEP_ALIVE_MS = 15_000;
const LOOK_AGAIN_MS = 1_000;

/** Attaches the WebSocket streams to the server. Returns a function that closes them all. */
export function attachDirectLineStreams(server: Server, deps: DirectLineStreamDeps): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_024 });
  server.on('upgrade', (request: HttpRequest, socket: Duplex, head: Buffer) => {
    void open(deps, request).then((opening) => {
      if (!opening) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (client) => {
        follow(deps, client, opening);
      });
    });
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

interface Opening {
  readonly conversationId: string;
  readonly watermark: string | null;
}

async function open(deps: DirectLineStreamDeps, request: HttpRequest): Promise<Opening | null> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const conversationId = PATH.exec(url.pathname)?.[1];
  const grant = conversationId === undefined ? null : await deps.tokens.verify(url.searchParams.get('t') ?? '');
  return grant && grant.conversationId === conversationId
    ? { conversationId, watermark: url.searchParams.get('watermark') }
    : null;
}

function follow(deps: DirectLineStreamDeps, client: WebSocket, { conversationId, watermark }: Opening): void {
  let mark = watermark;
  let working = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  // One read at a time: a hint that comes while reading is answered by the next read.
  const push = (): void => {
    working = working
      .then(async () => {
        const page = await deps.adapter.read(conversationId, mark);
        if (!page || page.activities.length === 0 || client.readyState !== client.OPEN) return;
        mark = page.watermark;
        client.send(JSON.stringify(page));
      })
      .catch((error: unknown) => {
        // The store is away: what cannot be kept still comes over this line, and we look again soon.
        deps.log.error('stream-failed', error);
        clearTimeout(again);
        again = setTimeout(push, LOOK_AGAIN_MS);
      });
  };
  const unsubscribe = deps.live.subscribe(`talk:web:${conversationId}`, push);
  const stopUnsaved = deps.adapter.onUnsaved(conversationId, (activities) => {
    if (client.readyState === client.OPEN)
      client.send(JSON.stringify({ activities, ...(mark === null ? {} : { watermark: mark }) }));
  });
  const keepAlive = setInterval(() => {
    if (client.readyState === client.OPEN) client.send('');
    // A hint can be lost with the line to the store: now and then we look without one.
    push();
  }, KEEP_ALIVE_MS);
  client.on('close', () => {
    clearInterval(keepAlive);
    clearTimeout(again);
    unsubscribe();
    stopUnsaved();
  });
  client.on('error', () => {
    client.terminate();
  });
  push();
}
