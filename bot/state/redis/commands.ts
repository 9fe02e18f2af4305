import type { Redis } from 'ioredis';
import { COMMIT, NEXT, QUERY, SWEEP } from './scripts.js';

type Answer = readonly (string | number)[];

/**
 * Our programs as commands of the connection: sent by hash, and in full only to a server that does not know them.
 * `mark` is where the mark stands, `id` what it has to be.
 */
export interface Commands {
  commit(prefix: string, mark: string, wire: string, id: string): Promise<Answer>;
  next(prefix: string, mark: string, counter: string, id: string): Promise<Answer>;
  sweep(prefix: string, mark: string, now: number, limit: number): Promise<Answer>;
  query(prefix: string, ...args: readonly string[]): Promise<readonly string[]>;
}

interface WithCommands {
  mentorlijnCommit(prefix: string, mark: string, wire: string, id: string): Promise<Answer>;
  mentorlijnNext(prefix: string, mark: string, counter: string, id: string): Promise<Answer>;
  mentorlijnSweep(prefix: string, mark: string, now: number, limit: number): Promise<Answer>;
  mentorlijnQuery(prefix: string, ...args: readonly string[]): Promise<readonly string[]>;
}

export function commands(redis: Redis): Commands {
  redis.defineCommand('mentorlijnCommit', { numberOfKeys: 2, lua: COMMIT });
  redis.defineCommand('mentorlijnNext', { numberOfKeys: 2, lua: NEXT });
  redis.defineCommand('mentorlijnSweep', { numberOfKeys: 2, lua: SWEEP });
  redis.defineCommand('mentorlijnQuery', { numberOfKeys: 1, lua: QUERY, readOnly: true });
  const known = redis as Redis & WithCommands;
  return {
    commit: (prefix, mark, wire, id) => known.mentorlijnCommit(prefix, mark, wire, id),
    next: (prefix, mark, counter, id) => known.mentorlijnNext(prefix, mark, counter, id),
    sweep: (prefix, mark, now, limit) => known.mentorlijnSweep(prefix, mark, now, limit),
    query: (prefix, ...args) => known.mentorlijnQuery(prefix, ...args),
  };
}
