import type { Model } from '../knowledge/match/model.js';
import {
  packBytes,
  unpackFloat32,
  unpackInt8,
  unpackUint16,
  unpackUint32,
  unpackUint8,
} from '../knowledge/match/pack.js';

/** A model with every item repeated: the sizes a library of `factor` times as many entries would have. */
export function growModel(model: Model, factor: number): Model {
  const size = model.items.length;
  const items = Array.from({ length: factor }, (_unused, copy) =>
    model.items.map((item) => (copy === 0 ? item : { ...item, id: `${item.id}-${String(copy)}` })),
  ).flat();
  const start = unpackUint32(model.phrasings.start);
  const owners = unpackUint16(model.phrasings.item);
  const grownOwners = new Uint16Array(owners.length * factor);
  for (let copy = 0; copy < factor; copy++)
    owners.forEach((item, at) => (grownOwners[copy * owners.length + at] = item + copy * size));
  return {
    ...model,
    items,
    phrasings: { item: packBytes(grownOwners), ...repeatRows(start, unpackUint16(model.phrasings.ids), factor) },
    texts: {
      ...repeatRows(unpackUint32(model.texts.start), unpackUint16(model.texts.ids), factor),
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

function repeatRows(
  start: Uint32Array,
  ids: Uint16Array,
  factor: number,
): { readonly start: string; readonly ids: string } {
  const rows = start.length - 1;
  const grown = new Uint32Array(rows * factor + 1);
  const all = new Uint16Array(ids.length * factor);
  for (let copy = 0; copy < factor; copy++) {
    for (let row = 0; row < rows; row++) grown[copy * rows + row] = (start[row] ?? 0) + copy * ids.length;
    all.set(ids, copy * ids.length);
  }
  grown[rows * factor] = all.length;
  return { start: packBytes(grown), ids: packBytes(all) };
}

function repeatBytes(bytes: Uint8Array, factor: number): Uint8Array {
  const all = new Uint8Array(bytes.length * factor);
  for (let copy = 0; copy < factor; copy++) all.set(bytes, copy * bytes.length);
  return all;
}
