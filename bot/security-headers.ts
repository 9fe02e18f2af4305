import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** A host as browsers send it: whatever else stands there goes into no policy. */
const HOST = /^[a-z0-9.[\]:-]{1,255}$/i;

/** What every answer tells the browser. The desk sets a policy of its own: it may be framed by Teams. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // A voice note is heard on the device before it is sent.
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ownSockets],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Older browsers do not count a WebSocket to the page's own host as `'self'`; to any other host there is none. */
function ownSockets({ headers }: IncomingMessage): string {
  const { host = '' } = headers;
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
