import { useEffect } from 'react';
import { VIEWS, type QueueRow, type ViewName } from '../../../../handlers/desk/views.js';
import { useKey, useKeysSwitch } from '../base/keys.js';
import { usePlace } from '../base/place.js';
import { useSteps } from '../base/steps.js';

/** j and k walk through the list, 1 … 9 choose another. */
export function useQueueKeys(
  rows: readonly QueueRow[],
  selected: string | null,
  choose: (view: ViewName) => void,
): void {
  const { go } = usePlace();
  const { step, listen } = useSteps();
  const { on } = useKeysSwitch();
  useEffect(() => {
    listen((by) => {
      const at = rows.findIndex(({ id }) => id === selected);
      // What was just answered has left the list: then the first one is next.
      const row = at === -1 ? rows[0] : rows[at + by];
      if (row) go(`/vraag/${row.id}`);
    });
  });
  useKey('j', () => {
    step(1);
  });
  useKey('k', () => {
    step(-1);
  });
  useEffect(() => {
    if (!on) return;
    const listenDigit = (event: KeyboardEvent): void => {
      const view = VIEWS[Number(event.key) - 1];
      const at = event.target instanceof HTMLElement ? event.target.tagName : '';
      if (view === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(at) || document.querySelector('[role=dialog],[role=menu]')) return;
      choose(view);
    };
    addEventListener('keydown', listenDigit);
    return () => {
      removeEventListener('keydown', listenDigit);
    };
  });
}
