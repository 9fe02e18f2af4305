import { eventually } from './eventually.js';

/** A mentor at a helpline over real HTTP, through Direct Line. */
export interface HttpTalk {
  readonly conversationId: string;
  readonly token: string;
}

export interface HttpActivity {
  readonly id: string;
  readonly from: { readonly id: string };
  readonly text: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly mentorlijn?: { readonly parts: readonly { readonly kind: string; readonly number?: number }[] };
  };
}

async function call(
  origin: string,
  method: string,
  path: string,
  token: string | null,
  body?: object,
): Promise<Response> {
  return fetch(`${origin}/v3/directline${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A new conversation; rejects when nobody gives one. */
export async function beginTalk(origin: string): Promise<HttpTalk> {
  const answer = await call(origin, 'POST', '/tokens/generate', null, {});
  if (!answer.ok) throw new Error(`a new conversation answered ${String(answer.status)}`);
  return (await answer.json()) as HttpTalk;
}

/** As the page does while processes come and go: asks again until something answers. */
export async function insist<T>(ask: () => Promise<T>): Promise<T> {
  return eventually(ask);
}

/** Sends one message; returns the status. */
export async function say(origin: string, talk: HttpTalk, text: string, clientActivityID?: string): Promise<Response> {
  return call(origin, 'POST', `/conversations/${talk.conversationId}/activities`, talk.token, {
    type: 'message',
    text,
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  });
}

/** Everything that was said so far. */
export async function hear(origin: string, talk: HttpTalk): Promise<readonly HttpActivity[]> {
  const answer = await call(origin, 'GET', `/conversations/${talk.conversationId}/activities`, talk.token);
  if (!answer.ok) throw new Error(`reading answered ${String(answer.status)}`);
  return ((await answer.json()) as { readonly activities: readonly HttpActivity[] }).activities;
}

/** What was said, once there are `count` activities. */
export async function hearUntil(origin: string, talk: HttpTalk, count: number): Promise<readonly HttpActivity[]> {
  return eventually(async () => {
    const heard = await hear(origin, talk);
    if (heard.length >= count) return heard;
    throw new Error(`${String(heard.length)} of ${String(count)} activities came`);
  });
}

/** The numbers of the tickets that the bot promised or listed. */
export function ticketNumbers(heard: readonly HttpActivity[]): readonly (number | undefined)[] {
  return heard
    .flatMap(({ channelData }) => channelData?.mentorlijn?.parts ?? [])
    .filter(({ kind }) => kind === 'ticket')
    .map(({ number }) => number);
}
