import type { KennisSignal } from '../../../handlers/kennis.js';
import { createSignalDetector } from '../../../knowledge/detect-signal.js';
import { toSignalWords } from '../../../knowledge/signal-passages.js';
import { createSignalReader } from '../../../knowledge/signal-reading.js';
import type { SignalModel } from '../../../knowledge/signal-training.js';

type Alarm = (text: string) => KennisSignal | null;

/** Danger without network, heard as the server hears it; without weights (a server that still trained) by rules alone. */
export function createAlarm(signals: readonly KennisSignal[], model: SignalModel | null): Alarm {
  if (model === null) return rulesAlone(signals);
  const detector = createSignalDetector(signals, model);
  return (text) => detector.detect(text, [])?.signal ?? null;
}

/** The editable rules and the written examples; leans to showing the first-aid text once too often. */
function rulesAlone(signals: readonly KennisSignal[]): Alarm {
  const key = (text: string): string => toSignalWords(text).join(' ');
  const calm = new Set(signals.flatMap(({ lookAlikes }) => lookAlikes.map(key)));
  const known = new Map(signals.flatMap((signal) => signal.examples.map((text) => [key(text), signal] as const)));
  const read = createSignalReader(signals);
  return (text) => {
    const own = key(text);
    const example = known.get(own);
    if (example) return example;
    if (calm.has(own)) return null;
    const [held] = read(text).flatMap(({ reading }) => reading.held);
    return signals.find(({ kind }) => kind === held?.kind) ?? null;
  };
}
