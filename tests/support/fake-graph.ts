import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.js';

/** One message as Meta would have shown it to a person. */
export interface Shown {
  readonly id: string;
  readonly to: string;
  readonly type: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly template: string | null;
  /** What came along, which every status gives back. */
  readonly ours: string | null;
}

/** What the next calls to send come to, first to last; then all is well. */
export type GraphFault =
  | { readonly code: number; readonly status: number }
  /** Taken, but the answer never arrives. */
  | 'drop'
  /** The connection is cut before anything is taken. */
  | 'refuse'
  | 'slow';

interface Call {
  readonly messaging_product?: unknown;
  readonly to?: unknown;
  readonly recipient?: unknown;
  readonly type?: unknown;
  readonly status?: unknown;
  readonly message_id?: unknown;
  readonly text?: { readonly body?: unknown };
  readonly interactive?: {
    readonly type?: unknown;
    readonly body?: { readonly text?: unknown };
    readonly action?: {
      readonly button?: unknown;
      readonly buttons?: readonly {
        readonly type?: unknown;
        readonly reply?: { readonly id?: string; readonly title?: string };
      }[];
      readonly sections?: readonly {
        readonly title?: string;
        readonly rows?: readonly { readonly id?: string; readonly title?: string; readonly description?: string }[];
      }[];
    };
  };
  readonly template?: {
    readonly name?: string;
    readonly language?: { readonly code?: string };
    readonly components?: readonly { readonly parameters?: readonly { readonly text?: string }[] }[];
  };
  readonly biz_opaque_callback_data?: unknown;
}

const SLOW_MS = 300;

/** Stands where Meta's Graph API stands: checks shapes and limits, keeps the 24 hours, and fails when told to. */
export class FakeGraph {
  readonly phoneNumberId = '106540352242922';
  readonly token = 'graph-token';
  /** What people see on their phone, in order. */
  readonly shown: Shown[] = [];
  readonly read: string[] = [];
  /** Calls that Meta would have refused for their form: always a mistake of ours. */
  readonly mistakes: string[] = [];
  readonly faults: GraphFault[] = [];
  /** People whose 24 hours are over: only a template reaches them. */
  readonly closed = new Set<string>();
  readonly templates = new Set<string>(['antwoord_klaar', 'tip']);
  readonly media = new Map<string, { readonly contentType: string; readonly bytes: Buffer; readonly url?: string }>();
  readonly #server: Server;
  #sent = 0;
  url = '';

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return this.url;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Everything as new, for the next test. */
  reset(): void {
    for (const kept of [this.shown, this.read, this.mistakes, this.faults]) kept.length = 0;
    this.closed.clear();
  }

  to(person: string): readonly Shown[] {
    return this.shown.filter(({ to }) => to === person);
  }

  /** What a person has, once there are so many. */
  async until(person: string, count: number): Promise<readonly Shown[]> {
    return eventually(() => {
      const shown = this.to(person);
      if (shown.length >= count) return shown;
      throw new Error(`${person} has ${JSON.stringify(shown)}, not ${String(count)}`);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.url).pathname;
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      refuse(response, 190, 401);
      return;
    }
    const bytes = path.startsWith('/bytes/') ? this.media.get(path.slice(7)) : undefined;
    if (bytes) {
      response.writeHead(200, { 'content-type': bytes.contentType });
      response.end(bytes.bytes);
    } else if (request.method === 'GET') this.#get(path.slice(1), response);
    else if (path === `/${this.phoneNumberId}/messages`) await this.#message(await bodyOf(request), response);
    else refuse(response, 100, 404);
  }

  #get(id: string, response: ServerResponse): void {
    const file = this.media.get(id);
    if (id === this.phoneNumberId) answer(response, { display_phone_number: '+32 2 555 01 23' });
    else if (file)
      answer(response, {
        url: file.url ?? `${this.url}/bytes/${id}`,
        mime_type: file.contentType,
        file_size: file.bytes.length,
      });
    else refuse(response, 100, 404);
  }

  async #message(call: Call, response: ServerResponse): Promise<void> {
    if (call.status === 'read') {
      this.read.push(String(call.message_id));
      {
        answer(response, { success: true });
        return;
      }
    }
    const fault = this.faults.shift();
    if (fault === 'refuse') {
      response.destroy();
      return;
    }
    if (fault === 'slow') await new Promise((done) => setTimeout(done, SLOW_MS));
    if (typeof fault === 'object') {
      refuse(response, fault.code, fault.status);
      return;
    }
    const problem = problemOf(call);
    if (problem !== null) {
      this.mistakes.push(`${problem}: ${JSON.stringify(call)}`);
      {
        refuse(response, 100, 400);
        return;
      }
    }
    const to = textOf(call.to ?? call.recipient);
    if (call.type === 'template' && !this.templates.has(call.template?.name ?? '')) {
      refuse(response, 132001, 404);
      return;
    }
    if (call.type !== 'template' && this.closed.has(to)) {
      refuse(response, 131047, 400);
      return;
    }
    const id = `wamid.OUT${String((this.#sent += 1))}`;
    this.shown.push(show(id, to, call));
    if (fault === 'drop') {
      response.destroy();
      return;
    }
    answer(response, { messaging_product: 'whatsapp', contacts: [{ input: to }], messages: [{ id }] });
  }
}

function show(id: string, to: string, call: Call): Shown {
  const rows = (call.interactive?.action?.sections ?? []).flatMap((section) => section.rows ?? []);
  const replies = (call.interactive?.action?.buttons ?? []).map(({ reply }) => reply);
  const field = call.template?.components?.[0]?.parameters?.[0]?.text;
  return {
    id,
    to,
    type: String(call.type),
    text: textOf(call.text?.body ?? call.interactive?.body?.text ?? field),
    buttons: [...replies, ...rows].map((one) => ({ id: one?.id ?? '', title: one?.title ?? '' })),
    template: call.template?.name ?? null,
    ours: typeof call.biz_opaque_callback_data === 'string' ? call.biz_opaque_callback_data : null,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max;

/** Shapes and limits of the Cloud API; null when all is well. */
export function problemOf(call: object): string | null {
  const {
    messaging_product: product,
    to,
    recipient,
    type,
    text,
    interactive,
    template,
    biz_opaque_callback_data: ours,
  } = call as Call;
  if (product !== 'whatsapp') return 'messaging_product';
  if (to === undefined ? !/^[A-Z]{2}\.[\w.]+$/.test(textOf(recipient)) : !/^\d{6,15}$/.test(textOf(to)))
    return 'to or recipient';
  if (ours !== undefined && !isText(ours, 512)) return 'biz_opaque_callback_data';
  if (type === 'text') return isText(text?.body, 4_096) ? null : 'text.body';
  if (type === 'template')
    return isText(template?.name, 512) && isText(template?.language?.code, 10) ? null : 'template';
  if (type !== 'interactive') return 'type';
  if (!isText(interactive?.body?.text, 1_024)) return 'interactive.body.text';
  return interactive?.type === 'button'
    ? buttonProblem(interactive)
    : interactive?.type === 'list'
      ? listProblem(interactive)
      : 'interactive.type';
}

function buttonProblem({ action }: NonNullable<Call['interactive']>): string | null {
  const buttons = action?.buttons ?? [];
  if (buttons.length < 1 || buttons.length > 3) return 'buttons: 1 to 3';
  if (buttons.some(({ type, reply }) => type !== 'reply' || !isText(reply?.id, 256) || !isText(reply?.title, 20)))
    return 'button';
  return different(buttons.map(({ reply }) => reply?.id ?? '')) &&
    different(buttons.map(({ reply }) => reply?.title ?? ''))
    ? null
    : 'two buttons are the same';
}

function listProblem({ action }: NonNullable<Call['interactive']>): string | null {
  const sections = action?.sections ?? [];
  const rows = sections.flatMap((section) => section.rows ?? []);
  if (!isText(action?.button, 20)) return 'list button';
  if (sections.length < 1 || sections.length > 10 || sections.some(({ title }) => !isText(title, 24)))
    return 'sections';
  if (rows.length < 1 || rows.length > 10) return 'rows: 1 to 10';
  if (
    rows.some(
      ({ id, title, description }) =>
        !isText(id, 200) || !isText(title, 24) || (description !== undefined && !isText(description, 72)),
    )
  )
    return 'row';
  return different(rows.map(({ id }) => id ?? '')) ? null : 'two rows are the same';
}

const different = (values: readonly string[]): boolean => new Set(values).size === values.length;

async function bodyOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Call;
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, code: number, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ error: { message: `(#${String(code)})`, type: 'OAuthException', code, fbtrace_id: 'x' } }),
  );
}
