import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ERROR_STATUS, MentorlijnError, type ErrorCode } from '../errors.js';
import type { Log } from '../ports.js';

/** Errors of JSON addresses: a code and a message, a fitting status, never a stack or a secret. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { code, message } = describe(error);
    const status = ERROR_STATUS[code];
    if (status >= 500) log.error('request-failed', error, { path: request.path, method: request.method, code });
    response.status(status).json({ error: { code, message } });
  };
}

export const notFound: RequestHandler = (request) => {
  throw new MentorlijnError('not-found', `there is no ${request.method} ${request.path}`);
};

function describe(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (error instanceof MentorlijnError)
    return {
      code: error.code,
      message: ERROR_STATUS[error.code] >= 500 ? 'something went wrong on our side' : error.message,
    };
  // body-parser and express set a status on their own errors.
  const status = (error as { readonly status?: unknown }).status;
  if (status === 413) return { code: 'too-large', message: 'the message is too large' };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { code: 'bad-request', message: 'the request could not be read' };
  return { code: 'internal', message: 'something went wrong on our side' };
}
