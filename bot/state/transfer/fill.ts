import {
  countRows,
  differences,
  RowCounter,
  type Row,
  type RowCounts,
  type RowSource,
  type RowTarget,
} from './rows.js';

/** Why a backup, restore or move did not happen; nothing was changed. */
export class TransferRefused extends Error {
  override readonly name = 'TransferRefused';
  constructor(
    readonly code: 'in-use' | 'not-empty' | 'counts-differ' | 'broken-backup' | 'unknown-key',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const AT_ONCE = 500;

export interface FillOptions {
  /** What is there may be set aside or cleared. */
  readonly replace: boolean;
}

/**
 * Fills an empty store with rows and reads everything back before it counts as done. Fails clean: what was written is
 * taken away again, and a filling that was killed half-way is cleared by the next.
 */
export async function fill(target: RowTarget, rows: AsyncIterable<Row>, options: FillOptions): Promise<RowCounts> {
  if (!(await target.isEmpty())) {
    if (!options.replace) throw new TransferRefused('not-empty', `${target.name} is not empty`);
    await target.clear();
  }
  await target.begin();
  try {
    const counter = new RowCounter();
    for await (const batch of batches(rows)) {
      for (const row of batch) counter.add(row);
      await target.write(batch);
    }
    const counts = counter.counts();
    const different = differences(counts, await countRows(target.written()));
    if (different.length > 0) throw new TransferRefused('counts-differ', different.join('; '));
    await target.finish();
    return counts;
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

/** Everything from one store to the other; afterwards no server starts on the old one by mistake. */
export async function move(source: RowSource, target: RowTarget, at: Date, options: FillOptions): Promise<RowCounts> {
  if (await source.inUse()) throw new TransferRefused('in-use', source.name);
  const counts = await fill(target, source.read(), options);
  await source.markMoved(target.name, at.toISOString());
  return counts;
}

async function* batches(rows: AsyncIterable<Row>): AsyncIterable<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
