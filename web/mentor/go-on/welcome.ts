import { GO_ON_TEXTS } from '../texts.js';
import { button, el } from '../view/dom.js';
import { invitationIn } from './invitation.js';

export interface WelcomeDeps {
  readonly place: HTMLElement;
  /** Says the code in this conversation: from then on it is the other one. */
  readonly onJoin: (code: string) => void;
}

/** A link of another device was opened here: asks, and joins only when its reader wants it. */
export function watchInvitation({ place, onJoin }: WelcomeDeps): void {
  const look = (): void => {
    const code = invitationIn(location.hash);
    if (code === null) return;
    const done = (): void => {
      place.replaceChildren();
      place.hidden = true;
      // Not in the history of a computer that others use too.
      history.replaceState(null, '', location.pathname);
    };
    const join = button(GO_ON_TEXTS.join, 'choice wide', () => {
      done();
      onJoin(code);
    });
    place.replaceChildren(el('p', {}, GO_ON_TEXTS.question), join, button(GO_ON_TEXTS.stay, 'choice wide', done));
    place.hidden = false;
    join.focus();
  };
  window.addEventListener('hashchange', look);
  look();
}

/** "Verder op WhatsApp" stands in the menu only where the helpline is on WhatsApp; asked when the menu first opens. */
export function offerWhatsApp(menu: HTMLDetailsElement): void {
  const item = menu.querySelector<HTMLElement>('[data-needs="whatsapp"]');
  let asked = false;
  menu.addEventListener('toggle', () => {
    if (!item || asked || !menu.open) return;
    asked = true;
    void fetch('/verder.json')
      .then(async (answer) => {
        item.hidden = !answer.ok || !((await answer.json()) as { readonly whatsapp: boolean }).whatsapp;
      })
      .catch(() => {
        asked = false;
      });
  });
}
