import { parsePage, type Page } from '../talk/activity.js';
import type { Session } from '../talk/device-state.js';
import type { Outgoing, SendResult } from '../talk/queue.js';

/** A request that got no good answer. `status` 0: no answer at all. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly status: number,
    readonly retryAfterMs: number | null = null,
  ) {
    super(`no good answer (${String(status)})`);
  }

  /** The token or the conversation no longer holds. */
  get signedOut(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

export interface Opened {
  readonly session: Session;
  /** Path and query of the stream, on our own host; null when the server only polls. */
  readonly streamPath: string | null;
}

export interface WebAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}
export interface WebRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
export type Fetch = (path: string, request: WebRequest) => Promise<WebAnswer>;

export const BASE = '/v3/directline';
const USER = 'mentor';

/** Direct Line 3.0 as this page speaks it. */
export class DirectLine {
  constructor(
    private readonly fetch: Fetch,
    private readonly now: () => number,
  ) {}

  /** A new conversation. */
  async begin(): Promise<Opened> {
    const session = this.#session(await this.#ask('POST', '/tokens/generate', null, {}), null);
    return this.#opened(await this.#ask('POST', '/conversations', session.token, {}), session);
  }

  /** Back into a conversation we have; what came after `watermark` follows on the stream. */
  async comeBack(session: Session, watermark: string): Promise<Opened> {
    const mark = watermark === '' ? '' : `?watermark=${encodeURIComponent(watermark)}`;
    return this.#opened(
      await this.#ask('GET', `/conversations/${session.conversationId}${mark}`, session.token),
      session,
    );
  }

  async refresh(session: Session): Promise<Session> {
    return this.#session(await this.#ask('POST', '/tokens/refresh', session.token, {}), session);
  }

  /** A new token after the old one expired. */
  async resume(session: Session): Promise<Session> {
    if (session.resume === null) throw new NoAnswer(401);
    return this.#session(await this.#ask('POST', '/tokens/resume', null, { resume: session.resume }), session);
  }

  async activities(session: Session, watermark: string): Promise<Page> {
    const mark = watermark === '' ? '' : `?watermark=${encodeURIComponent(watermark)}`;
    return parsePage(
      await this.#ask('GET', `/conversations/${session.conversationId}/activities${mark}`, session.token),
    );
  }

  /** What was said on the device this conversation was joined to, oldest first. */
  async older(session: Session): Promise<Page> {
    return parsePage(await this.#ask('GET', `/conversations/${session.conversationId}/older`, session.token));
  }

  async send(session: Session, item: Outgoing): Promise<SendResult> {
    try {
      await this.#ask('POST', `/conversations/${session.conversationId}/activities`, session.token, toActivity(item));
      return { kind: 'sent' };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return laterOrRefused(error.status, error.retryAfterMs);
    }
  }

  async #ask(method: 'GET' | 'POST', path: string, token: string | null, body?: object): Promise<unknown> {
    const answer = await this.fetch(BASE + path, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => null);
    if (answer?.ok) return await answer.json().catch(() => Promise.reject(new NoAnswer(0)));
    const wait = Number(answer?.headers.get('retry-after') ?? Number.NaN);
    throw new NoAnswer(answer?.status ?? 0, Number.isFinite(wait) ? wait * 1_000 : null);
  }

  #session(answer: unknown, before: Session | null): Session {
    const { conversationId, token, expires_in: seconds, resume } = answer as Readonly<Record<string, unknown>>;
    if (typeof conversationId !== 'string' || typeof token !== 'string') throw new NoAnswer(0);
    const lifetimeMs = (typeof seconds === 'number' ? seconds : 1_800) * 1_000;
    return {
      conversationId,
      token,
      expiresAt: this.now() + lifetimeMs,
      resume: typeof resume === 'string' ? resume : (before?.resume ?? null),
    };
  }

  #opened(answer: unknown, before: Session): Opened {
    const { streamUrl } = answer as { readonly streamUrl?: unknown };
    // Our own host and scheme, whatever a proxy made the server believe.
    const url = typeof streamUrl === 'string' ? new URL(streamUrl, 'ws://here') : null;
    const { token } = answer as { readonly token?: unknown };
    const session = typeof token === 'string' ? this.#session(answer, before) : before;
    return { session, streamPath: url ? url.pathname + url.search : null };
  }
}

/** What a message that was not taken in has to do now. */
export function laterOrRefused(status: number, retryAfterMs: number | null): SendResult {
  if (new NoAnswer(status).signedOut) return { kind: 'sign-in' };
  const laterAnyway = status === 0 || status >= 500 || [408, 409, 425, 429].includes(status);
  if (!laterAnyway) return { kind: 'refused' };
  return retryAfterMs === null ? { kind: 'later' } : { kind: 'later', afterMs: retryAfterMs };
}

export function toActivity(item: Outgoing): object {
  const common = { from: { id: USER }, locale: 'nl-BE', channelData: { clientActivityID: item.clientId } };
  if (item.kind === 'start') return { ...common, type: 'event', name: 'mentorlijn/start' };
  return {
    ...common,
    type: 'message',
    text: item.text,
    ...(item.action === null ? {} : { value: { action: item.action } }),
  };
}
