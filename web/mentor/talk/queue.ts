import type { FileNote } from '../files/file-note.js';

/** What the mentor said and the server has not confirmed. Pure: every function gives a new queue. */
export interface Outgoing {
  /** Travels as channelData.clientActivityID: the server takes the same id once, however often we send it. */
  readonly clientId: string;
  readonly kind: 'message' | 'start';
  readonly text: string;
  /** Encoded action of a pressed button. */
  readonly action: string | null;
  /** What goes along; the bytes lie on the shelf of files. */
  readonly files?: readonly FileNote[];
  /** Why the server refused it, when it said so. */
  readonly reason?: Refusal;
  readonly createdAt: number;
  readonly state: 'waiting' | 'sending' | 'refused' | 'unsure';
  readonly attempts: number;
  /** Not tried again before this moment (ms). */
  readonly notBefore: number;
  /** The conversation of the first attempt: in another one the server could not know it already has this message. */
  readonly triedIn: string | null;
}

export type Queue = readonly Outgoing[];

/** `gone`: the bytes are no longer on this device. */
export type Refusal = 'too-large' | 'too-many-files' | 'kind' | 'gone';

/** Files have a way of their own: words, which may be a cry for help, never wait behind a photo. */
export type Lane = 'words' | 'files';

export type SendResult =
  | { readonly kind: 'sent' }
  /** No answer, or the server cannot now: try again, not before `afterMs` when the server says so. */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** The token no longer holds: sign in first, then try at once. */
  | { readonly kind: 'sign-in' }
  /** The server will never take this message. */
  | { readonly kind: 'refused'; readonly reason?: Refusal };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export type NewOutgoing = Pick<Outgoing, 'clientId' | 'kind' | 'text' | 'action' | 'files'>;

export function add(queue: Queue, item: NewOutgoing, now: number): Queue {
  if (queue.some(({ clientId }) => clientId === item.clientId)) return queue;
  return [...queue, { ...item, createdAt: now, state: 'waiting', attempts: 0, notBefore: 0, triedIn: null }];
}

/** The next to send: strictly in order, so that an answer never overtakes its question. */
export function nextDue(queue: Queue, now: number, lane: Lane): Outgoing | null {
  const first = firstOf(queue, lane);
  return first && first.notBefore <= now ? first : null;
}

/** Milliseconds until there is something to send; null when nothing waits. */
export function untilDue(queue: Queue, now: number, lane: Lane): number | null {
  const first = firstOf(queue, lane);
  return first ? Math.max(0, first.notBefore - now) : null;
}

function firstOf(queue: Queue, lane: Lane): Outgoing | undefined {
  const toSend = queue.filter(({ state }) => state === 'waiting' || state === 'sending');
  // The welcome comes before everything.
  if (lane === 'files' && toSend.some(({ kind }) => kind === 'start')) return undefined;
  return toSend.find((item) => laneOf(item) === lane);
}

function laneOf({ files }: Outgoing): Lane {
  return files && files.length > 0 ? 'files' : 'words';
}

export function markSending(queue: Queue, clientId: string, conversationId: string): Queue {
  return change(queue, clientId, (item) => ({ ...item, state: 'sending', triedIn: item.triedIn ?? conversationId }));
}

/** `spread` (0–1) keeps a hundred phones from knocking in the same second. */
export function settle(queue: Queue, clientId: string, result: SendResult, now: number, spread: number): Queue {
  switch (result.kind) {
    case 'sent':
      return remove(queue, clientId);
    case 'refused':
      return change(queue, clientId, (item) => ({
        ...item,
        state: 'refused',
        ...(result.reason ? { reason: result.reason } : {}),
      }));
    case 'sign-in':
      // At once after the first refusal; a server that keeps refusing is not hammered.
      return again(queue, clientId, now, (attempts) => (attempts === 0 ? 0 : growingWait(attempts, spread)));
    case 'later':
      return again(queue, clientId, now, (attempts) => result.afterMs ?? growingWait(attempts, spread));
  }
}

export function remove(queue: Queue, clientId: string): Queue {
  return queue.filter((item) => item.clientId !== clientId);
}

/** The mentor pressed "opnieuw", or the network came back: no more waiting. */
export function retryNow(queue: Queue, clientId?: string): Queue {
  return queue.map((item) => {
    if (clientId === undefined) return item.state === 'waiting' ? { ...item, notBefore: 0 } : item;
    return item.clientId === clientId ? { ...item, state: 'waiting', notBefore: 0, triedIn: null } : item;
  });
}

/** After a reload nothing is under way any more: what was being sent waits again. */
export function wakeUp(queue: Queue): Queue {
  return queue.map((item) => (item.state === 'sending' ? { ...item, state: 'waiting', notBefore: 0 } : item));
}

/**
 * A new conversation took the place of the old one. What may have arrived in the old one is not sent again by itself:
 * the mentor decides. A welcome is no longer wanted twice.
 */
export function moveTo(queue: Queue, conversationId: string): Queue {
  return queue
    .filter(({ kind }) => kind !== 'start')
    .map((item) =>
      item.triedIn !== null && item.triedIn !== conversationId && item.state !== 'refused'
        ? { ...item, state: 'unsure' }
        : item,
    );
}

function growingWait(attempts: number, spread: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts) * (0.75 + spread / 2);
}

function again(queue: Queue, clientId: string, now: number, waitMs: (attempts: number) => number): Queue {
  return change(queue, clientId, (item) => ({
    ...item,
    state: 'waiting',
    attempts: item.attempts + 1,
    notBefore: now + waitMs(item.attempts),
  }));
}

function change(queue: Queue, clientId: string, to: (item: Outgoing) => Outgoing): Queue {
  return queue.map((item) => (item.clientId === clientId ? to(item) : item));
}
