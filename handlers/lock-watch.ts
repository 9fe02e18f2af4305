/**
 * What a process saw of each lock, and since when it looks so by its own clock: the clocks of two processes may be
 * minutes apart, so that a time written by another says little. One for each process; there are a handful of locks.
 */
export class LockWatch {
  readonly #seen = new Map<string, { readonly version: number; readonly since: number }>();

  note(name: string, version: number, since: number): void {
    this.#seen.set(name, { version, since });
  }

  /** For how long nothing happened to it, as far as we saw. A clock that is set back begins anew. */
  unchangedMs(name: string, version: number, now: number): number {
    const seen = this.#seen.get(name);
    if (seen?.version === version && seen.since <= now) return now - seen.since;
    this.note(name, version, now);
    return 0;
  }
}
