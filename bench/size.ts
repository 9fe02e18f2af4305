import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');

interface SizeRow {
  readonly what: string;
  /** Kilobytes of 1,000 bytes, gzip -9. */
  readonly gzipKb: number;
  readonly bar: string;
}

/**
 * What a mentor's phone loads before its first answer, and what it fetches afterwards for places without network. Built in
 * a folder of its own: a helpline may be running from `dist`.
 */
export function benchSize(): Promise<readonly SizeRow[]> {
  mkdirSync(join(root, 'bench/.tmp'), { recursive: true });
  const out = mkdtempSync(join(root, 'bench/.tmp/size-'));
  try {
    execFileSync(process.execPath, [join(root, 'web/build.mjs'), '--out', out], { stdio: 'ignore' });
    return Promise.resolve(sizesIn(join(out, 'mentor')));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function sizesIn(folder: string): readonly SizeRow[] {
  const size = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1_000;
  const files = readdirSync(folder);
  const first = files.filter((name) => /^(?:app|chunk|styles)\..*\.(?:js|css)$/.test(name));
  return [
    { what: 'first answer: script and style', gzipKb: size(first), bar: '60' },
    { what: 'page itself', gzipKb: size(['index.html']), bar: '' },
    { what: 'afterwards: matcher for places without network', gzipKb: size(files.filter((name) => name.startsWith('worker.'))), bar: '' },
    { what: 'when asked: QR code to go on elsewhere', gzipKb: size(files.filter((name) => name.startsWith('qr.'))), bar: '' },
    { what: 'afterwards: service worker', gzipKb: size(['sw.js']), bar: '' },
  ]; // prettier-ignore
}
