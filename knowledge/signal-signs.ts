import { hash } from './text/hash.js';
import { stem } from './text/stem.js';

/**
 * Sorts of features: w a word, p neighbours, s a word between, t together, c letters, l a word list, n two lists near
 * each other, a a list elsewhere in the message, r a rule, b a rule held back, f the form, k frames, m a frame and a list.
 */
export const SORTS = ['w', 'p', 's', 't', 'c', 'l', 'n', 'a', 'r', 'b', 'f', 'k', 'm'] as const;
export type Sort = (typeof SORTS)[number];

/** A word or a name that features are made of, hashed once. */
export interface Sign {
  readonly text: string;
  /** 32 bits. */
  readonly hash: number;
}

export function toSign(text: string): Sign {
  return { text, hash: hash(text) };
}

/** What features are made of a word. */
export interface WordSigns {
  readonly word: Sign;
  readonly stem: Sign;
  readonly letters: readonly Sign[];
}

const LETTERS = 4;

export function toWordSigns(word: string): WordSigns {
  return { word: toSign(word), stem: toSign(stem(word)), letters: letters(word).map(toSign) };
}

function letters(word: string): string[] {
  if (word.length < LETTERS) return [];
  const edged = `_${word}_`;
  return Array.from({ length: edged.length - LETTERS + 1 }, (_unused, at) => edged.slice(at, at + LETTERS));
}

/** Told of what is seen: one sign, or two that say something together. */
export type Note = (sort: Sort, of: Sign, next?: Sign) => void;

/**
 * A feature as 32 bits: a million of them are told apart without a text made or compared. Two in some ten thousand
 * share a number, as two rare words share a bucket: the border weighs them together.
 */
export function keyOf(sort: Sort, of: Sign, next?: Sign): number {
  let value = Math.imul(of.hash ^ Math.imul(sort.charCodeAt(0), 0x9e3779b1), 0x85ebca6b);
  value ^= value >>> 15;
  value = Math.imul(value ^ (next === undefined ? 0 : next.hash), 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 13), 0x27d4eb2f);
  return value ^ (value >>> 16);
}

/** The same for people to read. */
export function nameOf(sort: Sort, of: Sign, next?: Sign): string {
  return next === undefined ? `${sort}:${of.text}` : `${sort}:${of.text} ${next.text}`;
}
