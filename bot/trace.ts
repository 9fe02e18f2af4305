import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import { randomPool } from './random-pool.js';

const traces = new AsyncLocalStorage<string>();
const traceBytes = randomPool(8);

/** The id that ties together every log line of one request or one round of work. */
export function currentTrace(): string | undefined {
  return traces.getStore();
}

export function withTrace<T>(id: string, work: () => T): T {
  return traces.run(id, work);
}

export function newTrace(): string {
  return traceBytes().toString('hex');
}

/** Takes the id of the balancer in front, or makes one, and gives it back in the answer. */
export const traceRequests: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id') ?? '';
  const id = /^[\w-]{8,64}$/.test(given) ? given : newTrace();
  response.setHeader('X-Request-Id', id);
  withTrace(id, () => {
    next();
  });
};
