import { packBytes } from './pack.js';
import type { QuantisedRows } from './model.js';

/** Rows of float weights -> one byte each with a scale per row: a quarter of the size, no loss that ranking notices. */
export function quantise(weights: Float32Array, columns: number): QuantisedRows {
  const rows = columns === 0 ? 0 : weights.length / columns;
  const values = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * columns, (row + 1) * columns];
    let highest = 0;
    for (let at = from; at < to; at++) {
      const size = Math.abs(weights[at] ?? 0);
      if (size > highest) highest = size;
    }
    const scale = highest / 127;
    scales[row] = scale;
    if (scale === 0) continue;
    for (let at = from; at < to; at++) values[at] = Math.round((weights[at] ?? 0) / scale);
  }
  return { values: packBytes(values), scales: packBytes(scales) };
}
