// Licences and known vulnerabilities of everything that is installed in production.
// Exit: 0 all well, 1 a licence or a vulnerability to look at, 2 the vulnerabilities could not be asked.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forbiddenLicences, productionPackages, readAudit } from './audit-rules.mjs';

const root = join(fileURLToPath(import.meta.url), '../..');
const packages = productionPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
});
const forbidden = forbiddenLicences(packages);
console.log(`licences: ${packages.length} production packages, ${forbidden.length} outside the list`);
for (const { name, version, licence } of forbidden)
  console.log(`  ${name}@${version}: ${licence ?? 'no licence named'}`);

const answer = await new Promise((done) => {
  execFile('npm', ['audit', '--omit=dev', '--json'], { cwd: root, timeout: 60_000, maxBuffer: 2e7 }, (_error, stdout) =>
    done(stdout),
  );
});
const audit = readAudit(answer);
if (audit.kind === 'unknown') {
  console.log(`vulnerabilities: NOT CHECKED, the registry gave no answer (${audit.reason}). Ask again where it does.`);
} else {
  console.log(`vulnerabilities: ${audit.found.length} packages`);
  for (const { name, severity, title } of audit.found)
    console.log(`  ${severity}: ${name}${title ? ` – ${title}` : ''}`);
}
process.exitCode =
  forbidden.length > 0 || (audit.kind === 'known' && audit.found.length > 0) ? 1 : audit.kind === 'unknown' ? 2 : 0;
