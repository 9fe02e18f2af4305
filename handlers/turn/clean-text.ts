import { MAX_TEXT_LENGTH } from '../message.js';

export interface CleanText {
  /** Without control characters, spaces folded, at most MAX_TEXT_LENGTH characters. */
  readonly text: string;
  readonly clipped: boolean;
  /** True when there is at least one letter or digit to read. */
  readonly readable: boolean;
}

/** Makes any input safe to read: control and direction characters out, Unicode composed, length bounded. */
export function cleanText(raw: string): CleanText {
  const clipped = raw.length > MAX_TEXT_LENGTH;
  const text = (clipped ? raw.slice(0, MAX_TEXT_LENGTH) : raw)
    .normalize('NFC')
    // Lone surrogates, control characters (but line ends), and characters that reorder or hide text.
    .replace(/\p{Cs}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/gu, '')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
  return { text, clipped, readable: /[\p{L}\p{N}]/u.test(text) };
}
