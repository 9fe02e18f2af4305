// Builds the mentor's page and the assets of the public pages into dist/web/, or into the folder after --out. The desk is built by Vite.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const asked = process.argv.indexOf('--out');
const out = asked > 0 ? process.argv[asked + 1] : join(root, 'dist/web');
const TARGET = ['es2022', 'chrome109', 'firefox115', 'safari16'];

/** Bundles entry points; returns output file name per entry point name. */
async function bundle(folder, entryPoints, extra = {}) {
  const { metafile } = await build({
    entryPoints: entryPoints.map((name) => join(import.meta.dirname, folder, name)),
    outdir: join(out, folder),
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: TARGET,
    minify: true,
    sourcemap: false,
    metafile: true,
    logLevel: 'warning',
    ...extra,
  });
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  return {
    names: Object.fromEntries(entries.map(([file, { entryPoint }]) => [basename(entryPoint), basename(file)])),
    files: Object.keys(metafile.outputs).map((file) => relative(join(out, folder), join(process.cwd(), file))),
  };
}

async function buildMentor() {
  const source = join(import.meta.dirname, 'mentor');
  const folder = join(out, 'mentor');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worker = await bundle('mentor', ['offline/worker.ts'], { splitting: false });
  const page = await bundle('mentor', ['app.ts', 'styles.css'], {
    define: { WORKER: JSON.stringify(`/${worker.names['worker.ts']}`) },
  });
  const html = readFileSync(join(source, 'index.html'), 'utf8')
    .replace('%JS%', page.names['app.ts'])
    .replace('%CSS%', page.names['styles.css']);
  writeFileSync(join(folder, 'index.html'), html);
  cpSync(join(source, 'icons'), join(folder, 'icons'), { recursive: true });
  cpSync(join(source, 'manifest.webmanifest'), join(folder, 'manifest.webmanifest'));
  const files = [...page.files, ...worker.files];
  const shell = [
    '/',
    ...files.map((file) => `/${file}`),
    '/manifest.webmanifest',
    '/icons/icon.svg',
    '/icons/icon-192.png',
  ];
  const version = createHash('sha256').update(html).update(shell.join()).digest('hex').slice(0, 10);
  await bundle('mentor', ['offline/sw.ts'], {
    entryNames: 'sw',
    splitting: false,
    define: { SHELL: JSON.stringify(shell), BUILD: JSON.stringify(version) },
  });
  return { files };
}

/** Names without a hash: the server reads the files once and puts their hash in the address. */
async function buildPublic() {
  const folder = join(out, 'public');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle('public', ['pages.ts', 'pages.css'], { entryNames: '[name]', splitting: false });
  cpSync(join(import.meta.dirname, 'mentor/icons/icon.svg'), join(folder, 'icon.svg'));
}

/** The script tag of other websites: one classic script under a name that stays. */
async function buildEmbed() {
  rmSync(join(out, 'embed'), { recursive: true, force: true });
  await bundle('embed', ['inbed.ts'], { entryNames: '[name]', splitting: false, format: 'iife' });
}

const mentor = await buildMentor();
await buildEmbed();
await buildPublic();
if (process.argv.includes('--sizes')) {
  for (const name of mentor.files.filter((file) => /\.(js|css)$/.test(file))) {
    const size = gzipSync(readFileSync(join(out, 'mentor', name)), { level: 9 }).length;
    console.log(`${name}: ${String(size)} bytes gzip`);
  }
}
