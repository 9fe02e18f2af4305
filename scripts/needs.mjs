// What the tests need beside npm: a real Redis and a real Chromium. Found, installed where that is allowed, or said clearly.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NEEDS = [
  { name: 'Redis', command: 'redis-server', debian: 'redis-server', env: 'REDIS_SERVER' },
  { name: 'Chromium', command: 'chromium', debian: 'chromium', env: 'CHROMIUM_PATH' },
];

function onPath(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function missing() {
  return NEEDS.filter(({ command, env }) => !(process.env[env] && existsSync(process.env[env])) && !onPath(command));
}

/** Returns the names of what is still missing after trying to install it. */
export function ensureNeeds() {
  const first = missing();
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (first.length > 0 && mayInstall) {
    console.log(`Installing for the tests: ${first.map(({ debian }) => debian).join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
      execFileSync(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', ...first.map(({ debian }) => debian)],
        { env, stdio: 'ignore' },
      );
    } catch {
      console.log('The installation failed.');
    }
  }
  return missing().map(({ name, command, env }) => `${name}: install ${command}, or set ${env} to its path`);
}
