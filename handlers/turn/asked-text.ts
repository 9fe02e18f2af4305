import type { Turn } from './turn.js';

/** A placeholder for personal data, as the mask writes them. */
const PLACEHOLDER = /\[[\p{L} -]{2,30}\]/gu;

/** What is asked without names, addresses and numbers of persons: they tell nothing about the subject. */
export function askedText({ text, masked }: Pick<Turn, 'text' | 'masked'>): string {
  if (text === masked) return text;
  const bare = masked.replace(PLACEHOLDER, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(bare) ? bare : text;
}
