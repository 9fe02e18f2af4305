import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../node_modules');

/** `import { A } from './a'` and `import a from 'a'`, as TypeScript's compiler writes them for Node's `require`. */
const IMPORT = /^(?:const|var) (\w*_\d+) = ((?:__importDefault\()?require\("[^"]+"\)\)?);$/gm;
/** `export * from './a'`. */
const EXPORT_ALL = /^__exportStar\(require\("([^"]+)"\), exports\);$/gm;

/**
 * A plugin of esbuild for libraries that read all they have when the first part is asked for. The SDK does: with its
 * token checks, its clients and theirs it is a third of a start, and none of it is used where Teams is off. In these
 * packages every file waits until something of it is used; packages of `later` are not even in the same bundle.
 */
export function lazyRequires(packages, later = []) {
  const filter = new RegExp(`/node_modules/(?:${packages.join('|')})/lib/.*\\.js$`);
  return {
    name: 'lazy-requires',
    setup({ onLoad, onResolve }) {
      if (later.length > 0)
        onResolve({ filter: new RegExp(`^(?:${later.join('|')})$`) }, ({ path }) => ({
          path: `./${laterFile(path)}.cjs`,
          external: true,
        }));
      onLoad({ filter }, async ({ path }) => ({
        contents: waiting(await readFile(path, 'utf8'), createRequire(path)),
      }));
    },
  };
}

/** A file's text, asking for others where it uses them instead of at its head. */
function waiting(text, require) {
  const imports = [...text.matchAll(IMPORT)];
  const body = text.replace(IMPORT, '').replace(EXPORT_ALL, (_line, from) =>
    Object.keys(require(from))
      .map((name) => lazyExport(name, from))
      .join('\n'),
  );
  return imports.reduce((done, [, name, asked]) => done.replace(new RegExp(`\\b${name}\\b`, 'g'), `(${asked})`), body);
}

/** What the file names itself goes before what it passes on. */
function lazyExport(name, from) {
  const [key, place] = [JSON.stringify(name), JSON.stringify(from)];
  return `if (!Object.hasOwn(exports, ${key})) Object.defineProperty(exports, ${key}, { enumerable: true, get: () => require(${place})[${key}] });`;
}

/**
 * Name, without extension, of the bundle of a package that is read when it is used; with its version, so that a server
 * that runs from an earlier build finds the one it was made with.
 */
export function laterFile(name) {
  const { version } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8'));
  return `later-${name}-${version}`;
}
