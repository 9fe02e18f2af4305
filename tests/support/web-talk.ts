import type { Served } from './serve.js';

export interface Heard {
  readonly id: string;
  readonly text: string;
  readonly from: { readonly id: string };
}

/** A mentor at the web page, over real HTTP. */
export class WebTalk {
  conversationId = '';
  token = '';
  #count = 0;

  constructor(
    private readonly served: Served,
    private readonly name: string,
  ) {}

  async open(): Promise<this> {
    const made = (await this.call('POST', '/tokens/generate', {})) as { conversationId: string; token: string };
    this.conversationId = made.conversationId;
    this.token = made.token;
    return this;
  }

  get key(): string {
    return `web:${this.conversationId}`;
  }

  /** Says something, or presses a button by its action; what the bot answered last. */
  async say(text: string, action?: string): Promise<string> {
    await this.call('POST', `/conversations/${this.conversationId}/activities`, {
      type: 'message',
      text,
      from: { id: 'me', name: this.name },
      channelData: { clientActivityID: `c${String((this.#count += 1))}` },
      ...(action === undefined ? {} : { value: { action } }),
    });
    return (await this.heard()).filter(({ from }) => from.id === 'mentorlijn').at(-1)?.text ?? '';
  }

  async heard(watermark = ''): Promise<readonly Heard[]> {
    const mark = watermark === '' ? '' : `?watermark=${watermark}`;
    const page = await this.call('GET', `/conversations/${this.conversationId}/activities${mark}`);
    return (page as { activities: readonly Heard[] }).activities;
  }

  async upload(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(bytes)], { type: contentType }), name);
    const response = await fetch(
      `${this.served.origin}/v3/directline/conversations/${this.conversationId}/upload?userId=me`,
      { method: 'POST', headers: { authorization: `Bearer ${this.token}` }, body: form },
    );
    if (!response.ok) throw new Error(`upload: ${String(response.status)} ${await response.text()}`);
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.served.origin}/v3/directline${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  }
}
