import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile, keyRingOf } from '../state/open-store.js';
import { forgetMark } from '../state/redis/redis-witness.js';
import { sealedCodec } from '../state/sealed/sealed-codec.js';
import { acceptLoss } from '../state/sqlite/accept-loss.js';
import { checkBackup, readBackup, writeBackup, type BackupSummary } from '../state/transfer/backup-file.js';
import { checkRows } from '../state/transfer/check-rows.js';
import { fill, move, TransferRefused } from '../state/transfer/fill.js';
import { resealed } from '../state/transfer/reseal.js';
import { readWords, type Expected, type TypedWords } from './read-words.js';
import {
  active,
  needKeys,
  openSource,
  openTarget,
  refuseInUse,
  UsageError,
  type Place,
  type StoreOrder,
} from './store-places.js';
import { countLines, refusal, SAYS, USAGE } from './store-texts.js';

interface Removal {
  readonly from: Place;
  readonly to: Place;
  readonly replace: boolean;
}

/** Runs one command; returns the exit code. */
export async function runStore(order: StoreOrder): Promise<0 | 1> {
  try {
    return await dispatch(order);
  } catch (error) {
    if (error instanceof TransferRefused) order.print(refusal(error));
    else if (error instanceof UsageError) order.print(error.message);
    else throw error;
    return 1;
  }
}

const EXPECTED = {
  backup: { words: 1 },
  restore: { words: 1, flags: ['replace'] },
  move: { valued: ['from', 'to'], flags: ['replace'] },
  check: { words: 1 },
  reseal: {},
  accept: {},
} as const satisfies Readonly<Record<string, Expected>>;

function isCommand(word: string): word is keyof typeof EXPECTED {
  return Object.hasOwn(EXPECTED, word);
}

async function dispatch(order: StoreOrder): Promise<0 | 1> {
  const [command = '', ...rest] = order.args;
  const typed = isCommand(command) ? readWords(rest, EXPECTED[command]) : readWords(order.args, {});
  if (typed.asksHelp) {
    order.print(USAGE);
    return 0;
  }
  if (typed.unknown.length > 0) usage(SAYS.unknown(typed.unknown));
  return isCommand(command) ? run(order, command, typed) : usage();
}

async function run(order: StoreOrder, command: keyof typeof EXPECTED, typed: TypedWords): Promise<0 | 1> {
  const [file] = typed.words;
  const replace = typed.flags.has('replace');
  switch (command) {
    case 'backup':
      return backup(order, file ?? usage());
    case 'restore':
      return restore(order, file ?? usage(), { replace });
    case 'move':
      return moveStore(order, { from: placeIn(typed, 'from'), to: placeIn(typed, 'to'), replace });
    case 'check':
      return file === undefined ? check(order) : checkFile(order, file);
    case 'reseal':
      return reseal(order);
    case 'accept':
      return accept(order);
  }
}

async function backup(order: StoreOrder, path: string): Promise<0> {
  const source = await openSource(order, active(order.config));
  try {
    const made = await writeBackup(path, source.read(), { from: source.name, at: order.now() });
    // Read back from the disk, from end to end: a backup that was never read is a hope.
    await checkBackup(path);
    say(order, [SAYS.backupDone(path), ...countLines(made.counts), ...keyReminder(made)]);
    return 0;
  } finally {
    await source.close();
  }
}

async function restore(order: StoreOrder, path: string, how: { readonly replace: boolean }): Promise<0> {
  const found = await checkBackup(path);
  needKeys(order.config, found.keys);
  const place = active(order.config);
  if (place === 'redis') await refuseInUse(order, place);
  const target = await openTarget(order, place);
  try {
    const counts = await fill(target, readBackup(path), how);
    say(order, [SAYS.restored(found.from, found.at, target.name), ...countLines(counts)]);
    return 0;
  } finally {
    await target.close();
  }
}

async function moveStore(order: StoreOrder, { from, to, replace }: Removal): Promise<0> {
  if (from === to) throw new UsageError(SAYS.sameStore);
  const source = await openSource(order, from);
  try {
    if (to === 'redis') await refuseInUse(order, to);
    const target = await openTarget(order, to);
    try {
      const counts = await move(source, target, order.now(), { replace });
      say(order, [SAYS.moved(source.name, target.name), ...countLines(counts), SAYS.oldCopy(source.name)]);
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Through a copy on disk: whatever goes wrong, everything is still there once, under the old keys. */
async function reseal(order: StoreOrder): Promise<0> {
  const place = active(order.config);
  await refuseInUse(order, place);
  mkdirSync(order.config.dataDir, { recursive: true });
  const copy = join(order.config.dataDir, 'reseal.backup');
  const source = await openSource(order, place);
  const made = await writeBackup(copy, source.read(), { from: source.name, at: order.now() }).finally(() =>
    source.close(),
  );
  needKeys(order.config, made.keys);
  const target = await openTarget(order, place);
  try {
    const ring = keyRingOf(order.config);
    const counts = await fill(target, resealed(readBackup(copy), ring), { replace: true });
    rmSync(copy);
    say(order, [SAYS.resealed(ring.current.id), ...countLines(counts)]);
    return 0;
  } catch (error) {
    order.print(SAYS.resealFailed(copy));
    throw error;
  } finally {
    await target.close();
  }
}

async function check(order: StoreOrder): Promise<0 | 1> {
  const source = await openSource(order, active(order.config));
  try {
    const rows = await checkRows(source.read(), sealedCodec(keyRingOf(order.config)));
    return report(order, source.name, [...(await source.damage()), ...rows]);
  } finally {
    await source.close();
  }
}

async function checkFile(order: StoreOrder, path: string): Promise<0 | 1> {
  const found = await checkBackup(path);
  needKeys(order.config, found.keys);
  const problems = await checkRows(readBackup(path), sealedCodec(keyRingOf(order.config)));
  say(order, countLines(found.counts));
  return report(order, path, problems);
}

function accept(order: StoreOrder): 0 {
  const { redis, dataDir } = order.config;
  if (redis !== null) {
    order.print(forgetMark(dataDir, redis.name) ? SAYS.beginsAnew(redis.name) : SAYS.nothingKnown(redis.name));
    return 0;
  }
  order.print(SAYS.accepted(acceptLoss(dataFile(order.config.dataDir))));
  return 0;
}

function report(order: StoreOrder, what: string, problems: readonly string[]): 0 | 1 {
  say(
    order,
    problems.map((problem) => `  ${problem}`),
  );
  order.print(problems.length === 0 ? SAYS.whole(what) : SAYS.broken(what, problems.length));
  return problems.length === 0 ? 0 : 1;
}

function placeIn({ values }: TypedWords, option: 'from' | 'to'): Place {
  const value = values.get(option);
  return value === 'sqlite' || value === 'redis' ? value : usage();
}

function usage(...wrong: readonly string[]): never {
  throw new UsageError([...wrong, USAGE].join('\n\n'));
}

function keyReminder({ keys }: BackupSummary): readonly string[] {
  return keys.length === 0 ? [] : [SAYS.keepKey(keys)];
}

function say({ print }: StoreOrder, lines: readonly string[]): void {
  for (const line of lines) print(line);
}
