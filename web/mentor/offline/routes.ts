/** How the service worker treats an address of our own. */
export type Route = 'network' | 'shell' | 'frame' | 'shell-file' | 'knowledge' | 'page';

/** Only what is meant to work without network is touched: the chat's own traffic, the desk and the rest never are. */
export function routeOf(path: string, shell: readonly string[]): Route {
  if (path === '/') return 'shell';
  if (path === '/inbed') return 'frame';
  if (path === '/kennis.json') return 'knowledge';
  // Files with a hash in their name: of this build, or of the one that is still open.
  if (shell.includes(path) || /^\/[a-z]+\.[0-9A-Z]{8}\.(?:js|css)$/.test(path)) return 'shell-file';
  if (path === '/faq/zoek.json') return 'network';
  if (/^\/(faq|begrippen|checklists)(\/|$)/.test(path) || path.startsWith('/public/')) return 'page';
  return 'network';
}
