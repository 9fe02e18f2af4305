import { Agent as HttpAgent, request as requestHttp, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Activity } from 'botbuilder';
import { DeliveryError } from '../deliverer.js';
import type { Connector } from './connectors.js';

const TIMEOUT_MS = 12_000;
/** Refused is not unreachable: 4xx other than these will be refused again. */
const WORTH_ANOTHER_TRY: readonly number[] = [408, 412, 429];

type Signed = Parameters<Connector['credentials']['signRequest']>[0];

/**
 * Posts activities to the connector service. The SDK's own client does the same through fifteen layers, and tries again
 * by itself, which is the outbox's to decide; here its credentials sign, and connections stay open.
 */
export class ActivityPost {
  readonly #http = new HttpAgent({ keepAlive: true, maxSockets: 256 });
  readonly #https = new HttpsAgent({ keepAlive: true, maxSockets: 256 });

  async send(connector: Connector, activity: Partial<Activity>): Promise<void> {
    const url = addressOf(activity);
    const body = Buffer.from(JSON.stringify(activity));
    const options: RequestOptions = {
      method: 'POST',
      agent: url.protocol === 'https:' ? this.#https : this.#http,
      timeout: TIMEOUT_MS,
      headers: {
        ...(await authorization(connector)),
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      },
    };
    const answer = await ask(url, options, body);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer);
  }
}

function addressOf({ serviceUrl = '', conversation, replyToId }: Partial<Activity>): URL {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  const reply = replyToId === undefined || replyToId === '' ? '' : `/${encodeURIComponent(replyToId)}`;
  return new URL(`${base}v3/conversations/${encodeURIComponent(conversation?.id ?? '')}/activities${reply}`);
}

/** The SDK's credentials put their token on any request that has headers to set. */
async function authorization({ credentials }: Connector): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const blank = { headers: { set: (name: string, value: string) => void (headers[name] = value) } };
  await credentials.signRequest(blank as unknown as Signed);
  return headers;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** A connection that the other side just closed is no failure of theirs: once more, on a new one. */
async function ask(url: URL, options: RequestOptions, body: Buffer): Promise<Answer> {
  try {
    return await once(url, options, body);
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error;
    return once(url, { ...options, agent: false }, body);
  }
}

class StaleConnection extends Error {}

function once(url: URL, options: RequestOptions, body: Buffer): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      response.resume();
      response.once('end', () => {
        done({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
      });
      response.once('error', fail);
    });
    request.once('timeout', () => request.destroy(new DeliveryError('timeout', false)));
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET') fail(new StaleConnection());
      else if (error instanceof DeliveryError) fail(error);
      else fail(new DeliveryError('unreachable', false, { cause: error }));
    });
    request.end(body);
  });
}

function refusal({ status, retryAfter }: Answer): DeliveryError {
  const permanent = status >= 400 && status < 500 && !WORTH_ANOTHER_TRY.includes(status);
  const seconds = Number(retryAfter);
  return new DeliveryError(
    `status-${String(status)}`,
    permanent,
    Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {},
  );
}
