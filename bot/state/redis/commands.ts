import type { Redis } from 'ioredis';
import { COMMIT, NEXT, QUERY, SWEEP } from './scripts.js';

type Answer = readonly (string | number)[];

/** Our programs as commands of the connection: sent by hash, and in full only to a server that does not know them. */
export interface Commands {
  commit(prefix: string, wire: string): Promise<Answer>;
  next(prefix: string, counter: string): Promise<Answer>;
  sweep(prefix: string, now: number, limit: number): Promise<Answer>;
  query(prefix: string, ...args: readonly string[]): Promise<readonly string[]>;
}

interface WithCommands {
  mentorlijnCommit(prefix: string, wire: string): Promise<Answer>;
  mentorlijnNext(prefix: string, counter: string): Promise<Answer>;
  mentorlijnSweep(prefix: string, now: number, limit: number): Promise<Answer>;
  mentorlijnQuery(prefix: string, ...args: readonly string[]): Promise<readonly string[]>;
}

export function commands(redis: Redis): Commands {
  redis.defineCommand('mentorlijnCommit', { numberOfKeys: 1, lua: COMMIT });
  redis.defineCommand('mentorlijnNext', { numberOfKeys: 1, lua: NEXT });
  redis.defineCommand('mentorlijnSweep', { numberOfKeys: 1, lua: SWEEP });
  redis.defineCommand('mentorlijnQuery', { numberOfKeys: 1, lua: QUERY, readOnly: true });
  const known = redis as Redis & WithCommands;
  return {
    commit: (prefix, wire) => known.mentorlijnCommit(prefix, wire),
    next: (prefix, counter) => known.mentorlijnNext(prefix, counter),
    sweep: (prefix, now, limit) => known.mentorlijnSweep(prefix, now, limit),
    query: (prefix, ...args) => known.mentorlijnQuery(prefix, ...args),
  };
}
