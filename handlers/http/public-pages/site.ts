import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

/** What every page knows of the place it stands in. */
export interface Site {
  /** Address people use, without a slash at the end. */
  readonly publicUrl: string;
  readonly assets: Assets;
}

/** Addresses of the built files; null when a file was not built. */
export interface Assets {
  readonly css: string | null;
  readonly script: string | null;
  readonly icon: string | null;
  /** Changes when any of them does. */
  readonly version: string;
}

/** Where the built files are served. */
export const ASSETS_PATH = '/public';
const FILES = ['pages.css', 'pages.js', 'icon.svg'] as const;

/** Looks once what was built; an address carries the file's hash, so that browsers may keep it for ever. */
export function findAssets(folder: string): Assets {
  const [css, script, icon] = FILES.map((name) => hashOf(join(folder, name)));
  const address = (name: (typeof FILES)[number], hash: string | null | undefined): string | null =>
    hash ? `${ASSETS_PATH}/${name}?v=${hash}` : null;
  return {
    css: address('pages.css', css),
    script: address('pages.js', script),
    icon: address('icon.svg', icon),
    version: [css, script, icon].map((hash) => hash?.slice(0, 4) ?? '').join(''),
  };
}

function hashOf(file: string): string | null {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10) : null;
}

/** An address with a hash never changes its content; one without may. */
export function keepAsset(response: ServerResponse): void {
  const hashed = /\?v=\w/.test(response.req.url ?? '');
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
