import type { Commit, RecordKind } from '../../../handlers/ports.js';

/** Whether a commit could change what a read sees. */
export type Touches = (commit: Commit) => boolean;

export const touchesRecord =
  (kind: RecordKind, id: string): Touches =>
  ({ puts = [], deletes = [] }) =>
    puts.some((put) => put.id === id && put.kind === kind) || deletes.some((one) => one.id === id && one.kind === kind);

export const touchesKind =
  (kind: RecordKind): Touches =>
  ({ puts = [], deletes = [] }) =>
    puts.some((put) => put.kind === kind) || deletes.some((one) => one.kind === kind);

export const touchesLog =
  (log: string): Touches =>
  ({ appends = [], dropLogs = [] }) =>
    appends.some((append) => append.log === log) || dropLogs.includes(log);
