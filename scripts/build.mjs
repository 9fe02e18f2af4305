// Builds everything `npm start` runs: the server to dist/, the pages to dist/web/. With --if-stale only when a source changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { putInPlace } from './put-in-place.mjs';

const root = join(import.meta.dirname, '..');
/** Finds its compiled half beside itself. */
const NATIVE = ['@photostructure/sqlite'];
const SDK = [
  'botbuilder',
  'botbuilder-core',
  'botbuilder-stdlib',
  'botframework-connector',
  'botframework-schema',
  'botframework-streaming',
];
const LATER = ['botframework-connector', 'botframework-streaming', 'axios', 'htmlparser2'];
const dist = join(root, 'dist');
/** A build grows here, below `dist` and so on the same disk, and takes its place when it is whole. */
const next = join(dist, `.next-${String(process.pid)}`);
const stampFile = join(dist, '.stamp');
const DESK = ['build', '--config', 'web/desk/vite.config.ts', '--logLevel', 'error', '--emptyOutDir'];

/** Every source file below a folder, sorted. */
function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(ts|tsx|mjs|js|css|html|json|svg|png|webmanifest)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}

function stamp() {
  const sum = createHash('sha256');
  const files = [
    ...['knowledge', 'handlers', 'bot', 'web', 'scripts'].flatMap(sources),
    join(root, 'package-lock.json'),
  ];
  for (const file of files) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}

/** What reads the knowledge: a library kept by other code is read anew. The same sum as `library-cache.ts` makes from source. */
function readerStamp() {
  const folder = join(root, 'knowledge');
  const sum = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true }).sort())
    if (file.endsWith('.ts')) sum.update(readFileSync(join(folder, file)));
  return sum.digest('hex');
}

/**
 * The server and the commands, each with the libraries it uses in a few files: node looks up and reads 1,900 files
 * otherwise, which is half of a start. What only some channels need stands in files of its own and is read when it is used.
 */
async function buildServer() {
  const commands = sources('bot/cli').filter((file) => file.endsWith('.ts'));
  await bundle('bot', [join(root, 'bot/main.ts')]);
  await bundleLater('bot');
  await bundle('bot/cli', commands);
  cpSync(join(root, 'bot/channels/teams/icons'), join(next, 'bot/icons'), { recursive: true });
  for (const folder of ['bot', 'bot/cli'].map((name) => join(next, name)))
    for (const file of readdirSync(folder)) if (/\.c?js$/.test(file)) toAscii(join(folder, file));
}

/** Patterns keep their signs as they are written; with one of them the whole file stands in memory at twice its size. */
function toAscii(file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

function bundle(folder, entryPoints) {
  return build({
    entryPoints,
    outdir: join(next, folder),
    // Beside the entry points: whoever looks for a file of ours starts from the folder it is in.
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay: logs and the SDK read them. Everything else that only people read goes to the source map.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'external',
    sourcemap: true,
    sourcesContent: false,
    external: NATIVE,
    plugins: [lazyRequires(SDK, LATER)],
    define: { READER_STAMP: JSON.stringify(readerStamp()) },
    // Libraries that are no modules ask for Node's own parts by `require`.
    banner: {
      js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

/** What the SDK asks for by `require` when Teams is on, each in a file of its own. */
function bundleLater(folder) {
  return build({
    entryPoints: LATER.map((name) => ({ in: name, out: laterFile(name) })),
    outdir: join(next, folder),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'external',
    plugins: [lazyRequires(SDK)],
    logLevel: 'warning',
  });
}

/** Builds that were broken off: their process is gone. */
function removeBroken() {
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    const pid = Number(/^\.next-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(...args) {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

const now = stamp();
if (process.argv.includes('--if-stale') && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now)
  process.exit(0);
// Read only now: nearly every start has nothing to build.
const { build } = await import('esbuild');
const { laterFile, lazyRequires } = await import('./lazy-requires.mjs');
process.stdout.write('Mentorlijn wordt gebouwd…\n');
removeBroken();
mkdirSync(next, { recursive: true });
try {
  await buildServer();
  run('web/build.mjs', '--out', join(next, 'web'));
  run('node_modules/vite/bin/vite.js', ...DESK, '--outDir', join(next, 'web/desk'));
  putInPlace(next, dist);
  writeFileSync(stampFile, now);
} finally {
  // What failed half-way leaves the build before as it was.
  rmSync(next, { recursive: true, force: true });
}
