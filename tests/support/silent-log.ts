import type { Log } from '../../handlers/ports.js';

/** A log that keeps quiet. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
