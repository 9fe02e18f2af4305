import { basename, dirname, join, resolve } from 'node:path';

/** Started from the sources, as in development and tests; else from what `npm run build` made. */
export const FROM_SOURCE = import.meta.filename.endsWith('.ts');

/** This folder, or `dist/bot` once built: there the commands have their own bundle, one folder deeper. */
const BOT_FOLDER = basename(import.meta.dirname) === 'cli' ? dirname(import.meta.dirname) : import.meta.dirname;

/** A script of `bot/cli`, to start beside this process. */
export function ownScript(name: string): string {
  return join(BOT_FOLDER, 'cli', `${name}.${FROM_SOURCE ? 'ts' : 'js'}`);
}

/** The built pages. */
export function webFolder(): string {
  return resolve(BOT_FOLDER, '..', FROM_SOURCE ? 'dist/web' : 'web');
}

/** The icons of the app in Teams. */
export function iconsFolder(): string {
  return join(BOT_FOLDER, FROM_SOURCE ? 'channels/teams/icons' : 'icons');
}

/** What the repository says of itself: its version. */
export function packageFile(): string {
  return resolve(BOT_FOLDER, FROM_SOURCE ? '..' : '../..', 'package.json');
}
