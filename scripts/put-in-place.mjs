import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a build makes; anything else below `dist` is not ours. */
const FOLDERS = ['bot', 'web'];
/** What these name must be there before they are. */
const LAST = /(?:^|\/)(?:main\.js|index\.html|sw\.js)$/;
/** A server that runs from the build before reads some files only when it needs them: it has this long to be restarted. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const LIST = '.superseded.json';

/**
 * Moves what was built in `next` over `dist`, file by file, so that a server that runs from there misses nothing: files
 * of earlier builds under names that are gone (their names carry a hash or a version) stay for a week.
 */
export function putInPlace(next, dist, now = new Date()) {
  const made = filesBelow(next);
  const before = filesBelow(dist);
  for (const name of [...made].sort((a, b) => Number(LAST.test(a)) - Number(LAST.test(b)))) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(next, name), join(dist, name));
  }
  rmSync(next, { recursive: true, force: true });
  const since = supersededSince(dist);
  const old = Object.fromEntries(
    before.filter((name) => !made.includes(name)).map((name) => [name, since[name] ?? now.toISOString()]),
  );
  for (const [name, at] of Object.entries(old))
    if (now.getTime() - Date.parse(at) > KEPT_DAYS * DAY_MS) {
      rmSync(join(dist, name), { force: true });
      delete old[name];
    }
  writeFileSync(join(dist, LIST), JSON.stringify(old, null, 1));
}

function filesBelow(folder) {
  return FOLDERS.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => relative(folder, join(file.parentPath, file.name))),
  );
}

/** Damaged or absent: then everything old is superseded from now on. */
function supersededSince(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, LIST), 'utf8'));
  } catch {
    return {};
  }
}
