import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../handlers/ports.js';
import type { Config } from '../config.js';
import { dataFile, keyRingOf } from '../state/open-store.js';
import { connectInstallation } from '../state/redis/connect-installation.js';
import { forgetMark } from '../state/redis/redis-witness.js';
import { RedisSource, RedisTarget } from '../state/redis/redis-rows.js';
import { sealedCodec } from '../state/sealed/sealed-codec.js';
import { acceptLoss } from '../state/sqlite/accept-loss.js';
import { SqliteSource, SqliteTarget } from '../state/sqlite/sqlite-rows.js';
import { checkBackup, readBackup, writeBackup, type BackupSummary } from '../state/transfer/backup-file.js';
import { checkRows } from '../state/transfer/check-rows.js';
import { fill, move, TransferRefused } from '../state/transfer/fill.js';
import { resealed } from '../state/transfer/reseal.js';
import type { RowSource, RowTarget } from '../state/transfer/rows.js';
import { countLines, refusal, SAYS, USAGE } from './store-texts.js';

/** `npm run -s store`: its arguments, the settings of the helpline, and where its words go. */
export interface StoreOrder {
  readonly args: readonly string[];
  readonly config: Config;
  readonly log: Log;
  readonly now: () => Date;
  readonly print: (line: string) => void;
}

type Place = 'sqlite' | 'redis';

/** A mistake in how the command was given. */
class UsageError extends Error {}

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

async function dispatch(order: StoreOrder): Promise<0 | 1> {
  const [command, ...rest] = order.args;
  const file = rest.find((word) => !word.startsWith('--'));
  switch (command) {
    case 'backup':
      return backup(order, file ?? usage());
    case 'restore':
      return restore(order, file ?? usage());
    case 'move':
      return moveStore(order, option(rest, '--from'), option(rest, '--to'));
    case 'check':
      return file === undefined ? check(order) : checkFile(order, file);
    case 'reseal':
      return reseal(order);
    case 'accept':
      return accept(order);
    default:
      return usage();
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

async function restore(order: StoreOrder, path: string): Promise<0> {
  const found = await checkBackup(path);
  needKeys(order.config, found.keys);
  const place = active(order.config);
  if (place === 'redis') await refuseInUse(order, place);
  const target = await openTarget(order, place);
  try {
    const counts = await fill(target, readBackup(path), { replace: order.args.includes('--replace') });
    say(order, [SAYS.restored(found.from, found.at, target.name), ...countLines(counts)]);
    return 0;
  } finally {
    await target.close();
  }
}

async function moveStore(order: StoreOrder, from: Place, to: Place): Promise<0> {
  if (from === to) throw new UsageError(SAYS.sameStore);
  const source = await openSource(order, from);
  try {
    if (to === 'redis') await refuseInUse(order, to);
    const target = await openTarget(order, to);
    try {
      const counts = await move(source, target, order.now(), { replace: order.args.includes('--replace') });
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

/** A server that starts on rows it cannot open would refuse; better to say so before anything is written. */
function needKeys(config: Config, used: readonly string[]): void {
  if (used.length === 0) return;
  const ring = keyRingOf(config);
  const known = new Set([ring.current.id, ...ring.older.map(({ id }) => id)]);
  const missing = used.filter((id) => !known.has(id));
  if (missing.length > 0) throw new TransferRefused('unknown-key', missing.join(', '));
}

/** The embedded target locks its file itself; damage there is no reason to refuse. */
async function refuseInUse(order: StoreOrder, place: Place): Promise<void> {
  const there = await openSource(order, place);
  try {
    if (await there.inUse()) throw new TransferRefused('in-use', there.name);
  } finally {
    await there.close();
  }
}

async function openSource(order: StoreOrder, place: Place): Promise<RowSource> {
  if (place === 'redis') {
    const address = redisOf(order.config);
    return new RedisSource(await connectInstallation(address, order.log), address.name);
  }
  const path = dataFile(order.config.dataDir);
  if (!existsSync(path)) throw new UsageError(SAYS.noFile(path));
  return new SqliteSource(path);
}

async function openTarget(order: StoreOrder, place: Place): Promise<RowTarget> {
  if (place === 'redis') {
    const address = redisOf(order.config);
    return new RedisTarget(await connectInstallation(address, order.log), address.name);
  }
  mkdirSync(order.config.dataDir, { recursive: true });
  return new SqliteTarget(dataFile(order.config.dataDir), order.now());
}

function redisOf({ redis }: Config): NonNullable<Config['redis']> {
  if (redis === null) throw new UsageError(SAYS.noRedis);
  return redis;
}

function active(config: Config): Place {
  return config.redis === null ? 'sqlite' : 'redis';
}

function option(args: readonly string[], name: string): Place {
  const value = args[args.indexOf(name) + 1];
  return args.includes(name) && (value === 'sqlite' || value === 'redis') ? value : usage();
}

function usage(): never {
  throw new UsageError(USAGE);
}

function keyReminder({ keys }: BackupSummary): readonly string[] {
  return keys.length === 0 ? [] : [SAYS.keepKey(keys)];
}

function say({ print }: StoreOrder, lines: readonly string[]): void {
  for (const line of lines) print(line);
}
