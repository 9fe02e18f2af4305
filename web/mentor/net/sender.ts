import type { DeviceState, Session } from '../talk/device-state.js';
import { markSending, nextDue, settle, untilDue, type Lane, type Outgoing, type SendResult } from '../talk/queue.js';

export interface SenderDeps {
  readonly device: DeviceState;
  readonly lane: Lane;
  readonly send: (session: Session, item: Outgoing) => Promise<SendResult>;
  /** One tab sends at a time; null when another tab is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  readonly online: () => boolean;
  readonly now: () => number;
  readonly random: () => number;
  readonly onChange: () => void;
  readonly onSent: (item: Outgoing) => void;
  readonly onSignedOut: () => void;
}

const OTHER_TAB_MS = 2_000;
/** The `online` event wakes us earlier; this is for phones that do not tell. */
const OFFLINE_MS = 15_000;

/** Empties one lane of the outgoing queue in order, and keeps at it until it is empty. */
export class Sender {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;

  constructor(private readonly deps: SenderDeps) {}

  async flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      const mine = await this.deps.alone(() => this.#sendAll());
      this.#plan(mine ? 0 : OTHER_TAB_MS);
    } finally {
      this.#busy = false;
    }
  }

  /** Plans nothing more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    const { device, now, online, onChange, onSent, onSignedOut } = this.deps;
    for (;;) {
      const session = device.session();
      const item = nextDue(device.queue(), now(), this.deps.lane);
      if (!session || !item || !online()) return;
      device.saveQueue(markSending(device.queue(), item.clientId, session.conversationId));
      onChange();
      const result = await this.deps.send(session, item);
      device.saveQueue(settle(device.queue(), item.clientId, result, now(), this.deps.random()));
      onChange();
      if (result.kind === 'sent') onSent(item);
      if (result.kind === 'sign-in') {
        onSignedOut();
        return;
      }
    }
  }

  #plan(atLeastMs: number): void {
    const wait = untilDue(this.deps.device.queue(), this.deps.now(), this.deps.lane);
    if (wait === null || !this.deps.device.session()) return;
    this.#timer = setTimeout(() => void this.flush(), Math.max(wait, atLeastMs, this.deps.online() ? 250 : OFFLINE_MS));
  }
}
