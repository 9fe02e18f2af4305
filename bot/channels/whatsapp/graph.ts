import type { JsonValue } from '../../../handlers/message.js';
import type { WhatsAppConfig } from './settings.js';

/** The Graph API refused, or did not answer. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  constructor(
    /** Meta's error code; null when there was no answer to read. */
    readonly code: number | null,
    readonly status: number | null,
    options?: ErrorOptions,
  ) {
    super(code === null ? 'the Graph API did not answer' : `the Graph API answered ${String(code)}`, options);
  }
}

/** Slower than this is as good as no answer; well within the outbox's lease. */
const TIMEOUT_MS = 8_000;

/** The few calls of the Cloud API that the channel needs. Knows no stories and keeps nothing. */
export class Graph {
  constructor(private readonly config: WhatsAppConfig) {}

  /** Sends one message; returns its id (`wamid.…`). */
  async send(message: object): Promise<string> {
    const answer = await this.#call('POST', `/${this.config.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...message,
    });
    const id = (answer as { messages?: readonly { id?: unknown }[] } | null)?.messages?.[0]?.id;
    return typeof id === 'string' ? id : '';
  }

  /** Blue ticks, and "is typing" until the answer comes. */
  async markRead(messageId: string): Promise<void> {
    await this.#call('POST', `/${this.config.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: messageId,
      typing_indicator: { type: 'text' },
    });
  }

  /** The number people write to, digits only, for a wa.me link. */
  async displayNumber(): Promise<string | null> {
    const answer = await this.#call('GET', `/${this.config.phoneNumberId}?fields=display_phone_number`);
    const shown = (answer as { display_phone_number?: unknown } | null)?.display_phone_number;
    const digits = typeof shown === 'string' ? shown.replace(/\D/g, '') : '';
    return digits === '' ? null : digits;
  }

  /** Where the bytes of a file stand for the next minutes, and what Meta says they are. */
  async media(mediaId: string): Promise<{ url: string; contentType: string; size: number } | null> {
    if (!/^[\w.-]{1,200}$/.test(mediaId)) return null;
    const answer = (await this.#call('GET', `/${mediaId}?phone_number_id=${this.config.phoneNumberId}`)) as {
      url?: unknown;
      mime_type?: unknown;
      file_size?: unknown;
    } | null;
    if (typeof answer?.url !== 'string') return null;
    return {
      url: answer.url,
      contentType: typeof answer.mime_type === 'string' ? answer.mime_type : 'application/octet-stream',
      size: Number(answer.file_size) || 0,
    };
  }

  async #call(method: 'GET' | 'POST', path: string, body?: object): Promise<JsonValue> {
    const response = await this.#fetch(method, path, body);
    const answer = await response.json().catch(() => null);
    if (response.ok) return answer as JsonValue;
    const code = (answer as { error?: { code?: unknown } } | null)?.error?.code;
    throw new GraphError(typeof code === 'number' ? code : null, response.status);
  }

  async #fetch(method: string, path: string, body?: object): Promise<Response> {
    try {
      return await fetch(`${this.config.graphUrl}${path}`, {
        method,
        // The token goes to the configured host and nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${this.config.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new GraphError(null, null, { cause: error });
    }
  }
}
