import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { FileDeps } from '../../handlers/attachments.js';
import { MentorlijnError } from '../../handlers/errors.js';
import { readBody } from '../../handlers/http/read-body.js';
import type { LiveUpdates } from '../../handlers/ports.js';
import type { HelplineBot } from '../helpline-bot.js';
import type { LimitStores } from '../state/rate-limits.js';
import { wordsLimit } from './direct-line-limit.js';
import { BOT_ID, type DirectLineAdapter } from './direct-line.js';
import { olderActivities } from './direct-line-older.js';
import { takeUpload, uploadBody, uploadLimit } from './direct-line-upload.js';
import { TOKEN_SECONDS, type DirectLineGrant, type DirectLineTokens } from './direct-line-token.js';

export interface DirectLineRouteDeps {
  readonly adapter: DirectLineAdapter;
  readonly tokens: DirectLineTokens;
  readonly bot: HelplineBot;
  readonly live: LiveUpdates;
  /** Where uploaded files are kept. */
  readonly files: FileDeps;
  /** Of one conversation. */
  readonly messagesPerMinute: number;
  readonly limits?: LimitStores;
  readonly now: () => Date;
  readonly nextId: () => string;
  readonly secretId: () => string;
}

const generateBody = z
  .object({ user: z.object({ id: z.string().max(200).optional(), name: z.string().max(200).optional() }).optional() })
  .optional();
const resumeBody = z.object({ resume: z.string().max(2_000) });
export const activityBody = z.object({
  type: z.enum(['message', 'event', 'typing', 'conversationUpdate']),
  text: z.string().max(200_000).optional(),
  name: z.string().max(100).optional(),
  value: z.unknown().optional(),
  locale: z.string().max(20).optional(),
  from: z.object({ id: z.string().max(200).optional(), name: z.string().max(100).optional() }).optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string().max(200),
        name: z.string().max(300).optional(),
        contentUrl: z.string().max(2_000).optional(),
      }),
    )
    .max(10)
    .optional(),
  channelData: z
    .looseObject({ clientActivityID: z.string().max(200).optional(), clientActivityId: z.string().max(200).optional() })
    .optional(),
});

interface RoutesDeps extends DirectLineRouteDeps {
  readonly checked: WeakMap<Request, Promise<DirectLineGrant>>;
}

/** Direct Line 3.0 for our page and any unmodified client. Every address but token generation needs a token. */
export function directLineRoutes(parts: DirectLineRouteDeps): Router {
  const deps: RoutesDeps = { ...parts, checked: new WeakMap() };
  const router = Router();
  router.post('/tokens/generate', async (request, response) => {
    const user = parse(generateBody, request.body ?? {})?.user;
    const grant = { conversationId: deps.secretId(), userId: user?.id ?? `dl_${deps.nextId()}` };
    response.json(await tokenAnswer(deps, grant));
  });
  router.post('/tokens/refresh', async (request, response) => {
    response.json(await tokenAnswer(deps, await authenticate(deps, request)));
  });
  router.post('/tokens/resume', async (request, response) => {
    const grant = await deps.tokens.verify(parse(resumeBody, request.body).resume, 'resume');
    if (!grant) throw new MentorlijnError('not-signed-in', 'this conversation can no longer be resumed');
    response.json(await tokenAnswer(deps, grant));
  });
  router.post('/conversations', async (request, response) => {
    const grant = await authenticate(deps, request);
    response.status(201).json({ ...(await tokenAnswer(deps, grant)), ...(await stream(deps, grant, request)) });
  });
  router.get('/conversations/:id', async (request, response) => {
    const grant = await forConversation(deps, request);
    response.json({ ...(await tokenAnswer(deps, grant)), ...(await stream(deps, grant, request)) });
  });
  router.get('/conversations/:id/activities', (request, response) => listActivities(deps, request, response));
  router.get('/conversations/:id/older', async (request, response) => {
    const { conversationId } = await forConversation(deps, request);
    response.json({ activities: await olderActivities(deps.files.store, conversationId) });
  });
  const limit = wordsLimit(
    deps.messagesPerMinute,
    deps.limits,
    async (request) => (await forConversation(deps, request)).conversationId,
  );
  router.post('/conversations/:id/activities', limit, (request, response) => postActivity(deps, request, response));
  // Who may not speak here sends no megabytes either: the token is checked before the body is read.
  router.post(
    '/conversations/:id/upload',
    uploadLimit(deps.limits),
    async (request, _response, next) => {
      await forConversation(deps, request);
      next();
    },
    uploadBody(),
    (request, response) => postUpload(deps, request, response),
  );
  return router;
}

async function listActivities(deps: RoutesDeps, request: Request, response: Response): Promise<void> {
  const { conversationId } = await forConversation(deps, request);
  const page = await deps.adapter.read(
    conversationId,
    typeof request.query.watermark === 'string' ? request.query.watermark : null,
  );
  if (!page) throw new MentorlijnError('bad-request', 'watermark is not one of ours');
  response.json(page);
}

async function postActivity(deps: RoutesDeps, request: Request, response: Response): Promise<void> {
  const grant = await forConversation(deps, request);
  const body = parse(activityBody, request.body);
  await runActivity(deps, grant, toActivity(deps, grant, body), response);
}

async function postUpload(deps: RoutesDeps, request: Request, response: Response): Promise<void> {
  const grant = await forConversation(deps, request);
  const { activity, attachments } = await takeUpload(deps.files, grant.conversationId, request);
  const body = parse(activityBody, activity ?? { type: 'message' });
  const own = { ...toActivity(deps, grant, body), type: 'message', attachments } as unknown as Activity;
  await runActivity(deps, grant, own, response);
}

async function runActivity(
  deps: RoutesDeps,
  grant: DirectLineGrant,
  activity: Activity,
  response: Response,
): Promise<void> {
  if (activity.type === 'message' || activity.type === 'event') {
    const unsaved = await deps.adapter.processActivity(activity, deps.bot);
    if (unsaved.length > 0) {
      sayUnsaved(response, unsaved);
      return;
    }
    deps.live.publish(`talk:web:${grant.conversationId}`, null);
  }
  response.json({ id: activity.id });
}

/** Not taken in for certain: the client sends it again. What we could say meanwhile goes along. */
function sayUnsaved(response: Response, activities: readonly Partial<Activity>[]): void {
  const error = { code: 'store-unavailable', message: 'the message could not be kept: send it again' };
  response.status(503).set('Retry-After', '5').json({ error, activities });
}

function toActivity(
  deps: RoutesDeps,
  { conversationId, userId }: DirectLineGrant,
  body: z.output<typeof activityBody>,
): Activity {
  const client = body.channelData?.clientActivityID ?? body.channelData?.clientActivityId;
  // The same client id is the same message, whoever sends it again; hashed, because it becomes part of our own ids.
  const own = client === undefined ? deps.nextId() : createHash('sha256').update(client).digest('hex').slice(0, 24);
  return {
    type: body.type,
    id: `${conversationId}|${own}`,
    timestamp: deps.now().toISOString(),
    channelId: 'directline',
    serviceUrl: '',
    from: { id: userId, name: body.from?.name, role: 'user' },
    recipient: { id: BOT_ID, name: 'Mentorlijn' },
    conversation: { id: conversationId },
    text: body.text,
    name: body.name,
    value: body.value,
    locale: body.locale,
    attachments: body.attachments,
    channelData: client === undefined ? undefined : { clientActivityID: client },
  } as unknown as Activity;
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = readBody(schema, value);
  if (parsed.success) return parsed.data;
  throw new MentorlijnError(
    'bad-request',
    parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; '),
  );
}

/** Whose request it is: asked by the limit and by the route, checked once. */
function authenticate(deps: RoutesDeps, request: Request): Promise<DirectLineGrant> {
  const known = deps.checked.get(request);
  if (known) return known;
  const checking = check(deps, request);
  deps.checked.set(request, checking);
  return checking;
}

async function check({ tokens }: RoutesDeps, request: Request): Promise<DirectLineGrant> {
  const [scheme, token = ''] = (request.get('authorization') ?? '').split(' ');
  const grant = scheme?.toLowerCase() === 'bearer' ? await tokens.verify(token) : null;
  if (!grant) throw new MentorlijnError('not-signed-in', 'a valid Direct Line token is needed');
  return grant;
}

async function forConversation(deps: RoutesDeps, request: Request): Promise<DirectLineGrant> {
  const grant = await authenticate(deps, request);
  if (grant.conversationId !== request.params.id)
    throw new MentorlijnError('not-allowed', 'this token is for another conversation');
  return grant;
}

async function tokenAnswer(deps: RoutesDeps, grant: DirectLineGrant) {
  const [token, resume] = await Promise.all([deps.tokens.access(grant), deps.tokens.resume(grant)]);
  return { conversationId: grant.conversationId, token, expires_in: TOKEN_SECONDS, resume };
}

async function stream(deps: RoutesDeps, grant: DirectLineGrant, request: Request): Promise<{ streamUrl: string }> {
  const scheme = request.protocol === 'https' ? 'wss' : 'ws';
  const mark =
    typeof request.query.watermark === 'string' ? `&watermark=${encodeURIComponent(request.query.watermark)}` : '';
  const token = encodeURIComponent(await deps.tokens.access(grant));
  return {
    streamUrl: `${scheme}://${request.get('host') ?? ''}/v3/directline/conversations/${grant.conversationId}/stream?t=${token}${mark}`,
  };
}
