import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import { sealedBy } from '../sealed/sealed-codec.js';
import { TransferRefused } from './fill.js';
import { differences, RowCounter, type Row, type RowCounts } from './rows.js';

/**
 * A backup: gzip of JSON lines. First a head, then a row a line, last a foot with the counts and the sum of all lines
 * above it. A file without its foot is no backup.
 */
interface Head {
  readonly format: 'mentorlijn-backup';
  readonly version: 1;
  readonly at: string;
  readonly from: string;
}
interface Foot {
  readonly end: true;
  readonly counts: RowCounts;
  /** Ids of the data keys that sealed its rows. */
  readonly keys: readonly string[];
  readonly sha256: string;
}

export interface BackupSummary {
  readonly at: string;
  readonly from: string;
  readonly counts: RowCounts;
  readonly keys: readonly string[];
}

/** Writes beside the wanted name first, and takes the name only when everything is on disk. */
export async function writeBackup(
  path: string,
  rows: AsyncIterable<Row>,
  about: { readonly from: string; readonly at: Date },
): Promise<BackupSummary> {
  const part = `${path}.part`;
  const head: Head = { format: 'mentorlijn-backup', version: 1, at: about.at.toISOString(), from: about.from };
  try {
    const gzip = createGzip();
    // Its rows hold what people wrote: for this user only.
    const written = pipeline(gzip, createWriteStream(part, { mode: 0o600 }));
    const foot = await writeLines(gzip, head, rows);
    await written;
    const file = await open(part, 'r+');
    await file.sync();
    await file.close();
    await rename(part, path);
    return { at: head.at, from: head.from, counts: foot.counts, keys: foot.keys };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writeLines(gzip: Gzip, head: Head, rows: AsyncIterable<Row>): Promise<Foot> {
  const sum = createHash('sha256');
  const counter = new RowCounter();
  const keys = new Set<string>();
  const put = async (line: object): Promise<void> => {
    const text = `${JSON.stringify(line)}\n`;
    sum.update(text);
    if (!gzip.write(text)) await once(gzip, 'drain');
  };
  await put(head);
  for await (const row of rows) {
    counter.add(row);
    const key = row.row === 'counter' ? null : sealedBy(row.body);
    if (key !== null) keys.add(key);
    await put(row);
  }
  const foot: Foot = { end: true, counts: counter.counts(), keys: [...keys].sort(), sha256: sum.digest('hex') };
  gzip.end(`${JSON.stringify(foot)}\n`);
  return foot;
}

/** Reads a backup from end to end and refuses one that is cut off, changed or of another make. */
export async function checkBackup(path: string): Promise<BackupSummary> {
  const counter = new RowCounter();
  const sum = createHash('sha256');
  let head: Head | null = null;
  let foot: Foot | null = null;
  for await (const { value, text } of linesOf(path)) {
    if (foot) throw broken('there is more after its end');
    if (!head) head = asHead(value);
    else if ('end' in value) foot = value as Foot;
    else counter.add(value as Row);
    if (!foot) sum.update(`${text}\n`);
  }
  if (!head || !foot) throw broken('its end is missing');
  if (sum.digest('hex') !== foot.sha256) throw broken('its sum does not fit');
  const different = differences(foot.counts, counter.counts());
  if (different.length > 0) throw broken(different.join('; '));
  return { at: head.at, from: head.from, counts: foot.counts, keys: foot.keys };
}

/** The rows of a backup that was checked. */
export async function* readBackup(path: string): AsyncIterable<Row> {
  for await (const { value } of linesOf(path)) if ('row' in value) yield value as Row;
}

async function* linesOf(path: string): AsyncIterable<{ readonly value: object; readonly text: string }> {
  const file = createReadStream(path);
  const plain = createGunzip();
  const fed = pipeline(file, plain);
  // Heard below, once the lines are read; a rejection that nobody waits for yet would end the program.
  fed.catch(() => undefined);
  const lines = createInterface({ input: plain, crlfDelay: Infinity });
  try {
    for await (const text of lines) yield { value: asObject(text), text };
    await fed;
  } catch (error) {
    if (error instanceof TransferRefused) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw broken(missing ? `there is no file ${path}` : 'it cannot be unpacked', error);
  } finally {
    file.destroy();
    plain.destroy();
  }
}

function asObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    throw broken('a line of it is no JSON', error);
  }
  throw broken('a line of it is no row');
}

function asHead(value: object): Head {
  const head = value as Partial<Head>;
  if (head.format !== 'mentorlijn-backup') throw broken('it is no backup of Mentorlijn');
  if (head.version !== 1) throw broken('it was made by a newer release');
  return head as Head;
}

function broken(reason: string, cause?: unknown): TransferRefused {
  return new TransferRefused('broken-backup', reason, { cause });
}
