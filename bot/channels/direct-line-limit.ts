import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { MentorlijnError } from '../../handlers/errors.js';
import type { LimitStores } from '../state/rate-limits.js';

/**
 * So many words a minute in one conversation, whatever address they come from. `whose` refuses a request without a
 * token of its conversation: nobody uses up another's share.
 */
export function wordsLimit(
  perMinute: number,
  limits: LimitStores | undefined,
  whose: (request: Request) => Promise<string>,
): RequestHandler {
  const store = limits?.('words');
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: whose,
    ...(store ? { store } : {}),
    // A counter that cannot be reached must not keep an emergency from getting through.
    passOnStoreError: true,
    handler: () => {
      throw new MentorlijnError('too-many', 'too many messages in this conversation: wait a minute');
    },
  });
}
