/** What this browser keeps over a reload. Blocked or full storage is no reason to stop. */
const PREFIX = 'mentorlijn.desk.';

export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writeKept(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // Full or forbidden: the page goes on without.
  }
}

/** A name for one request, so that a repetition is recognised. Also outside secure contexts. */
export function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
