import { GO_ON_TEXTS, sayTime } from '../texts.js';
import { button, el } from '../view/dom.js';
import { goOnLink, HOLDS_MS, type GoOn } from './invitation.js';

export interface GoOnContext {
  /** ISO time of the bot's message. */
  readonly at: string;
  /** A newer code took its place. */
  readonly replaced: boolean;
}

/** A code to go on elsewhere: a picture for a camera, signs to type, a link to send to yourself. */
export function goOnCard({ code, whatsapp }: GoOn, { at, replaced }: GoOnContext): HTMLElement {
  const card = el('div', { class: 'card go-on' }, el('h2', {}, GO_ON_TEXTS.title));
  const left = Date.parse(at) + HOLDS_MS - Date.now();
  const over = (): HTMLElement => el('p', {}, GO_ON_TEXTS.expired);
  if (replaced || !(left > 0)) {
    card.append(over());
    return card;
  }
  const link = goOnLink(location.origin, code);
  const until = sayTime(new Date(Date.parse(at) + HOLDS_MS).toISOString());
  const body = el(
    'div',
    {},
    whatsapp !== null &&
      el(
        'a',
        { class: 'go-whatsapp', href: whatsapp, target: '_blank', rel: 'noopener noreferrer' },
        GO_ON_TEXTS.whatsapp,
      ),
    el('p', {}, GO_ON_TEXTS.scan),
    picture(link),
    el('p', {}, GO_ON_TEXTS.type(location.host)),
    el('p', { class: 'code' }, code),
    copyButton(link),
    el('p', { class: 'foot' }, GO_ON_TEXTS.holds(until)),
  );
  card.append(body);
  setTimeout(() => {
    body.replaceWith(over());
  }, left);
  return card;
}

/** Without network it may not come: then there is the code. */
function picture(link: string): HTMLElement {
  const place = el('div', { class: 'qr-place' });
  void import('./qr.js')
    .then(({ drawQr }) => {
      place.append(drawQr(link, GO_ON_TEXTS.picture));
    })
    .catch(() => {
      place.previousElementSibling?.remove();
      place.remove();
    });
  return place;
}

function copyButton(link: string): HTMLElement | null {
  // Old browsers, and pages without https, have no clipboard.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (!clipboard) return null;
  const copy = button(GO_ON_TEXTS.copy, 'quiet', () => {
    clipboard.writeText(link).then(
      () => {
        copy.textContent = GO_ON_TEXTS.copied;
      },
      () => {
        copy.remove();
      },
    );
  });
  copy.setAttribute('aria-live', 'polite');
  return copy;
}
