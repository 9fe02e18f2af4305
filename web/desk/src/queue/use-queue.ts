import { useEffect, useRef, useState } from 'react';
import type { Queue, QueueRow, ViewName } from '../../../../handlers/desk/views.js';
import type { ApiError } from '../base/api.js';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';

export interface ShownQueue {
  readonly data: Queue | null;
  readonly error: ApiError | null;
  /** What is on screen: the first page, kept fresh, and what was asked for below it. */
  readonly rows: readonly QueueRow[];
  readonly more: boolean;
  readonly fetching: boolean;
  /** Fetches what comes after the last row. */
  readonly showMore: () => void;
}

/** How far down somebody looked; of this view and these filters only. */
interface Depth {
  readonly key: string;
  /** Open questions: so many pages, all kept fresh. */
  readonly pages: number;
  /** Past questions: pages below the first, as they were when they were fetched. */
  readonly older: readonly QueueRow[];
  /** Where the next past page begins; undefined while nobody went below the first. */
  readonly next: string | null | undefined;
}

const top = (key: string): Depth => ({ key, pages: 1, older: [], next: undefined });

/** One view of the queue, page by page. Looks again whenever something changes anywhere. */
export function useQueue(view: ViewName, filter: Readonly<Record<string, string>>): ShownQueue {
  const { api } = useSession();
  const chosen = Object.entries(filter).filter(([, value]) => value !== '');
  const key = new URLSearchParams({ view, ...Object.fromEntries(chosen) }).toString();
  const [kept, setDepth] = useState(() => top(key));
  const depth = kept.key === key ? kept : top(key);
  const { data, error, reload } = useLoad<Queue>(
    `/queue?${key}${depth.pages > 1 ? `&pages=${String(depth.pages)}` : ''}`,
  );
  // A longer list is another address: meanwhile the shorter one stays on screen.
  const [before, setBefore] = useState<{ readonly key: string; readonly data: Queue } | null>(null);
  if (data && before?.data !== data) setBefore({ key, data });
  const shown = data ?? (before?.key === key ? before.data : null);
  useFresh(reload);

  const [fetching, setFetching] = useState(false);
  const next = depth.next === undefined ? (shown?.next ?? null) : depth.next;
  const fetchOlder = (after: string): void => {
    setFetching(true);
    api
      .call<Queue>('GET', `/queue?${key}&after=${encodeURIComponent(after)}`)
      .then((page) => {
        setDepth((now) => {
          const mine = now.key === key ? now : top(key);
          return { ...mine, older: [...mine.older, ...page.rows], next: page.next };
        });
      })
      // Not fetched: the button stays, and asks again.
      .catch(() => undefined)
      .finally(() => {
        setFetching(false);
      });
  };
  const showMore = (): void => {
    if (fetching || shown === null) return;
    if (next !== null) fetchOlder(next);
    else if (data?.more === true) setDepth({ ...depth, pages: depth.pages + 1 });
  };
  const first = new Set(shown?.rows.map(({ id }) => id));
  return {
    data: shown,
    error,
    rows: [...(shown?.rows ?? []), ...depth.older.filter(({ id }) => !first.has(id))],
    more: shown !== null && (depth.next === undefined ? shown.more : next !== null),
    fetching: fetching || (data === null && shown !== null),
    showMore,
  };
}

/** A burst of changes is one look; and time alone moves questions too: what was in time is late. */
function useFresh(reload: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, 150);
  };
  useLive('tickets', soon);
  useLive('again', soon);
  useEffect(() => {
    const minute = setInterval(reload, 60_000);
    return () => {
      clearInterval(minute);
    };
  }, [reload]);
}
