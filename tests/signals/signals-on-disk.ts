import { readFileSync } from 'node:fs';
import { parseSignal } from '../../knowledge/parse-item.js';
import { SIGNAL_KINDS, type Signal } from '../../knowledge/signals.js';

/** The five signal files as they stand; a problem in one fails the test with its lines. */
export function readSignals(): readonly Signal[] {
  return SIGNAL_KINDS.map((kind) => {
    const file = `signals/${kind}.md`;
    const text = readFileSync(`knowledge/${file}`, 'utf8');
    const parsed = parseSignal({
      file,
      text,
      extraPhrasings: linesOf(`knowledge/signals/${kind}.vragen.txt`),
      extraExamples: linesOf(`knowledge/signals/${kind}.nood.txt`),
    });
    if (!parsed.ok)
      throw new Error(parsed.problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
    return parsed.value;
  });
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
