import type { ReplyPart } from '../../../handlers/reply.js';
import { kindOf, type FileNote } from '../files/file-note.js';

/** A part as the server sends it: with its Markdown already rendered. */
export type WirePart = ReplyPart & { readonly html?: string };

export interface WireButton {
  readonly label: string;
  readonly title: string | null;
  /** The encoded action; ours to send back, not to read. */
  readonly action: string;
}

/** What the page reads of a Direct Line activity. */
export interface Activity {
  readonly id: string;
  readonly kind: 'message' | 'typing';
  readonly own: boolean;
  readonly text: string;
  /** ISO time. */
  readonly at: string;
  /** Our own id of a message we sent; null for the bot's. */
  readonly clientId: string | null;
  readonly parts: readonly WirePart[];
  readonly buttons: readonly WireButton[];
  /** What the mentor sent along; empty for the bot. */
  readonly files: readonly FileNote[];
}

export interface Page {
  readonly activities: readonly Activity[];
  readonly watermark: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** Activities of a poll or a stream frame; what cannot be read is left out, so that one odd line never stops the rest. */
export function parsePage(value: unknown): Page {
  const page = asObject(value);
  const list = Array.isArray(page.activities) ? (page.activities as unknown[]) : [];
  return {
    activities: list.map(parseActivity).filter((found) => found !== null),
    watermark: typeof page.watermark === 'string' && page.watermark !== '' ? page.watermark : null,
  };
}

export function parseActivity(value: unknown): Activity | null {
  const activity = asObject(value);
  const { type, id } = activity;
  if ((type !== 'message' && type !== 'typing') || typeof id !== 'string') return null;
  const data = asObject(activity.channelData);
  const ours = asObject(data.mentorlijn);
  const from = asObject(activity.from);
  const text = textOf(activity.text);
  const parts =
    ours.v === 1
      ? listOf(ours.parts)
          .map(parsePart)
          .filter((part) => part !== null)
      : [];
  return {
    id,
    kind: type,
    own: from.role !== 'bot' && from.id !== 'mentorlijn',
    text,
    at: textOf(activity.timestamp),
    clientId: typeof data.clientActivityID === 'string' ? data.clientActivityID : null,
    files: listOf(activity.attachments).map((file, index) => parseFile(file, `${id}.${String(index)}`)),
    parts: parts.length > 0 || text === '' ? parts : [{ kind: 'text', markdown: text }],
    buttons: listOf(ours.buttons)
      .map(parseButton)
      .filter((button) => button !== null),
  };
}

/** A part of a kind we do not know is shown as text: a newer server must not silence an older page. */
function parsePart(value: unknown): WirePart | null {
  const part = asObject(value);
  const markdown = textOf(part.markdown);
  const html = typeof part.html === 'string' ? { html: part.html } : {};
  const needed: readonly (readonly [string, FieldType])[] | undefined = NEEDED.get(part.kind);
  const complete = needed?.every(([field, type]) => has(part[field], type)) ?? false;
  if (complete) return part as unknown as WirePart;
  return markdown === '' ? null : { kind: 'text', markdown, ...html };
}

type FieldType = 'string' | 'number' | 'list';

const FIELDS: Readonly<Record<ReplyPart['kind'], readonly (readonly [string, FieldType])[]>> = {
  text: [['markdown', 'string']],
  urgent: [['markdown', 'string']],
  item: [
    ['markdown', 'string'],
    ['title', 'string'],
    ['helpers', 'list'],
    ['sources', 'list'],
    ['checked', 'string'],
    ['path', 'string'],
  ],
  checklist: [
    ['markdown', 'string'],
    ['title', 'string'],
    ['sections', 'list'],
    ['checked', 'string'],
    ['path', 'string'],
    ['id', 'string'],
  ],
  ticket: [
    ['markdown', 'string'],
    ['number', 'number'],
    ['state', 'string'],
  ],
  coach: [
    ['markdown', 'string'],
    ['number', 'number'],
    ['coach', 'string'],
  ],
};

const NEEDED: ReadonlyMap<unknown, readonly (readonly [string, FieldType])[]> = new Map(Object.entries(FIELDS));

function has(value: unknown, type: FieldType): boolean {
  return type === 'list' ? Array.isArray(value) : typeof value === type;
}

function parseButton(value: unknown): WireButton | null {
  const { label, title, action } = asObject(value);
  if (typeof label !== 'string' || typeof action !== 'string') return null;
  return { label, title: typeof title === 'string' ? title : null, action };
}

/** Sent from another tab or device: its name is known here, its bytes are not. */
function parseFile(value: unknown, id: string): FileNote {
  const { contentType, name, content } = asObject(value);
  const { size } = asObject(content);
  const type = textOf(contentType);
  return {
    id,
    kind: kindOf(type) ?? 'document',
    name: textOf(name),
    contentType: type,
    size: typeof size === 'number' ? size : 0,
  };
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
