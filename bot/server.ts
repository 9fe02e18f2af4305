import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { errorHandler, notFound } from '../handlers/http/errors.js';
import type { Log } from '../handlers/ports.js';
import type { LimitStores } from './state/rate-limits.js';
import { securityHeaders } from './security-headers.js';
import { traceRequests } from './trace.js';
import { whatsappOff } from './channels/whatsapp/routes.js';

export interface ServerParts {
  readonly health: Router;
  readonly directLine: Router;
  /** Null when the Bot Framework channels are off. */
  readonly botFramework: Router | null;
  /** Absent when WhatsApp is off. */
  readonly whatsapp?: Router;
  /** Links to go on in another channel. */
  readonly goOn?: Router;
  readonly desk: Router;
  readonly publicPages: Router;
  /** Devices that want to be woken by an answer. */
  readonly push: Router;
  /** The chat in a frame on other websites. */
  readonly embed: Router;
  /** /kennis.json, what phones carry without network. */
  readonly offline: Router;
  /** The Dutch page for an address that does not exist; JSON addresses pass it by. */
  readonly publicNotFound: RequestHandler;
  /** Folder with the built pages (`mentor/`, `desk/`, `public/`). */
  readonly webFolder: string;
  readonly trustProxy: number;
  readonly requestsPerMinute: number;
  /** Where requests are counted; in this process when left out. */
  readonly limits?: LimitStores;
  readonly log: Log;
}

/** Longest body: a message of 100 kB still gets an answer, a megabyte does not. */
const BODY_LIMIT = '400kb';

/** The Express app; the order of the lines is the order in which a request meets them. */
export function createServer(parts: ServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy);
  app.use(traceRequests);
  app.use(securityHeaders());
  // Before everything that may refuse: a balancer must be able to ask.
  app.use(parts.health);
  app.use(
    ['/v3', '/api', '/desk/api', '/faq/zoek.json', '/kennis.json', '/push', '/verder', '/verder.json'],
    limiter(parts.requestsPerMinute, parts.limits?.('requests')),
  );
  app.use('/v3/directline', express.json({ limit: BODY_LIMIT }), parts.directLine);
  app.use('/api/messages', express.json({ limit: BODY_LIMIT }), parts.botFramework ?? botFrameworkOff());
  app.use('/webhooks/whatsapp', parts.whatsapp ?? whatsappOff());
  app.use('/push', express.json({ limit: '10kb' }), parts.push);
  if (parts.goOn) app.use(parts.goOn);
  app.use(parts.desk);
  app.use(parts.embed);
  app.use(parts.publicPages);
  app.use(parts.offline);
  const page = join(parts.webFolder, 'mentor');
  if (existsSync(page)) app.use(express.static(page, { maxAge: '1h', setHeaders: cacheHashed }));
  app.use(parts.publicNotFound);
  app.use(notFound);
  app.use(errorHandler(parts.log));
  return app;
}

function limiter(perMinute: number, store: ReturnType<LimitStores>) {
  return rateLimit({
    ...(store ? { store } : {}),
    // A store that is away must not silence the helpline: it still has answers, and the urgent texts.
    passOnStoreError: true,
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      response.status(429).json({ error: { code: 'too-many', message: 'too many requests: wait a minute' } });
    },
  });
}

/** Never silently: without an app id the address says why it is closed. */
function botFrameworkOff(): Router {
  const router = express.Router();
  router.use((_request, response) => {
    response.status(403).json({
      error: {
        code: 'not-allowed',
        message:
          'the Bot Framework channels are off: set MICROSOFT_APP_ID, or ALLOW_ANONYMOUS_BOT=true for development',
      },
    });
  });
  return router;
}

function cacheHashed(response: express.Response, path: string): void {
  if (/\.[0-9a-zA-Z_-]{8,}\.(js|css)$/.test(path))
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if (/(index\.html|sw\.js|service-worker\.js|webmanifest)$/.test(path))
    response.setHeader('Cache-Control', 'no-cache');
}
