import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { manifestProblems, teamsManifest } from '../channels/teams/manifest.js';
import { readConfig } from '../config.js';
import { iconsFolder, packageFile } from '../own-files.js';
import { mayRun, readWords } from './read-words.js';

const USAGE = 'npm run -s teams:package [-- FILE]: the zip that an administrator uploads in Teams';

/** `npm run teams:package [-- FILE]`: the zip that an administrator uploads in Teams. */
function main(): void {
  const typed = readWords(process.argv.slice(2), { words: 1 });
  if (!mayRun(typed, USAGE)) return;
  const [file = join(dirname(packageFile()), 'dist/teams/mentorlijn.zip')] = typed.words;
  process.exitCode = makePackage(file);
}

function makePackage(place: string): number {
  const parsed = readConfig();
  const { publicUrl, botFramework } = parsed.ok ? parsed.config : { publicUrl: '', botFramework: null };
  const order = { publicUrl, appId: botFramework?.appId ?? '' };
  const problems = parsed.ok ? manifestProblems(order) : parsed.problems;
  if (problems.length > 0) {
    process.stderr.write(`The Teams package cannot be made:\n${problems.map((line) => `- ${line}\n`).join('')}`);
    return 1;
  }
  const { version } = JSON.parse(readFileSync(packageFile(), 'utf8')) as { readonly version: string };
  const icon = (name: string): Uint8Array => readFileSync(join(iconsFolder(), name));
  const file = resolve(place);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, packageOf(teamsManifest({ ...order, version }), icon));
  process.stdout.write(`${file}\n`);
  return 0;
}

function packageOf(manifest: object, icon: (name: string) => Uint8Array): Uint8Array {
  return zipSync({
    'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  });
}

main();
