import type { Log } from '../../handlers/ports.js';

/** A log that remembers every line, as a file of the real one would show it. */
export function hearingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const hear = (event: string, fields?: object): void => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  return {
    lines,
    info: hear,
    warn: hear,
    error: (event, error, fields) => {
      const cause = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error;
      hear(event, { ...fields, cause });
    },
  };
}
