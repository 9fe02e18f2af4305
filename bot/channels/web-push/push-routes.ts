import { Router, type Request } from 'express';
import { z } from 'zod';
import { MentorlijnError } from '../../../handlers/errors.js';
import { readBody } from '../../../handlers/http/read-body.js';
import { conversationKey, type ConversationKey } from '../../../handlers/message.js';
import type { Clock, Store } from '../../../handlers/ports.js';
import type { DirectLineTokens } from '../direct-line-token.js';
import type { Nudges } from './nudges.js';
import { dropDevice, keepDevice, subscriptionBody } from './subscriptions.js';

export interface PushRouteDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: DirectLineTokens;
  readonly nudges: Nudges;
}

const keepBody = z.object({ subscription: subscriptionBody });
const dropBody = z.object({ endpoint: z.string().max(1_000) });

/** `/push`: a device asks to be woken when its conversation gets an answer, and may take that back. */
export function pushRoutes(deps: PushRouteDeps): Router {
  const router = Router();
  router.get('/key', async (_request, response) => {
    response.json({ key: await deps.nudges.publicKey() });
  });
  router.post('/', async (request, response) => {
    const conversation = await conversationOf(deps, request);
    const body = readBody(keepBody, request.body);
    if (!body.success) throw new MentorlijnError('bad-request', 'this is no subscription of a known push service');
    await keepDevice(deps.store, conversation, body.data.subscription, deps.clock.now());
    response.status(204).end();
  });
  router.delete('/', async (request, response) => {
    const conversation = await conversationOf(deps, request);
    const body = readBody(dropBody, request.body);
    if (!body.success) throw new MentorlijnError('bad-request', 'an endpoint is needed');
    await dropDevice(deps.store, conversation, body.data.endpoint);
    response.status(204).end();
  });
  return router;
}

async function conversationOf({ tokens }: PushRouteDeps, request: Request): Promise<ConversationKey> {
  const grant = await tokens.verify(/^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '');
  if (!grant) throw new MentorlijnError('not-signed-in', 'a token of this conversation is needed');
  return conversationKey('web', grant.conversationId);
}
