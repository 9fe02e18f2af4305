import { directAnswers, percentile, recall, reliability, share, type Measured } from './measures.js';

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** Measured lines -> the tables of `npm run eval`, as Markdown. */
export function report(lines: readonly Measured[]): string {
  const answerable = lines.filter((line) => line.answerable);
  return [
    '## Retrieval (answerable questions)',
    '',
    ...recallTable('set', answerable, ({ set }) => set),
    '',
    barOfDirectAnswers(answerable.filter(({ set }) => MENTOR_SETS.has(set))),
    '',
    ...recallTable('style', answerable, ({ style }) => style),
    '',
    ...recallTable('theme', answerable, ({ theme }) => theme),
    '',
    '## Decisions',
    '',
    ...decisions(lines),
    '',
    '## Calibration',
    '',
    ...calibration(lines),
    '',
    '## Latency',
    '',
    `text to decision: median ${percentile(
      lines.map(({ ms }) => ms),
      0.5,
    ).toFixed(2)} ms, p99 ${percentile(
      lines.map(({ ms }) => ms),
      0.99,
    ).toFixed(2)} ms, max ${percentile(
      lines.map(({ ms }) => ms),
      1,
    ).toFixed(2)} ms`,
    '',
    '## Worst 30',
    '',
    ...worst(lines),
  ].join('\n');
}

/** What mentors ask on a day like any other: the sets that the bar of direct answers is about. */
const MENTOR_SETS: ReadonlySet<string> = new Set(['everyday', 'stories']);

function barOfDirectAnswers(lines: readonly Measured[]): string {
  const { coverage, precision } = directAnswers(lines);
  return `${[...MENTOR_SETS].join(' and ')} together: answered ${percent(coverage)} of ${String(lines.length)}, right ${percent(precision)}`;
}

function recallTable(name: string, lines: readonly Measured[], key: (line: Measured) => string): string[] {
  const groups = new Map<string, Measured[]>([['all', [...lines]]]);
  for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line]);
  return [
    `| ${name} | n | @1 | @3 | @5 | MRR | entry @1 | entry @3 | answered | right |`,
    '|---|---|---|---|---|---|---|---|---|---|',
    ...[...groups].map(([group, inside]) => {
      const byRef = recall(inside.map(({ right }) => right));
      const withEntry = inside.flatMap(({ rightEntry }) => (rightEntry ? [rightEntry] : []));
      const byEntry = withEntry.length > 0 ? recall(withEntry) : null;
      const direct = directAnswers(inside);
      return `| ${group} | ${String(inside.length)} | ${percent(byRef.at1)} | ${percent(byRef.at3)} | ${percent(byRef.at5)} | ${byRef.mrr.toFixed(3)} | ${byEntry ? percent(byEntry.at1) : ''} | ${byEntry ? percent(byEntry.at3) : ''} | ${percent(direct.coverage)} | ${direct.count > 0 ? percent(direct.precision) : ''} |`;
    }),
  ];
}

/** Sets by decision taken, then urgency wanted by urgency seen. */
function decisions(lines: readonly Measured[]): string[] {
  const kinds = ['answer', 'choose', 'escalate', 'urgent', 'decline', 'smalltalk'];
  const sets = [...new Set(lines.map(({ set }) => set))];
  const urgent = lines.filter(({ wantedUrgent }) => wantedUrgent !== null);
  const calm = lines.filter(({ wantedUrgent }) => wantedUrgent === null);
  return [
    `| set | n | ${kinds.join(' | ')} | as wanted |`,
    `|---|---|${kinds.map(() => '---|').join('')}---|`,
    ...sets.map((set) => {
      const inside = lines.filter((line) => line.set === set);
      const judged = inside.filter(({ wanted }) => wanted !== undefined);
      return `| ${set} | ${String(inside.length)} | ${kinds.map((kind) => percent(share(inside.filter(({ decision }) => decision === kind).length, inside.length))).join(' | ')} | ${percent(share(judged.filter(({ wanted, decision }) => wanted === decision).length, judged.length))} |`;
    }),
    '',
    `urgent recognised ${percent(share(urgent.filter((line) => line.urgent !== null).length, urgent.length))} of ${String(urgent.length)}, of the right kind ${percent(share(urgent.filter((line) => line.urgent === line.wantedUrgent).length, urgent.length))}; raised in vain ${percent(share(calm.filter((line) => line.urgent !== null).length, calm.length))} of ${String(calm.length)}`,
  ];
}

function calibration(lines: readonly Measured[]): string[] {
  // Lines whose gold names no answer and no decision only tell of urgency.
  const judged = lines.filter(
    ({ wantedUrgent, answerable, wanted }) => wantedUrgent === null && (answerable || wanted !== undefined),
  );
  const { bins, ece } = reliability(judged);
  return [
    '| said | n | mean said | right |',
    '|---|---|---|---|',
    ...bins.map(
      ({ from, count, said, was }) => `| ${from.toFixed(1)}+ | ${String(count)} | ${percent(said)} | ${percent(was)} |`,
    ),
    '',
    `ECE ${ece.toFixed(3)}`,
  ];
}

/** Sure and wrong first, then right answers ranked low. */
function worst(lines: readonly Measured[]): string[] {
  const badness = (line: Measured): number =>
    (line.right[0] ? 0 : line.score) + (line.answerable && !line.right.slice(0, 3).includes(true) ? 0.5 : 0);
  return lines
    .filter((line) => badness(line) > 0.2)
    .sort((a, b) => badness(b) - badness(a))
    .slice(0, 30)
    .map(
      (line) =>
        `- ${line.id} [${line.set}/${line.style}] "${line.text.slice(0, 160)}" -> ${line.decision}: ${line.why}`,
    );
}
