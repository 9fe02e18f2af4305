import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** The last that is made of the mentor's page, and of the page inside another. */
const MADE = ['mentor/sw.js', 'embed/inbed.js'];

/** The pages that a browser test opens: built when nobody did so before. */
export function buildWebPages(): void {
  if (MADE.every((file) => existsSync(join(root, 'dist/web', file)))) return;
  execFileSync(process.execPath, [join(root, 'web/build.mjs')]);
}
