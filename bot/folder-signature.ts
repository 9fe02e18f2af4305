import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KNOWLEDGE_FILE = /\.(md|txt|yaml)$/;

/** What stands in one folder, as it was last read. */
interface Listing {
  /** When a name was last added or taken away. */
  readonly changed: number;
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Time and size of each file, two by two; written over at each look. */
  readonly seen: Float64Array;
  /** Read again at a later look without the folder having changed: a file added in the same tick cannot be missing. */
  readonly settled: boolean;
}

/**
 * Tells whether any knowledge file came, went or changed: another text at every look that finds something. Asked again
 * and again, so folder by folder, without the thread pool (a thousand files asked at once there cost four times as much,
 * and whatever else goes to the disk meanwhile, a promise for one, would wait behind them), and with little that must be
 * cleaned up: a server at rest makes hardly anything else.
 */
export function folderSignature(folder: string): () => Promise<string> {
  const listings = new Map<string, Listing>();
  let version = 0;
  return async () => {
    const folders = [folder];
    for (const at of folders) {
      const before = listings.get(at);
      const listing = listingOf(at, before);
      listings.set(at, listing);
      if (sawChange(listing) || listing.changed !== before?.changed) version += 1;
      folders.push(...listing.folders);
      await new Promise((go) => setImmediate(go));
    }
    return String(version);
  };
}

/** Names are read again only when the folder says that they changed. */
function listingOf(at: string, before: Listing | undefined): Listing {
  const changed = statSync(at).mtimeMs;
  if (before?.settled === true && before.changed === changed) return before;
  const entries = readdirSync(at, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && KNOWLEDGE_FILE.test(entry.name))
    .map(({ name }) => join(at, name));
  const same = files.join('\n') === before?.files.join('\n');
  return {
    changed,
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(at, name)),
    files,
    seen: same ? before.seen : new Float64Array(2 * files.length),
    settled: before?.changed === changed,
  };
}

/** A file that went in between has neither time nor size. */
function sawChange({ files, seen }: Listing): boolean {
  let changes = 0;
  files.forEach((file, at) => {
    const { mtimeMs = -1, size = -1 } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (seen[2 * at] === mtimeMs && seen[2 * at + 1] === size) return;
    seen[2 * at] = mtimeMs;
    seen[2 * at + 1] = size;
    changes += 1;
  });
  return changes > 0;
}
