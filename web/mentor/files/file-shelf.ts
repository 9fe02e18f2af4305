/** What is kept of a file on this device. */
export interface KeptFile {
  /** Null once the server has it. */
  readonly bytes: Blob | null;
  /** A small picture of a photo, as a data address; null for everything else. */
  readonly thumb: string | null;
  /** Moment (ms). */
  readonly at: number;
}

/** Where files wait: on the device when it allows that, else as long as the page is open. */
export interface FileShelf {
  get(id: string): Promise<KeptFile | null>;
  put(id: string, file: KeptFile): Promise<void>;
  remove(id: string): Promise<void>;
  ids(): Promise<readonly string[]>;
  /** Whether everything will still be there after closing. */
  keepsAll(): boolean;
}

/** Lets go of files from before that moment (ms) that no line, no draft and nothing that waits speaks of any more. */
export async function tidy(shelf: FileShelf, wanted: ReadonlySet<string>, before: number): Promise<void> {
  for (const id of await shelf.ids()) {
    if (wanted.has(id)) continue;
    const kept = await shelf.get(id);
    if (kept === null || kept.at < before) await shelf.remove(id);
  }
}

/** The server has it: its small picture stays with the conversation, the rest goes. */
export async function letGo(shelf: FileShelf, id: string): Promise<void> {
  const kept = await shelf.get(id);
  if (!kept?.thumb) await shelf.remove(id);
  else await shelf.put(id, { ...kept, bytes: null });
}
