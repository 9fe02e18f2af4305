import { belgianDay } from '../../handlers/belgian-day.js';
import { Conversation } from './conversation.js';
import { DirectLine } from './net/direct-line.js';
import { follow } from './net/stream.js';
import { alone, aloneOrNot } from './net/tabs.js';
import { offerCarrying } from './offline/carry.js';
import { packBag } from './offline/pack-bag.js';
import { followUpdates } from './offline/follow-updates.js';
import { PocketLine } from './offline/pocket-line.js';
import { DeviceFileShelf } from './files/device-files.js';
import { DeviceState, KEYS, type Shelf } from './talk/device-state.js';
import { Bell } from './push/bell.js';
import { offerWhatsApp, watchInvitation } from './go-on/welcome.js';
import { Page, byId } from './view/page.js';
import { keepRoom } from './view/room.js';

/** Address of the worker of this build; filled in by web/build.mjs. */
declare const WORKER: string;

const REQUEST_MS = 20_000;

const device = new DeviceState(shelf());
const files = new DeviceFileShelf();
const line = new DirectLine(
  (path, request) =>
    fetch(path, {
      ...request,
      cache: 'no-store',
      // A page that closes still sends; browsers allow that up to 64 kB.
      keepalive: (request.body?.length ?? 0) < 20_000,
      signal: AbortSignal.timeout(REQUEST_MS),
    }),
  () => Date.now(),
);
const conversation: Conversation = new Conversation({
  device,
  line,
  follow: (path, events) =>
    follow(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`, events),
  alone,
  aloneOrNot,
  online: () => navigator.onLine,
  now: () => Date.now(),
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  onChange: () => {
    page.render();
  },
  files,
  onProgress: (key, part) => {
    page.progress(key, part);
  },
  onNews: () => {
    page.news();
  },
});
const bell: Bell = new Bell({
  token: () => device.session()?.token ?? null,
  onChange: () => {
    page.render();
  },
});
const page: Page = new Page(conversation, device, { bell, files, pocket: new PocketLine(WORKER) });

window.addEventListener('online', () => {
  conversation.connect();
});
window.addEventListener('offline', () => {
  conversation.rest();
});
// Phones freeze hidden pages and their streams: on return we look for ourselves.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && conversation.status !== 'live') conversation.connect();
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) conversation.connect();
});
// Another tab of the same conversation sent something or ticked a box.
window.addEventListener('storage', ({ key }) => {
  if (key === KEYS.queue) conversation.lookAround();
});

// In a frame of another website: Escape closes us. Nothing is told but that.
if (window.parent !== window) {
  // The public pages may not stand in a frame: they open beside it.
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null;
      if (link) link.target = '_blank';
    },
    { capture: true },
  );
  window.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) window.parent.postMessage('mentorlijn:sluit', '*');
  });
}

const header = document.querySelector('header');
if (header) keepRoom(header, byId('composer', HTMLFormElement));
page.render();
conversation.connect();
void bell.look();
offerWhatsApp(byId('menu', HTMLDetailsElement));
offerCarrying(byId('menu', HTMLDetailsElement));
watchInvitation({
  place: byId('invitation', HTMLElement),
  onJoin: (code) => {
    page.speak(`Verder met code ${code}`);
  },
});
if ('serviceWorker' in navigator)
  followUpdates({
    workers: navigator.serviceWorker,
    page: document,
    keepsAll: () => device.keepsAll() && files.keepsAll(),
    reload: () => {
      location.reload();
    },
    now: () => Date.now(),
  });
packBag(belgianDay(new Date()));
// A public page that could not be reached sends its reader here.
const wanted = new URLSearchParams(location.search).get('toon');
if (wanted !== null) {
  history.replaceState(null, '', '/');
  void page.showHere(wanted);
}

/** A browser that forbids keeping things throws at the mere mention: then the conversation lasts as long as the page. */
function shelf(): Shelf {
  try {
    return localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error('nothing can be kept');
      },
      removeItem: () => undefined,
    };
  }
}
