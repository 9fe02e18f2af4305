import { hashSecret } from '../desk/secret-hash.js';
import type { ConversationKey } from '../message.js';
import type { Put } from '../ports.js';

/** Without what is read wrongly: no 0 and O, no 1 and I. Thirty-two, so that every sign is as likely. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 8;
export const CODE_MINUTES = 15;

declare const codeBrand: unique symbol;
/** Eight signs, forty bits: enough for a quarter of an hour with few tries. */
export type JoinCode = string & { readonly [codeBrand]: true };

/** A secret of the ids port -> a code that can be typed on a phone with gloves on. */
export function codeFrom(secret: string): JoinCode {
  const signs = Array.from(secret.slice(-LENGTH).padStart(LENGTH, 'x'), (sign) => {
    const at = BASE64URL.indexOf(sign);
    return SIGNS.charAt((at < 0 ? sign.charCodeAt(0) : at) % SIGNS.length);
  });
  return signs.join('') as JoinCode;
}

/** "ML-7KQ4-92XD". */
export function sayCode(code: JoinCode): string {
  return `ML-${code.slice(0, 4)}-${code.slice(4)}`;
}

const TYPED = /(?:^|[^\p{L}\p{N}])ML[\s-]*([2-9A-HJ-NP-Z]{4})[\s-]*([2-9A-HJ-NP-Z]{4})(?![\p{L}\p{N}])/iu;

/** The code in a message, however it is typed; null when there is none. */
export function findCode(text: string): JoinCode | null {
  const [, first, second] = TYPED.exec(text) ?? [];
  return first === undefined || second === undefined ? null : ((first + second).toUpperCase() as JoinCode);
}

/** What stands in the store: only a hash of the code, and whose conversation it opens. */
export interface CodeRecord {
  readonly conversation: ConversationKey;
  readonly expiresAt: string;
}
export const codeId = (code: JoinCode): string => `code|${hashSecret(code)}`;

/** Tries and makings are counted in a window that begins with the first. */
export interface Count {
  readonly count: number;
  readonly since: string;
  /** Of the code made last, so that a new one ends it. */
  readonly code?: string;
}

export interface Limit {
  readonly most: number;
  readonly minutes: number;
}
/** Wrong codes of one conversation, of everybody together, and codes made by one conversation. */
export const TRIES: Limit = { most: 5, minutes: 15 };
export const TRIES_OF_ALL: Limit = { most: 200, minutes: 15 };
export const MAKINGS: Limit = { most: 10, minutes: 60 };

export function isUsedUp(counted: Count | null, limit: Limit, now: Date): boolean {
  return counted !== null && !isOver(counted, limit, now) && counted.count >= limit.most;
}

function isOver({ since }: Count, { minutes }: Limit, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= minutes * 60_000;
}

/** One more in this window, or the first of a new one. */
export function counted(before: Count | null, limit: Limit, now: Date): Count {
  return before === null || isOver(before, limit, now)
    ? { count: 1, since: now.toISOString() }
    : { count: before.count + 1, since: before.since };
}

export function putToken(
  id: string,
  body: object,
  minutes: number,
  more: { now: Date; expect: Put['expect']; owner?: ConversationKey },
): Put {
  return {
    kind: 'token',
    id,
    body,
    ...(more.owner === undefined ? {} : { indexes: { conversation: `${more.owner}|` } }),
    expiresAt: new Date(more.now.getTime() + minutes * 60_000).toISOString(),
    expect: more.expect,
  };
}
