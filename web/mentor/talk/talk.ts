import type { Activity, Page, WireButton, WirePart } from './activity.js';
import type { FileNote } from '../files/file-note.js';
import { PAGE_TEXTS } from '../texts.js';
import type { Queue } from './queue.js';

/** A line of the conversation as it is shown and kept on the device. */
export type Line = OwnLine | BotLine | NoteLine;

export interface OwnLine {
  readonly kind: 'own';
  /** The client id when we sent it, else the activity's id. */
  readonly key: string;
  readonly text: string;
  readonly files?: readonly FileNote[];
  readonly at: string;
  /** The server has it. */
  readonly confirmed?: true;
}

export interface BotLine {
  readonly kind: 'bot';
  readonly key: string;
  readonly parts: readonly WirePart[];
  readonly buttons: readonly WireButton[];
  readonly at: string;
  /** Answered by this device without network: to which own line. */
  readonly offlineFor?: string;
  /** Of what date the knowledge was (ISO), when the device answered. */
  readonly knowledgeOf?: string;
}

/** Said by the page itself. */
export interface NoteLine {
  readonly kind: 'note';
  readonly key: string;
  readonly text: string;
  readonly at: string;
}

export interface Talk {
  readonly conversationId: string | null;
  readonly watermark: string;
  readonly lines: readonly Line[];
  /** Key of the last line the mentor has had before his eyes. */
  readonly seen: string | null;
  /** The bot is busy with an answer. */
  readonly typing: boolean;
  /** What was said on the device from which this conversation goes on; absent when it began here. */
  readonly older?: readonly Line[];
}

export const EMPTY_TALK: Talk = { conversationId: null, watermark: '', lines: [], seen: null, typing: false };

/** Kept on the device; the server has all of it. */
const MOST_LINES = 200;

/**
 * Takes what the server sent into the conversation. The same page twice changes nothing. `waiting`: keys of own lines
 * that the server has yet to get; what it says now comes before them, so that every answer stands under its question.
 */
export function receive(talk: Talk, page: Page, waiting: readonly string[] = []): Talk {
  let { lines, typing } = talk;
  for (const activity of page.activities) {
    typing = activity.kind === 'typing' ? true : activity.own ? typing : false;
    if (activity.kind === 'message')
      lines = activity.own ? takeOwn(lines, activity) : takeBot(lines, activity, waiting);
  }
  return { ...talk, lines: lines.slice(-MOST_LINES), typing, watermark: page.watermark ?? talk.watermark };
}

function takeOwn(lines: readonly Line[], activity: Activity): readonly Line[] {
  const key = activity.clientId ?? activity.id;
  const { text, files, at: said } = activity;
  const line: OwnLine = {
    kind: 'own',
    key,
    text,
    ...(files.length > 0 ? { files } : {}),
    at: said,
    confirmed: true,
  };
  const at = lines.findIndex((known) => known.key === key);
  if (at < 0) return [...lines, line];
  // The label of a pressed button stays as it was pressed.
  return lines.map((known, index) =>
    index === at && known.kind === 'own' ? { ...known, at: activity.at || known.at, confirmed: true } : known,
  );
}

function takeBot(lines: readonly Line[], activity: Activity, waiting: readonly string[]): readonly Line[] {
  if (activity.parts.length === 0 || lines.some(({ key }) => key === activity.id)) return lines;
  const { id: key, parts, buttons, at } = activity;
  // The server's own answer takes the place of what the device answered to a question that has arrived.
  const arrived = new Set(lines.flatMap((line) => (line.kind === 'own' && line.confirmed === true ? [line.key] : [])));
  const left = lines.filter(
    (line) => line.kind !== 'bot' || line.offlineFor === undefined || !arrived.has(line.offlineFor),
  );
  // A photo may still be on its way while the words after it have arrived: the answer is to what arrived last.
  const from = left.findLastIndex((line) => line.kind === 'own' && line.confirmed === true) + 1;
  const next = left.findIndex(
    (line, index) => index >= from && line.kind === 'own' && line.confirmed !== true && waiting.includes(line.key),
  );
  return left.toSpliced(next < 0 ? left.length : next, 0, { kind: 'bot', key, parts, buttons, at });
}

/** What was said elsewhere before, to read back; nothing there can be pressed or waits. */
export function withOlder(talk: Talk, page: Page): Talk {
  return { ...talk, older: receive({ ...EMPTY_TALK, lines: [] }, page).lines };
}

/** Everything there is to read, oldest first. */
export function allLines({ older = [], lines }: Talk): readonly Line[] {
  if (older.length === 0) return lines;
  const mark = (key: string, text: string): NoteLine => ({ kind: 'note', key, text, at: '' });
  return [mark('older', PAGE_TEXTS.older), ...older, mark('goes-on', PAGE_TEXTS.goesOn), ...lines];
}

/** The mentor typed the code of another device and the bot has answered: there may be older lines now. */
export function mayHaveJoined({ lines }: Talk): boolean {
  const [said, answered] = lines.slice(-2);
  return said?.kind === 'own' && answered?.kind === 'bot' && CODE.test(said.text);
}
const CODE = /\bML[\s-]*[2-9A-HJ-NP-Z]{4}[\s-]*[2-9A-HJ-NP-Z]{4}\b/i;

/** A typed message stands in the conversation at once, before it is sent. */
export function say(talk: Talk, line: OwnLine): Talk {
  return talk.lines.some(({ key }) => key === line.key) ? talk : { ...talk, lines: [...talk.lines, line] };
}

/** What waits to be sent stands in the conversation, also when another tab said it. */
export function sayWaiting(talk: Talk, queue: Queue): Talk {
  return queue
    .filter(({ kind }) => kind === 'message')
    .reduce(
      (told, { clientId, text, files, createdAt }) =>
        say(told, {
          kind: 'own',
          key: clientId,
          text,
          ...(files ? { files } : {}),
          at: new Date(createdAt).toISOString(),
        }),
      talk,
    );
}

export function note(talk: Talk, line: NoteLine): Talk {
  return talk.lines.at(-1)?.kind === 'note' && talk.lines.at(-1)?.key === line.key
    ? talk
    : { ...talk, lines: [...talk.lines.filter(({ key }) => key !== line.key), line] };
}

/** The device's own answer, under its question and what it already said to it; without a question, at the end. */
export function answerOffline(talk: Talk, line: BotLine & { readonly offlineFor: string }): Talk {
  const lines = talk.lines.filter(({ key }) => key !== line.key);
  const at = lines.findLastIndex(
    (known) => known.key === line.offlineFor || (known.kind === 'bot' && known.offlineFor === line.offlineFor),
  );
  return { ...talk, lines: at < 0 ? [...lines, line] : lines.toSpliced(at + 1, 0, line) };
}

/** Takes back a line that was never sent. */
export function unsay(talk: Talk, key: string): Talk {
  return {
    ...talk,
    lines: talk.lines.filter((line) => line.key !== key && (line.kind !== 'bot' || line.offlineFor !== key)),
  };
}

/**
 * Everything from the start, once more: when the server's log is shorter than ours it began anew ("wis mijn gegevens"),
 * and ours is let go but for what still waits to be sent.
 */
export function rebuild(talk: Talk, page: Page, waiting: readonly string[]): Talk {
  const began = Number(page.watermark ?? 0) < Number(talk.watermark || 0);
  const lines = began ? talk.lines.filter(({ key }) => waiting.includes(key)) : talk.lines;
  const { older, ...rest } = talk;
  const kept = began || older === undefined ? rest : talk;
  return receive({ ...kept, lines, watermark: '' }, { ...page, watermark: page.watermark ?? '0' }, waiting);
}
