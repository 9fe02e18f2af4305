import { pino, type Logger } from 'pino';
import type { Log } from '../handlers/ports.js';
import { currentTrace } from './trace.js';

/** JSON lines on standard output. Events and fields only: never message text, never secrets. */
export function createLog(level: string): Log {
  const logger: Logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin });
  return {
    info: (event, fields) => {
      logger.info(fields ?? {}, event);
    },
    warn: (event, fields) => {
      logger.warn(fields ?? {}, event);
    },
    error: (event, error, fields) => {
      logger.error({ ...fields, error: describe(error) }, event);
    },
  };
}

/** Every line of one request carries the same id. */
function mixin(): object {
  const trace = currentTrace();
  return trace === undefined ? {} : { trace };
}

/** What went wrong and why, by name, code and stack of our own frames. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: error.code } : {};
  return {
    name,
    message,
    ...code,
    stack: stack?.split('\n').slice(1, 6),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}
