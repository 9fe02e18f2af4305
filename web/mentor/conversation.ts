import { Connection, type ConnectionDeps, type Status } from './net/connection.js';
import { letGo, tidy, type FileShelf } from './files/file-shelf.js';
import type { FileNote } from './files/file-note.js';
import { NoAnswer, type DirectLine } from './net/direct-line.js';
import { Sender } from './net/sender.js';
import { sendWithFiles } from './net/upload.js';
import type { Page, WireButton } from './talk/activity.js';
import type { DeviceState, Session } from './talk/device-state.js';
import { add, moveTo, remove, retryNow, wakeUp, type Lane, type Outgoing, type Queue } from './talk/queue.js';
import {
  answerOffline,
  mayHaveJoined,
  note,
  rebuild,
  receive,
  say,
  sayWaiting,
  unsay,
  withOlder,
  type Talk,
} from './talk/talk.js';
import type { PocketAnswer } from './offline/pocket.js';
import { PAGE_TEXTS } from './texts.js';

export interface ConversationDeps {
  readonly device: DeviceState;
  readonly line: DirectLine;
  readonly follow: ConnectionDeps['follow'];
  readonly alone: ConnectionDeps['alone'];
  readonly aloneOrNot: (lane: Lane, work: () => Promise<void>) => Promise<boolean>;
  readonly files: FileShelf;
  readonly online: () => boolean;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly onChange: () => void;
  /** How far files under way are: 0–1. */
  readonly onProgress: (key: string, part: number) => void;
  /** The bot or a coach said something. */
  readonly onNews: () => void;
}

/** A message that was taken in comes back in the stream; when it does not, we look ourselves. */
const ECHO_MS = 2_500;
/** Another tab may just be putting a file on the shelf. */
const YOUNG_MS = 60 * 60_000;

/** What the server may get any moment; what it refused waits for its writer. */
function toCome(queue: Queue): readonly string[] {
  return queue.filter(({ state }) => state === 'waiting' || state === 'sending').map(({ clientId }) => clientId);
}

/** The conversation of this device: what is said, what waits, and the line to the server. */
export class Conversation {
  #talk: Talk;
  #status: Status = 'connecting';
  readonly #echoed = new Set<string>();
  readonly #connection: Connection;
  readonly #senders: readonly Sender[];

  constructor(private readonly deps: ConversationDeps) {
    const { device, line, online, now, follow, alone } = deps;
    device.saveQueue(wakeUp(device.queue()));
    this.#talk = sayWaiting(device.talk(), device.queue());
    this.#connection = new Connection({
      line,
      device,
      follow,
      alone,
      online,
      now,
      watermark: () => this.#talk.watermark,
      onPage: (page) => {
        this.#take(page);
      },
      onStatus: (status) => {
        this.#status = status;
        deps.onChange();
      },
      onFresh: (session, lost) => {
        this.#fresh(session, lost);
      },
      onReady: () => {
        this.#flush();
        if (this.#talk.older) void this.#readOlder();
      },
    });
    this.#senders = [this.#sender('words'), this.#sender('files')];
    this.#tidy(now() - YOUNG_MS);
  }

  #sender(lane: Lane): Sender {
    const { device, line, files, online, now, random, aloneOrNot, onChange, onProgress } = this.deps;
    return new Sender({
      device,
      lane,
      online,
      now,
      random,
      send: (session, item) =>
        lane === 'words' ? line.send(session, item) : sendWithFiles({ shelf: files, onProgress }, session, item),
      alone: (work) => aloneOrNot(lane, work),
      onChange,
      onSent: (item) => {
        this.#sent(item);
      },
      onSignedOut: () => void this.#connection.connect(),
    });
  }

  #flush(): void {
    for (const sender of this.#senders) void sender.flush();
  }

  /** Files of which nothing here speaks any more. */
  #tidy(before: number): void {
    const { device, files } = this.deps;
    const spoken = [...device.queue(), ...this.#talk.lines.filter((line) => line.kind === 'own')];
    const wanted = [...device.draftFiles(), ...spoken.flatMap((one) => one.files ?? [])].map(({ id }) => id);
    void tidy(files, new Set(wanted), before);
  }

  get talk(): Talk {
    return this.#talk;
  }

  get status(): Status {
    return this.#status;
  }

  /** Into the conversation; also when the network comes back or the mentor looks at the page again. */
  connect(): void {
    this.deps.device.saveQueue(retryNow(this.deps.device.queue()));
    void this.#connection.connect();
  }

  /** Another tab of this conversation said something. */
  lookAround(): void {
    this.update(sayWaiting(this.#talk, this.deps.device.queue()));
  }

  rest(): void {
    this.#connection.rest();
  }

  /** Kept on the device before anything is sent. Returns the line's key. */
  say(text: string, pressed: WireButton | null = null, along: readonly FileNote[] = []): string {
    const { device, newId, now } = this.deps;
    const clientId = newId();
    const action = pressed === null || pressed.action === '' ? null : pressed.action;
    const files = along.length > 0 ? { files: along } : {};
    device.saveQueue(add(device.queue(), { clientId, kind: 'message', text, action, ...files }, now()));
    this.update(say(this.#talk, { kind: 'own', key: clientId, text, ...files, at: new Date(now()).toISOString() }));
    this.#connection.expectNews();
    this.#flush();
    return clientId;
  }

  /** Whether the server has not confirmed this message. */
  waits(key: string): boolean {
    return this.deps.device.queue().some(({ clientId }) => clientId === key);
  }

  /** What this device answers itself; `question` is the key of the line it answers, empty for none. */
  answerHere(question: string, { parts, buttons, date }: PocketAnswer): void {
    const at = new Date(this.deps.now()).toISOString();
    const key = `here:${this.deps.newId()}`;
    this.update(
      answerOffline(this.#talk, { kind: 'bot', key, parts, buttons, at, offlineFor: question, knowledgeOf: date }),
    );
  }

  retry(key: string): void {
    this.deps.device.saveQueue(retryNow(this.deps.device.queue(), key));
    this.deps.onChange();
    if (this.#status === 'away') this.connect();
    else this.#flush();
  }

  /** Takes a message back that the server refused; returns its words and its files. */
  takeBack(key: string): { readonly text: string; readonly files: readonly FileNote[] } {
    const { device } = this.deps;
    const item = device.queue().find(({ clientId }) => clientId === key);
    device.saveQueue(remove(device.queue(), key));
    this.update(unsay(this.#talk, key));
    return { text: item?.text ?? '', files: item?.files ?? [] };
  }

  update(talk: Talk): void {
    this.#talk = talk;
    this.deps.device.saveTalk(talk);
    this.deps.onChange();
  }

  #take(page: Page): void {
    const before = this.#talk.lines;
    for (const { clientId } of page.activities) if (clientId !== null) this.#echoed.add(clientId);
    if (page.activities.length === 0) return;
    // A watermark before ours: the server's log began anew, everything of before was erased.
    const anew = Number(page.watermark ?? Infinity) < Number(this.#talk.watermark || 0);
    const waiting = this.deps.device.queue().map(({ clientId }) => clientId);
    this.update(
      anew ? rebuild(this.#talk, page, waiting) : receive(this.#talk, page, toCome(this.deps.device.queue())),
    );
    if (anew) this.#tidy(Infinity);
    if (mayHaveJoined(this.#talk)) void this.#readOlder();
    if (this.#talk.lines.some((line) => line.kind === 'bot' && !before.includes(line))) this.deps.onNews();
  }

  /** Asked again at every visit: what was erased there is gone here too. */
  async #readOlder(): Promise<void> {
    const { device, line } = this.deps;
    const session = device.session();
    if (!session) return;
    // Remembered as wanted, for when it does not come now.
    if (!this.#talk.older) this.update({ ...this.#talk, older: [] });
    try {
      this.update(withOlder(this.#talk, await line.older(session)));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  }

  #fresh(session: Session, lost: boolean): void {
    const { device, now } = this.deps;
    const moved = moveTo(device.queue(), session.conversationId);
    // The welcome comes before everything that waits.
    const start = add(
      [],
      { clientId: `start-${session.conversationId.slice(0, 60)}`, kind: 'start', text: '', action: null },
      now(),
    );
    device.saveQueue([...start, ...moved]);
    const talk = { ...this.#talk, conversationId: session.conversationId, watermark: '' };
    const at = new Date(now()).toISOString();
    this.update(
      lost
        ? note(talk, { kind: 'note', key: `lost:${session.conversationId}`, text: PAGE_TEXTS.conversationLost, at })
        : talk,
    );
  }

  #sent(item: Outgoing): void {
    if (this.#status === 'polling') void this.#connection.poll();
    else this.#connection.heard();
    // The welcome is through: what waited behind it may go.
    if (item.kind === 'start') this.#flush();
    for (const { id } of item.files ?? []) void letGo(this.deps.files, id);
    if (item.kind === 'message') setTimeout(() => void this.#makeSure(item.clientId), ECHO_MS);
  }

  async #makeSure(clientId: string): Promise<void> {
    const { device, line } = this.deps;
    const session = device.session();
    if (this.#echoed.has(clientId) || !session) return;
    try {
      this.#take(await line.activities(session, this.#talk.watermark));
      if (this.#echoed.has(clientId)) return;
      // Not after our watermark either: the log began anew. Everything once more, and a stream from there.
      const page = await line.activities(session, '');
      const waiting = device.queue().map((item) => item.clientId);
      this.update(rebuild(this.#talk, page, [...waiting, clientId]));
      this.#tidy(Infinity);
      void this.#connection.connect();
    } catch {
      // Away again: the next connection brings what we miss.
    }
  }
}
