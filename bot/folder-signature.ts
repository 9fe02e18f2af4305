import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KNOWLEDGE_FILE = /\.(md|txt|yaml)$/;

/**
 * Names, sizes and times of the knowledge files: changes when any of them does. Asked again and again, so folder by folder
 * and without the thread pool: a thousand files asked at once there cost four times as much, and whatever else goes to
 * the disk meanwhile, a promise for one, would wait behind them.
 */
export async function folderSignature(folder: string): Promise<string> {
  const lines: string[] = [];
  const folders = [folder];
  for (const at of folders) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && KNOWLEDGE_FILE.test(entry.name)) lines.push(line(path));
    }
    await new Promise((go) => setImmediate(go));
  }
  return lines.sort().join('\n');
}

/** A file that went in between is told apart by having neither. */
function line(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return `${path}|${String(found?.size)}|${String(found?.mtimeMs)}`;
}
