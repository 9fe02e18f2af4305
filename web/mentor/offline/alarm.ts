import type { KennisSignal } from '../../../handlers/kennis.js';
import { createHeadFinder } from '../../../knowledge/signal-heads.js';
import { toToken } from '../../../knowledge/signal-patterns.js';
import { toPassages, toSignalWords } from '../../../knowledge/signal-passages.js';
import { createRuleReader } from '../../../knowledge/signal-rules.js';
import { createSignalSpelling } from '../../../knowledge/signal-spelling.js';
import type { Signal } from '../../../knowledge/signals.js';

/**
 * Danger without network: the editable rules and the written examples. The server also weighs words; a phone leans to
 * showing the first-aid text once too often.
 */
export function createAlarm(signals: readonly KennisSignal[]): (text: string) => KennisSignal | null {
  const reader = createRuleReader(signals as unknown as readonly Signal[]);
  const key = (text: string): string => toSignalWords(text).join(' ');
  const calm = new Set(signals.flatMap(({ lookAlikes }) => lookAlikes.map(key)));
  const known = new Map(signals.flatMap((signal) => signal.examples.map((text) => [key(text), signal] as const)));
  const vocabulary = new Set([
    ...reader.vocabulary,
    ...signals.flatMap(({ examples, lookAlikes }) => [...examples, ...lookAlikes].flatMap(toSignalWords)),
  ]);
  const spell = createSignalSpelling(vocabulary);
  const headOf = createHeadFinder(vocabulary);
  return (text) => {
    const own = key(text);
    const example = known.get(own);
    if (example) return example;
    if (calm.has(own)) return null;
    for (const { words } of toPassages(text)) {
      const [held] = reader.read(words.map(spell).map((word) => toToken(word, headOf(word)))).held;
      const signal = held && signals.find(({ kind }) => kind === held.kind);
      if (signal) return signal;
    }
    return null;
  };
}
