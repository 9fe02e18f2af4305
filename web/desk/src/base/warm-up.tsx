import { Activity, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Queue, SearchHit, Suggestions, TicketView } from '../../../../handlers/desk/views.js';
import type { Api } from './api.js';
import { PlaceContext } from './place.js';
import { useSession } from './session.js';
import { GivenContext } from './use-load.js';

/** The pages a coach opens next. */
export interface NextPages {
  readonly ticket: (id: string) => ReactNode;
  readonly search: () => ReactNode;
}

const WORDS = 'leerling';
/** Long after it was drawn; what stays of it is what the browser learned. */
const DONE_MS = 5_000;

interface Ready {
  readonly ticket: string;
  readonly given: ReadonlyMap<string, unknown>;
}

/**
 * Draws the question on top and a search once, out of sight and while nothing else happens: the first click then finds
 * code, styles and the server warm. Nothing of it is shown, and none of its effects run: nobody is marked as reading.
 */
export function WarmUp({ pages }: { readonly pages: NextPages }) {
  const { api } = useSession();
  const [ready, setReady] = useState<Ready | null>(null);
  const [box] = useState(() => document.createElement('div'));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    fetchReady(api).then(
      (found) => {
        if (over) return;
        setReady(found);
        timer = setTimeout(() => {
          setReady(null);
        }, DONE_MS);
      },
      // Not warm: the first click takes a little longer.
      () => undefined,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [api]);
  if (!ready) return null;
  return createPortal(
    <Activity mode="hidden">
      <GivenContext value={ready.given}>
        <PlaceContext value={{ path: '/zoek', query: new URLSearchParams({ q: WORDS }), go: () => undefined }}>
          {pages.ticket(ready.ticket)}
          {pages.search()}
        </PlaceContext>
      </GivenContext>
    </Activity>,
    box,
  );
}

async function fetchReady(api: Api): Promise<Ready | null> {
  const open = '/queue?view=open';
  const search = `/search?q=${WORDS}`;
  const queue = await api.call<Queue>('GET', open);
  const id = queue.rows[0]?.id;
  if (id === undefined) return null;
  const [ticket, suggestions] = [`/tickets/${id}`, `/tickets/${id}/suggestions`];
  const [view, suggested, hits] = await Promise.all([
    api.call<TicketView>('GET', ticket),
    api.call<Suggestions>('GET', suggestions),
    api.call<{ hits: readonly SearchHit[] }>('GET', search),
  ]);
  const given = new Map<string, unknown>([
    [open, queue],
    [ticket, view],
    [suggestions, suggested],
    [search, hits],
  ]);
  return { ticket: id, given };
}
