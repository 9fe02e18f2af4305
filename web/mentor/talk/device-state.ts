import { EMPTY_TALK, type Talk } from './talk.js';
import type { FileNote } from '../files/file-note.js';
import type { Queue } from './queue.js';

/** What localStorage offers and we use; a phone in private mode may refuse all of it. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Moment (ms) after which the token no longer holds. */
  readonly expiresAt: number;
  /** Buys a new token after that; null when the server gives none. */
  readonly resume: string | null;
}

export const KEYS = {
  session: 'mentorlijn.session',
  queue: 'mentorlijn.queue',
  talk: 'mentorlijn.talk',
  draft: 'mentorlijn.draft',
  draftFiles: 'mentorlijn.draft.files',
  /** The same as on the public page of a checklist: a tick here is a tick there. */
  ticks: 'mentorlijn.checklist.',
} as const;

/** Everything the page keeps on the device. Reads the shelf every time: two tabs share one conversation. */
export class DeviceState {
  readonly #fallback = new Map<string, string>();

  constructor(private readonly shelf: Shelf) {}

  /** Whether everything will still be there after closing. */
  keepsAll(): boolean {
    return this.#fallback.size === 0;
  }

  session(): Session | null {
    return this.#read<Session>(KEYS.session);
  }

  saveSession(session: Session | null): void {
    if (session === null) this.#drop(KEYS.session);
    else this.#write(KEYS.session, session);
  }

  queue(): Queue {
    return this.#read<Queue>(KEYS.queue) ?? [];
  }

  saveQueue(queue: Queue): void {
    this.#write(KEYS.queue, queue);
  }

  talk(): Talk {
    return { ...EMPTY_TALK, ...this.#read<Talk>(KEYS.talk), typing: false };
  }

  saveTalk(talk: Talk): void {
    this.#write(KEYS.talk, talk);
  }

  draft(): string {
    return this.#read<string>(KEYS.draft) ?? '';
  }

  saveDraft(text: string): void {
    if (text === '') this.#drop(KEYS.draft);
    else this.#write(KEYS.draft, text);
  }

  /** Files that wait beside the draft to be sent with it. */
  draftFiles(): readonly FileNote[] {
    return this.#read<readonly FileNote[]>(KEYS.draftFiles) ?? [];
  }

  saveDraftFiles(files: readonly FileNote[]): void {
    if (files.length === 0) this.#drop(KEYS.draftFiles);
    else this.#write(KEYS.draftFiles, files);
  }

  /** Texts of the ticked items, as shown: an item that moves keeps its tick. */
  ticks(checklist: string): readonly string[] {
    return this.#read<readonly string[]>(KEYS.ticks + checklist) ?? [];
  }

  saveTicks(checklist: string, items: readonly string[]): void {
    if (items.length === 0) this.#drop(KEYS.ticks + checklist);
    else this.#write(KEYS.ticks + checklist, items);
  }

  #read<T>(key: string): T | null {
    try {
      const text = this.#fallback.get(key) ?? this.shelf.getItem(key);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }

  // A full or forbidden shelf costs the memory after closing, never the conversation of now.
  #write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      this.shelf.setItem(key, text);
      this.#fallback.delete(key);
    } catch {
      this.#fallback.set(key, text);
    }
  }

  #drop(key: string): void {
    this.#fallback.delete(key);
    try {
      this.shelf.removeItem(key);
    } catch {
      this.#fallback.set(key, 'null');
    }
  }
}
