import express, { Router, type Request, type Response } from 'express';
import { rateLimit, type Store as LimitStore } from 'express-rate-limit';
import { scryptPasswords, type PasswordHasher } from '../../desk/password.js';
import type { DeskDeps as StoryDeps } from '../../desk/desk-deps.js';
import { TEXT_ONLY, type PreviewReply } from '../../desk/channel-preview.js';
import type { EntraTokens } from '../../desk/entra-sign-in.js';
import { NO_LEARNING, type Learning } from '../../desk/learn/learn-deps.js';
import { deskIndexes, type DeskIndexes } from '../../desk/desk-indexes.js';
import { MentorlijnError } from '../../errors.js';
import { errorHandler } from '../errors.js';
import { accountRoutes } from './account-routes.js';
import { deskPage } from './desk-page.js';
import { cannedRoutes } from './canned-routes.js';
import { fileRoutes } from './file-routes.js';
import { guard } from './guard.js';
import { insightRoutes } from './insight-routes.js';
import { knowledgeRoutes } from './knowledge-routes.js';
import { liveRoutes } from './live-route.js';
import { personRoutes } from './person-routes.js';
import { parkedRoutes } from './parked-routes.js';
import { queueRoutes } from './queue-routes.js';
import type { DeskHttp, DeskRoute } from './route.js';
import { ticketRoutes } from './ticket-routes.js';

export interface DeskDeps extends Omit<StoryDeps, 'passwords'> {
  /** Signs coaches in from Teams; left out: passwords only. */
  readonly entra?: EntraTokens | null;
  /** scrypt when left out. */
  readonly passwords?: PasswordHasher;
  /** Folder of the built page. */
  readonly staticFolder: string;
  readonly publicUrl: string;
  /** The files behind the knowledge; a desk without them only answers mentors. */
  readonly learning?: Learning;
  /** What each channel makes of a reply; left out: text only. */
  readonly preview?: PreviewReply;
  /** Tries to sign in per minute and address, over all accounts. */
  readonly triesPerMinute?: number;
  /** What searching and counting read, kept by whoever warms it; own ones when left out. */
  readonly indexes?: DeskIndexes;
  /** Where tries are counted; in this process when left out. */
  readonly limits?: (name: string) => LimitStore | undefined;
}

/** Every address of the desk's API, with who may call it. */
export const DESK_ROUTES: readonly DeskRoute[] = [
  ...accountRoutes,
  ...queueRoutes,
  ...ticketRoutes,
  ...fileRoutes,
  ...cannedRoutes,
  ...knowledgeRoutes,
  ...parkedRoutes,
  ...liveRoutes,
  ...insightRoutes,
  ...personRoutes,
];

/** Addresses that take a guess at a secret. */
const GUESSABLE = ['/setup', '/login', '/password', '/invites/read', '/invites/accept', '/entra'];
const BODY_LIMIT = '100kb';

/** The coach desk below /desk: its API and its page. */
export function deskRouter(deps: DeskDeps): Router {
  const http: DeskHttp = {
    ...deps,
    publicUrl: deps.publicUrl.replace(/\/$/, ''),
    passwords: deps.passwords ?? scryptPasswords(),
    entra: deps.entra ?? null,
    ...(deps.indexes ?? deskIndexes(deps)),
    learning: deps.learning ?? NO_LEARNING,
    preview: deps.preview ?? TEXT_ONLY,
  };
  const api = Router();
  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  api.use(GUESSABLE, limiter(deps.triesPerMinute ?? 30, deps.limits?.('sign-in')));
  api.use(express.json({ limit: BODY_LIMIT }));
  for (const route of DESK_ROUTES)
    api[route.method](route.path, (request, response) => answer(http, route, request, response));
  api.use(() => {
    throw new MentorlijnError('not-found', 'Dit adres bestaat niet.');
  });
  api.use(errorHandler(deps.log));
  const router = Router();
  router.use('/desk/api', api);
  router.use(deskPage(deps.staticFolder));
  return router;
}

async function answer(deps: DeskHttp, route: DeskRoute, request: Request, response: Response): Promise<void> {
  const call = {
    deps,
    params: texts(request.params),
    query: texts(request.query),
    body: request.body as unknown,
    request,
    response,
  };
  const json = await (route.access === 'anyone' ? route.run(call) : runSigned(route, call));
  if (json !== undefined) response.json(json);
}

async function runSigned(
  route: Exclude<DeskRoute, { access: 'anyone' }>,
  call: Parameters<Extract<DeskRoute, { access: 'anyone' }>['run']>[0],
): Promise<object | undefined> {
  const me = await guard(call.deps, call.request, route.access);
  return route.run({ ...call, me, coach: me.coach });
}

/** Only plain values: a repeated or nested one is as good as absent. */
function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''),
  );
}

function limiter(perMinute: number, store: LimitStore | undefined) {
  return rateLimit({
    ...(store ? { store } : {}),
    windowMs: 60_000,
    limit: perMinute,
    legacyHeaders: false,
    handler: () => {
      throw new MentorlijnError('too-many', 'Te veel pogingen. Wacht een minuut.');
    },
  });
}
