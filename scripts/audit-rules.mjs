/** Licences that let us use, change and pass on; weak copyleft only for what we do not change (MPL: build tools' files). */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages of the lock file that are not for development only, each with its licence. */
export function productionPackages(lock, manifestOf = () => null) {
  return Object.entries(lock.packages ?? {})
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license }]) => {
      const named = license ?? manifestOf(path)?.license ?? null;
      return {
        name: path.split('node_modules/').at(-1) ?? path,
        version,
        licence: typeof named === 'string' ? named : (named?.type ?? null),
      };
    });
}

export function forbiddenLicences(packages) {
  return packages.filter(({ licence }) => licence === null || !isAllowed(licence));
}

/** "A OR B": one of them is enough. "A AND B": all of them. */
function isAllowed(licence) {
  const bare = licence.replace(/[()]/g, '').trim();
  if (/ OR /.test(bare)) return bare.split(/ OR /).some(isAllowed);
  if (/ AND /.test(bare)) return bare.split(/ AND /).every(isAllowed);
  return ALLOWED.includes(bare);
}

/** What `npm audit --json` says; `unknown` when the registry does not answer that question. */
export function readAudit(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { kind: 'unknown', reason: 'no JSON' };
  }
  if (typeof answer.vulnerabilities !== 'object' || answer.vulnerabilities === null)
    return { kind: 'unknown', reason: String(answer.message ?? answer.error?.summary ?? 'no list').slice(0, 60) };
  const found = Object.values(answer.vulnerabilities).map(({ name, severity, via }) => ({
    name,
    severity,
    title: (via ?? []).find((one) => typeof one === 'object')?.title ?? null,
  }));
  return { kind: 'known', found };
}
