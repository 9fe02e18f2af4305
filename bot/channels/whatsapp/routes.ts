import express, { Router, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { MentorlijnError } from '../../../handlers/errors.js';
import type { Clock } from '../../../handlers/ports.js';
import type { HelplineBot } from '../../helpline-bot.js';
import type { WhatsAppChannel } from './channel.js';
import type { WhatsAppConfig } from './settings.js';
import { isSameSecret, isSigned } from './signature.js';
import { readWebhook } from './webhook.js';

/** Meta sends events of up to 3 MB. */
const BODY_LIMIT = '4mb';
/** Refused requests per minute and address; Meta's own are signed and not counted. */
const REFUSALS_PER_MINUTE = 60;

export interface WhatsAppRouteDeps {
  readonly config: WhatsAppConfig;
  readonly channel: WhatsAppChannel;
  readonly bot: HelplineBot;
  readonly clock: Clock;
}

/** `/webhooks/whatsapp`: Meta's check when it is registered, and every event afterwards. */
export function whatsappRoutes(deps: WhatsAppRouteDeps): Router {
  const router = Router();
  router.use(
    rateLimit({
      windowMs: 60_000,
      limit: REFUSALS_PER_MINUTE,
      skipSuccessfulRequests: true,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      message: { error: { code: 'too-many', message: 'too many refused requests: wait a minute' } },
    }),
  );
  router.get('/', (request, response) => {
    verify(deps.config, request, response);
  });
  // The signature is over the very bytes, so they are not parsed before it is checked.
  router.post('/', express.raw({ type: () => true, limit: BODY_LIMIT }), (request, response) =>
    receive(deps, request, response),
  );
  return router;
}

function verify({ verifyToken }: WhatsAppConfig, { query }: Request, response: Response): void {
  const challenge = query['hub.challenge'];
  const token = query['hub.verify_token'];
  if (query['hub.mode'] !== 'subscribe' || typeof token !== 'string' || !isSameSecret(token, verifyToken))
    throw new MentorlijnError('not-allowed', 'the verify token is not ours');
  if (typeof challenge !== 'string' || !/^[\w-]{1,200}$/.test(challenge))
    throw new MentorlijnError('bad-request', 'hub.challenge is missing');
  response.type('text/plain').send(challenge);
}

async function receive({ config, channel, bot, clock }: WhatsAppRouteDeps, request: Request, response: Response) {
  const body: unknown = request.body;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!isSigned(bytes, request.get('x-hub-signature-256'), config.appSecret))
    throw new MentorlijnError('not-signed-in', 'the signature does not fit');
  const events = readWebhook(parse(bytes), config.phoneNumberId, clock.now());
  // Meta forgets an event once it reads 200: it is on disk before that, and handled after it.
  const taken = await channel.takeIn(events);
  response.sendStatus(200);
  channel.handle(taken, bot);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (error) {
    throw new MentorlijnError('bad-request', 'this is no JSON', { cause: error });
  }
}

/** Never silently: the address says why it is closed. */
export function whatsappOff(): Router {
  const router = Router();
  router.use(() => {
    throw new MentorlijnError('not-found', 'WhatsApp is off: set WHATSAPP_PHONE_NUMBER_ID and what belongs to it');
  });
  return router;
}
