import { readFileSync } from 'node:fs';
import { mayRun, readWords } from '../../bot/cli/read-words.js';
import { createSignalDetector, THRESHOLDS, type Assessment } from '../../knowledge/detect-signal.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import { ordinaryMessages } from '../../knowledge/signal-ordinary.js';
import { trainSignals } from '../../knowledge/signal-training.js';
import { SIGNAL_KINDS, type Signal } from '../../knowledge/signals.js';

/** One message of a writer who was left out of training. */
interface Told extends Assessment {
  readonly text: string;
  readonly hand: string;
  readonly wasUrgent: boolean;
}

/**
 * `npm run -s signals:by-hand`: every writer of the signal files is left out of training in turn, and judged by what the others taught.
 * The only honest figure for messages of strangers; thresholds and training are chosen by it. Some minutes.
 */
async function main(): Promise<void> {
  if (!mayRun(readWords(process.argv.slice(2), {}), 'npm run -s signals:by-hand')) return;
  const { library } = await loadLibrary('knowledge');
  if (library === null) throw new Error('the knowledge has problems: run "npm run knowledge -- check"');
  const ordinary = ordinaryMessages(library);
  const hands = handOfEachLine();
  const told = [...new Set(hands.values())].sort().flatMap((hand): Told[] => {
    const others = library.signals.map((signal) => without(signal, (text) => hands.get(text) === hand));
    const own = library.signals.map((signal) => without(signal, (text) => hands.get(text) !== hand));
    const detector = createSignalDetector(others, trainSignals({ signals: others, ordinary }));
    const judge = (wasUrgent: boolean) => (text: string) => ({ ...detector.assess(text), text, hand, wasUrgent });
    return own.flatMap(({ examples, lookAlikes }) => [...examples.map(judge(true)), ...lookAlikes.map(judge(false))]);
  });
  process.stdout.write(report(told));
}

/** `# hand 3` above a line of a signal file tells who wrote what follows; what stands above the first was written for this house. */
function handOfEachLine(): ReadonlyMap<string, string> {
  const hands = new Map<string, string>();
  for (const file of SIGNAL_KINDS.flatMap((kind) => [`${kind}.nood.txt`, `${kind}.vragen.txt`])) {
    let hand = '0';
    for (const line of readFileSync(`knowledge/signals/${file}`, 'utf8').split('\n')) {
      hand = /^# hand (\w+)/.exec(line)?.[1] ?? hand;
      if (hand !== '0' && line.trim() !== '' && !line.startsWith('#')) hands.set(line.trim(), hand);
    }
  }
  return hands;
}

function without(signal: Signal, drop: (text: string) => boolean): Signal {
  const keep = (texts: readonly string[]): readonly string[] => texts.filter((text) => !drop(text));
  return { ...signal, examples: keep(signal.examples), lookAlikes: keep(signal.lookAlikes) };
}

function report(told: readonly Told[]): string {
  const hands = [...new Set(told.map(({ hand }) => hand))];
  const lines = hands.map((hand) =>
    row(
      `hand ${hand}`,
      told.filter((one) => one.hand === hand),
      THRESHOLDS.alone,
    ),
  );
  const kinds = SIGNAL_KINDS.map((kind) =>
    row(
      kind,
      told.filter((one) => one.kind === kind),
      THRESHOLDS.alone,
    ),
  );
  const borders = [0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.62].map((alone) =>
    row(`alone ${alone.toFixed(2)}`, told, alone),
  );
  const misses = told.filter(({ wasUrgent }) => wasUrgent).sort((a, b) => a.urgent - b.urgent);
  const vain = told.filter(({ wasUrgent }) => !wasUrgent).sort((a, b) => b.urgent - a.urgent);
  const worst = (list: readonly Told[]): string[] =>
    list.slice(0, 40).map(({ urgent, hand, text }) => `  ${urgent.toFixed(2)} ${hand} ${text}`);
  return [
    '',
    ...lines,
    row('all', told, THRESHOLDS.alone),
    '',
    'by the kind it is taken for',
    ...kinds,
    '',
    ...borders,
    '',
    'missed',
    ...worst(misses),
    '',
    'in vain',
    ...worst(vain),
    '',
  ].join('\n');
}

/** With a rule less suffices, by as much as the thresholds in use say. */
function row(name: string, told: readonly Told[], alone: number): string {
  const shift = alone - THRESHOLDS.alone;
  const raised = (one: Told): boolean => one.urgent >= shift + (one.byRule ? THRESHOLDS.withRule : THRESHOLDS.alone);
  const share = (list: readonly Told[]): string =>
    `${((100 * list.filter(raised).length) / Math.max(1, list.length)).toFixed(1)} % of ${String(list.length)}`;
  const [urgent, calm] = [told.filter(({ wasUrgent }) => wasUrgent), told.filter(({ wasUrgent }) => !wasUrgent)];
  return `${name.padEnd(14)} recognised ${share(urgent).padEnd(16)} in vain ${share(calm)}`;
}

await main();
