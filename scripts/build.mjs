// Builds everything `npm start` runs: the server to dist/, the pages to dist/web/. With --if-stale only when a source changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'dist/.stamp');

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

async function buildServer() {
  const entryPoints = ['knowledge', 'handlers', 'bot'].flatMap(sources).filter((file) => file.endsWith('.ts'));
  await build({
    entryPoints,
    outdir: join(root, 'dist'),
    outbase: root,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

function run(...args) {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

const now = stamp();
if (process.argv.includes('--if-stale') && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now)
  process.exit(0);
process.stdout.write('Mentorlijn wordt gebouwd…\n');
rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'), { recursive: true });
await buildServer();
run('web/build.mjs');
run('node_modules/vite/bin/vite.js', 'build', '--config', 'web/desk/vite.config.ts', '--logLevel', 'error');
writeFileSync(stampFile, now);
