import { useEffect, useRef } from 'react';
import type { JsonValue } from '../../../../handlers/message.js';
import pageStyles from '../../../mentor/styles.css?inline';
import { parseActivity } from '../../../mentor/talk/activity.js';
import { el } from '../../../mentor/view/dom.js';
import { renderPart } from '../../../mentor/view/parts.js';

/** Nobody ticks a list in a preview. */
const NO_TICKS = { ticks: () => [], saveTicks: () => undefined };

/** The mentor's page as it draws this activity: its own code and its own styles, in a corner of their own. */
export default function WebFace({ activity }: { readonly activity: JsonValue }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    root.replaceChildren(drawn(activity));
  }, [activity]);
  return <div ref={place} />;
}

function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(
    `${pageStyles.replaceAll(':root', ':host')}\n:host{display:block;padding:0.6rem;border-radius:0.5rem}`,
  );
  return made;
}

function drawn(sent: JsonValue): HTMLElement {
  const at = new Date().toISOString();
  const activity = parseActivity({ ...(sent as object), id: 'voorbeeld', timestamp: at });
  if (!activity) return el('p', {}, 'Hier is niets te tonen.');
  const parts = activity.parts.map((part) => renderPart(part, { shelf: NO_TICKS, ticketStates: new Map(), at }));
  const choices = activity.buttons.map(({ title, label }) =>
    el('span', { class: title !== null && title.length > 24 ? 'choice wide' : 'choice' }, title ?? label),
  );
  return el('div', { class: 'line bot' }, ...parts, el('div', { class: 'choices' }, ...choices));
}
