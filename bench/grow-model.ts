import type { Model } from '../knowledge/match/model.js';
import {
  packAscending,
  packBytes,
  unpackAscending,
  unpackFloat32,
  unpackInt8,
  unpackUint32,
  unpackUint8,
} from '../knowledge/match/pack.js';

/** A model with every item repeated: the sizes a library of `factor` times as many entries would have. */
export function growModel(model: Model, factor: number): Model {
  const size = model.items.length;
  const items = Array.from({ length: factor }, (_unused, copy) =>
    model.items.map((item) => (copy === 0 ? item : { ...item, id: `${item.id}-${String(copy)}` })),
  ).flat();
  return {
    ...model,
    items,
    texts: {
      ...repeatRows(model.texts, factor),
      counts: packBytes(repeatBytes(unpackUint8(model.texts.counts), factor)),
    },
    within: model.within.map((part) => {
      const columns = part.items.length;
      const values = unpackInt8(part.rows.values);
      const rows = columns === 0 ? 0 : values.length / columns;
      const wide = new Int8Array(values.length * factor);
      for (let row = 0; row < rows; row++) {
        for (let copy = 0; copy < factor; copy++)
          wide.set(values.subarray(row * columns, (row + 1) * columns), (row * factor + copy) * columns);
      }
      return {
        ...part,
        items: Array.from({ length: factor }, (_unused, copy) => part.items.map((item) => item + copy * size)).flat(),
        bias: Array.from({ length: factor }, () => part.bias).flat(),
        rows: { values: packBytes(wide), scales: packBytes(unpackFloat32(part.rows.scales)) },
      };
    }),
  };
}

function repeatRows(texts: Model['texts'], factor: number): { readonly start: string; readonly ids: string } {
  const start = unpackUint32(texts.start);
  const ids = unpackAscending(texts.ids, start);
  const rows = start.length - 1;
  const grown = new Uint32Array(rows * factor + 1);
  const all: number[][] = [];
  for (let copy = 0; copy < factor; copy++) {
    for (let row = 0; row < rows; row++) {
      grown[copy * rows + row] = (start[row] ?? 0) + copy * ids.length;
      all.push([...ids.subarray(start[row] ?? 0, start[row + 1] ?? 0)]);
    }
  }
  grown[rows * factor] = ids.length * factor;
  return { start: packBytes(grown), ids: packAscending(all) };
}

function repeatBytes(bytes: Uint8Array, factor: number): Uint8Array {
  const all = new Uint8Array(bytes.length * factor);
  for (let copy = 0; copy < factor; copy++) all.set(bytes, copy * bytes.length);
  return all;
}
