/** Hosts of Microsoft's channel services; a leading dot allows every host below it. */
const KNOWN_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  '.botframework.com',
  '.botframework.azure.us',
  '.teams.microsoft.com',
];
const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether the bot may post an answer to this service URL. An activity names where its answer goes, so without this
 * list anyone could make the bot call any address (TECHNIEK.md §1). Local hosts only in development.
 */
export function isAllowedServiceUrl(serviceUrl: unknown, extraHosts: readonly string[], allowLocal: boolean): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username } = new URL(serviceUrl);
  if (username !== '') return false;
  if (allowLocal && LOCAL_HOSTS.includes(hostname) && /^https?:$/.test(protocol)) return true;
  if (protocol !== 'https:') return false;
  return [...KNOWN_HOSTS, ...extraHosts].some((host) =>
    host.startsWith('.') ? hostname.endsWith(host) : hostname === host,
  );
}
