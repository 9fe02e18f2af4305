import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');

interface SizeRow {
  readonly what: string;
  /** Kilobytes of 1,000 bytes, gzip -9. */
  readonly gzipKb: number;
  readonly bar: string;
}

/** What a mentor's phone loads before its first answer, and what it fetches afterwards for places without network. */
export function benchSize(): Promise<readonly SizeRow[]> {
  execFileSync(process.execPath, [join(root, 'web/build.mjs')], { stdio: 'ignore' });
  const folder = join(root, 'dist/web/mentor');
  const size = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1_000;
  const files = readdirSync(folder);
  const first = files.filter((name) => /^(?:app|chunk|styles)\..*\.(?:js|css)$/.test(name));
  return Promise.resolve([
    { what: 'first answer: script and style', gzipKb: size(first), bar: '60' },
    { what: 'page itself', gzipKb: size(['index.html']), bar: '' },
    { what: 'afterwards: matcher for places without network', gzipKb: size(files.filter((name) => name.startsWith('worker.'))), bar: '' },
    { what: 'when asked: QR code to go on elsewhere', gzipKb: size(files.filter((name) => name.startsWith('qr.'))), bar: '' },
    { what: 'afterwards: service worker', gzipKb: size(['sw.js']), bar: '' },
  ]); // prettier-ignore
}
