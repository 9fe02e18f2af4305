import type { Page } from '../talk/activity.js';
import type { DeviceState, Session } from '../talk/device-state.js';
import { NoAnswer, type DirectLine } from './direct-line.js';
import { signIn } from './sign-in.js';

export type Status = 'connecting' | 'live' | 'polling' | 'away';

export interface ConnectionDeps {
  readonly line: DirectLine;
  readonly device: DeviceState;
  readonly follow: (
    path: string,
    events: { onPage: (page: Page) => void; onOpen: () => void; onGone: (opened: boolean) => void },
  ) => () => void;
  /** One tab at a time opens a conversation, so that two never open two. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly online: () => boolean;
  readonly now: () => number;
  readonly watermark: () => string;
  readonly onPage: (page: Page) => void;
  readonly onStatus: (status: Status) => void;
  /** A conversation began; `lost` when it takes the place of one that is gone. */
  readonly onFresh: (session: Session, lost: boolean) => void;
  /** There is a session: what waits may be sent. */
  readonly onReady: () => void;
}

const POLL_FAST_MS = 2_000;
const POLL_SLOW_MS = 10_000;
/** After so many polls without news we ask less often. */
const FAST_POLLS = 30;
/** While polling, the stream gets a new chance this often. */
const STREAM_AGAIN_MS = 60_000;
/** Between a stream that ended and the next: a server that hangs up at once is not hammered. */
const PAUSE_MS = 400;
const LONGEST_WAIT_MS = 30_000;

/** Keeps the page in touch: stream first, polling when streams do not get through, and again and again when nothing does. */
export class Connection {
  #stop: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #deadStreams = 0;
  #streamAgainAt = 0;
  #quietPolls = 0;
  #connecting = false;

  constructor(private readonly deps: ConnectionDeps) {}

  /** Connects now, whatever was planned. */
  async connect(): Promise<void> {
    if (this.#connecting) return;
    this.#connecting = true;
    this.#stop();
    clearTimeout(this.#timer);
    try {
      const streamPath = await this.#open();
      this.#failures = 0;
      this.deps.onReady();
      if (streamPath !== null && (this.#deadStreams < 2 || this.deps.now() >= this.#streamAgainAt))
        this.#follow(streamPath);
      else void this.poll();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#later(error.retryAfterMs);
    } finally {
      this.#connecting = false;
    }
  }

  /** Looks once, and goes on looking when that is how we live. */
  async poll(): Promise<void> {
    const session = this.deps.device.session();
    if (!session) return;
    clearTimeout(this.#timer);
    try {
      const page = await this.deps.line.activities(session, this.deps.watermark());
      this.#quietPolls = page.activities.length > 0 ? 0 : this.#quietPolls + 1;
      this.deps.onStatus('polling');
      this.deps.onPage(page);
      const again = this.deps.now() >= this.#streamAgainAt;
      this.#timer = setTimeout(
        () => void (again ? this.connect() : this.poll()),
        this.#quietPolls < FAST_POLLS ? POLL_FAST_MS : POLL_SLOW_MS,
      );
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (error.signedOut) void this.connect();
      else this.#later(error.retryAfterMs);
    }
  }

  /** The mentor said something: an answer may come soon. */
  expectNews(): void {
    this.#quietPolls = 0;
  }

  /** Something got through: whoever waits to try again need not wait any longer, nor say that nobody is there. */
  heard(): void {
    if (this.#failures > 0) void this.connect();
  }

  rest(): void {
    this.#failures = 0;
    this.#stop();
    clearTimeout(this.#timer);
    this.deps.onStatus('away');
  }

  async #open(): Promise<string | null> {
    const { line, device, now, watermark, onFresh, alone } = this.deps;
    return alone(async () => {
      const signedIn = await signIn(line, device.session(), watermark(), now());
      device.saveSession(signedIn.session);
      if (signedIn.fresh) onFresh(signedIn.session, signedIn.lost);
      return signedIn.streamPath;
    });
  }

  #follow(path: string): void {
    this.#stop = this.deps.follow(path, {
      onOpen: () => {
        this.#deadStreams = 0;
        this.deps.onStatus('live');
      },
      onPage: this.deps.onPage,
      onGone: (opened) => {
        if (!opened) this.#deadStreams += 1;
        if (this.#deadStreams >= 2) this.#streamAgainAt = this.deps.now() + STREAM_AGAIN_MS;
        this.#timer = setTimeout(() => void (opened ? this.connect() : this.poll()), PAUSE_MS);
      },
    });
  }

  #later(afterMs: number | null): void {
    this.#stop();
    this.deps.onStatus('away');
    this.#failures += 1;
    const wait = afterMs ?? Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (this.#failures - 1));
    clearTimeout(this.#timer);
    // Without network the `online` event wakes us; the timer is for phones that do not tell.
    this.#timer = setTimeout(() => void this.connect(), this.deps.online() ? wait : LONGEST_WAIT_MS);
  }
}
