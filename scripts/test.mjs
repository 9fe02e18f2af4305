// `npm test`: format, lint, types, knowledge, then every jest test. Ends with "N passed, N failed", alone on its line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNeeds } from './needs.mjs';

const root = join(import.meta.dirname, '..');
const report = join(mkdtempSync(join(tmpdir(), 'mentorlijn-test-')), 'jest.json');

const absent = ensureNeeds();
for (const line of absent) console.log(`MISSING — ${line}`);
if (absent.length > 0 && process.env.CI === 'true') {
  console.log(`0 passed, ${String(absent.length)} failed`);
  process.exit(1);
}

function check(name, args) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

const checks = [
  check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']),
  check('types of the pages', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json']),
  check('types of the browser tests', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.browser.json']),
  check('build', ['scripts/build.mjs', '--if-stale']),
  check('knowledge', ['node_modules/tsx/dist/cli.mjs', 'bot/cli/knowledge.ts', 'check']),
];
spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    // A test that failed while it waited must not keep the whole run waiting.
    '--forceExit',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);

function jestCounts() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numRuntimeErrorTestSuites } =
      JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites),
      skipped: numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const jest = jestCounts();
const passed = jest.passed + checks.filter(Boolean).length;
const failed = jest.failed + checks.filter((ok) => !ok).length;
console.log(
  `${String(passed)} passed, ${String(failed)} failed${jest.skipped > 0 ? `, ${String(jest.skipped)} skipped` : ''}`,
);
process.exit(failed > 0 ? 1 : 0);
