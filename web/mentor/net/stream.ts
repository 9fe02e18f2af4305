import { parsePage, type Page } from '../talk/activity.js';

export interface StreamEvents {
  readonly onPage: (page: Page) => void;
  readonly onOpen: () => void;
  /** Closed, or silent for so long that it must be dead. `opened`: whether it ever worked. */
  readonly onGone: (opened: boolean) => void;
}

/** The server gives a sign of life every quarter of a minute. */
const SILENCE_MS = 40_000;
const OPEN_MS = 6_000;

/** Follows a conversation over a WebSocket; returns how to stop. */
export function follow(url: string, events: StreamEvents): () => void {
  let opened = false;
  let over = false;
  const socket = new WebSocket(url);
  let timer = setTimeout(gone, OPEN_MS);
  function gone(): void {
    if (over) return;
    stop();
    events.onGone(opened);
  }
  function alive(): void {
    clearTimeout(timer);
    timer = setTimeout(gone, SILENCE_MS);
  }
  function stop(): void {
    over = true;
    clearTimeout(timer);
    socket.close();
  }
  socket.addEventListener('open', () => {
    if (over) return;
    opened = true;
    alive();
    events.onOpen();
  });
  socket.addEventListener('message', ({ data }) => {
    if (over) return;
    alive();
    if (typeof data === 'string' && data !== '') events.onPage(readPage(data));
  });
  socket.addEventListener('close', gone);
  socket.addEventListener('error', gone);
  return stop;
}

function readPage(data: string): Page {
  try {
    return parsePage(JSON.parse(data));
  } catch {
    return { activities: [], watermark: null };
  }
}
