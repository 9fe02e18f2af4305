import type { ItemId } from '../knowledge/entry.js';
import type { Library } from '../knowledge/library.js';
import type { Matcher } from '../knowledge/match/match.js';
import type { Signal } from '../knowledge/signals.js';
import type { JsonValue } from './message.js';
import type { Language } from './outcome.js';

/** What the stories need from outside. `bot/` implements these; tests stand a fake here. */

/** Milliseconds are never read elsewhere. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Unique, sortable by time of creation, safe in addresses. */
  next(): string;
  /** Unguessable: at least 128 bits, safe in addresses. */
  secret(): string;
}

/** Structured log; never message text, never secrets. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, JsonValue>>): void;
  warn(event: string, fields?: Readonly<Record<string, JsonValue>>): void;
  error(event: string, error: unknown, fields?: Readonly<Record<string, JsonValue>>): void;
}

/** One version of the knowledge with everything that reads messages against it. */
export interface KnowledgeNow {
  readonly library: Library;
  readonly matcher: Matcher;
  /** The term or checklist a message asks for by name; null when it asks something else. */
  findNamed(text: string): NamedItem | null;
  /** The urgent signal of a message; `before` holds the asker's previous messages, oldest first. */
  detectSignal(text: string, before: readonly string[]): { readonly signal: Signal; readonly why: string } | null;
  /** Not urgent enough for an alarm, but near enough to ask whether somebody is in danger. */
  soundsDangerous?(text: string): boolean;
  detectLanguage(text: string): Language;
}

export interface NamedItem {
  readonly id: ItemId;
  /** 0–1. */
  readonly score: number;
}

/** The knowledge in force: one version at a time, swapped whole. */
export interface Knowledge {
  current(): KnowledgeNow;
}

/**
 * A durable store of records and logs. Everything of one `commit` is on disk when it resolves, or nothing is.
 * Throws MentorlijnError `store-unavailable` when it cannot be reached.
 */
export interface Store {
  get<B extends JsonBody>(kind: RecordKind, id: string): Promise<StoredRecord<B> | null>;
  /** Records of a kind in the order of one of its indexes. */
  query<B extends JsonBody>(query: Query): Promise<readonly StoredRecord<B>[]>;
  /** How many records a query would return without its limit. */
  count(query: Omit<Query, 'limit' | 'order'>): Promise<number>;
  commit(commit: Commit): Promise<CommitResult>;
  /** Lines of a log with a sequence number above `afterSeq`, oldest first. */
  readLog<B extends JsonBody>(log: string, afterSeq: number, limit: number): Promise<readonly LogLine<B>[]>;
  /** The last lines of a log, oldest first: what a turn looks back at costs no more in a long conversation. */
  readLogEnd<B extends JsonBody>(log: string, limit: number): Promise<readonly B[]>;
  /** 1, 2, 3, …; a number is never given twice, gaps are possible. */
  nextNumber(counter: string): Promise<number>;
  /** Removes what has expired; returns how many records. */
  sweep(now: Date): Promise<number>;
  /** Resolves when the store answers, else throws. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What a record or log line holds: survives a trip through JSON. */
export type JsonBody = object;

export const RECORD_KINDS = [
  'conversation',
  'ticket',
  'inbox',
  'outbox',
  'coach',
  'session',
  'invite',
  'token',
  'knowledge',
  'setting',
  'survey',
  'push',
  'lock',
  'attachment',
  'identity',
  'receipt',
  'contact',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface StoredRecord<B extends JsonBody = JsonBody> {
  readonly kind: RecordKind;
  readonly id: string;
  /** Goes up by one with every write; starts at 1. */
  readonly version: number;
  readonly body: B;
  readonly indexes: Readonly<Record<string, string>>;
}

export interface Query {
  readonly kind: RecordKind;
  readonly index: string;
  /** Index values from here (inclusive) … */
  readonly from?: string;
  /** … to here (exclusive). */
  readonly to?: string;
  /** Only values that start with this. */
  readonly prefix?: string;
  readonly order?: 'asc' | 'desc';
  readonly limit?: number;
}

export interface Put {
  readonly kind: RecordKind;
  readonly id: string;
  readonly body: JsonBody;
  /** Sortable text per index name; a record is found only through its indexes or its id. */
  readonly indexes?: Readonly<Record<string, string>>;
  /** ISO time after which the record may vanish. */
  readonly expiresAt?: string;
  /** The record keeps the term it has; for who changes whose it is without knowing the terms of every kind. */
  readonly keepsTerm?: true;
  /** The version this write replaces; `absent` for a first write; `any` to overwrite whatever is there. */
  readonly expect: number | 'absent' | 'any';
}

export interface Delete {
  readonly kind: RecordKind;
  readonly id: string;
  readonly expect: number | 'any';
}

export interface Append {
  readonly log: string;
  readonly body: JsonBody;
}

/** All or nothing. Refused when one `expect` does not hold. */
export interface Commit {
  readonly puts?: readonly Put[];
  readonly deletes?: readonly Delete[];
  readonly appends?: readonly Append[];
  /** Logs to drop whole (erasure). */
  readonly dropLogs?: readonly string[];
}

export type CommitResult =
  | { readonly ok: true; /** Sequence numbers of the appends, in order. */ readonly seqs: readonly number[] }
  | { readonly ok: false; readonly conflict: { readonly kind: RecordKind; readonly id: string } };

export interface LogLine<B extends JsonBody = JsonBody> {
  /** 1, 2, 3, … without gaps per log. */
  readonly seq: number;
  readonly body: B;
}

/** Tells every process that something changed; a hint to look again, never the change itself. */
export interface LiveUpdates {
  publish(topic: string, detail: JsonValue): void;
  subscribe(topic: string, listener: (detail: JsonValue) => void): () => void;
}
