import { createHmac } from 'node:crypto';
import type { FakeGraph } from './fake-graph.js';

/** Somebody with WhatsApp. */
export interface Person {
  readonly name: string;
  /** Null: withheld, as with a username. */
  readonly phone: string | null;
  readonly userId: string | null;
}

export const JAN: Person = { name: 'Jan', phone: '32470000001', userId: 'BE.1001' };

type Json = Record<string, unknown>;

/** Sends events as Meta does: signed, sometimes twice, several at once, in any order. */
export class FakeMeta {
  readonly appSecret = 'app-secret';
  readonly verifyToken = 'verify-me';
  #count = 0;

  constructor(
    private readonly origin: () => string,
    private readonly graph: FakeGraph,
    private readonly now: () => Date = () => new Date(),
  ) {}

  get environment(): Record<string, string> {
    return {
      WHATSAPP_PHONE_NUMBER_ID: this.graph.phoneNumberId,
      WHATSAPP_TOKEN: this.graph.token,
      WHATSAPP_APP_SECRET: this.appSecret,
      WHATSAPP_VERIFY_TOKEN: this.verifyToken,
      WHATSAPP_TEMPLATE: 'antwoord_klaar',
      WHATSAPP_GRAPH_URL: this.graph.url,
    };
  }

  /** One message of a person; `content` as the Cloud API has it. */
  message(person: Person, content: Json, more: Json = {}): Json {
    return {
      ...(person.phone === null ? {} : { from: person.phone }),
      ...(person.userId === null ? {} : { from_user_id: person.userId }),
      id: `wamid.IN${String((this.#count += 1))}`,
      timestamp: String(Math.floor(this.now().getTime() / 1_000)),
      ...content,
      ...more,
    };
  }

  words(person: Person, body: string, more: Json = {}): Json {
    return this.message(person, { type: 'text', text: { body } }, more);
  }

  press(person: Person, id: string, title: string): Json {
    return this.message(person, {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id, title } },
    });
  }

  status(id: string, status: string, more: Json = {}): Json {
    const shown = this.graph.shown.find((one) => one.id === id);
    return {
      id,
      status,
      timestamp: String(Math.floor(this.now().getTime() / 1_000)),
      recipient_id: shown?.to,
      ...(shown?.ours === null ? {} : { biz_opaque_callback_data: shown?.ours }),
      ...more,
    };
  }

  /** One POST with all of these, each of them where it belongs. */
  event(
    person: Person | null,
    { messages, statuses }: { messages?: readonly Json[]; statuses?: readonly Json[] },
  ): Json {
    const contact = person && {
      profile: { name: person.name },
      ...(person.phone === null ? {} : { wa_id: person.phone }),
      ...(person.userId === null ? {} : { user_id: person.userId }),
    };
    return {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '3225550123', phone_number_id: this.graph.phoneNumberId },
                ...(contact ? { contacts: [contact] } : {}),
                ...(messages ? { messages } : {}),
                ...(statuses ? { statuses } : {}),
              },
            },
          ],
        },
      ],
    };
  }

  sign(body: string): string {
    return `sha256=${createHmac('sha256', this.appSecret).update(body).digest('hex')}`;
  }

  async post(payload: unknown, headers: Record<string, string> = {}): Promise<number> {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const response = await fetch(`${this.origin()}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': this.sign(body), ...headers },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  }

  /** A person says something; Meta tells us. */
  async say(person: Person, body: string, more: Json = {}): Promise<number> {
    return this.post(this.event(person, { messages: [this.words(person, body, more)] }));
  }

  async tell(id: string, status: string, more: Json = {}): Promise<number> {
    return this.post(this.event(null, { statuses: [this.status(id, status, more)] }));
  }
}
