/** How long what comes after may still move what was brought into view: a delivery note that goes, buttons that come. */
const SETTLE_MS = 1_500;

/** `opening`: the whole conversation at once. `back`: the same, for who comes back from another page. */
export type Arrival = 'opening' | 'back' | 'news';

/** Brings new lines into view, and keeps them there while the page settles. */
export class NewsScroll {
  /** No element: the end of the conversation. */
  #anchor: { readonly element: HTMLElement | null; readonly until: number } | null = null;

  constructor() {
    // Who scrolls himself reads somewhere else: we let go.
    for (const sign of ['wheel', 'touchmove', 'keydown'] as const)
      window.addEventListener(
        sign,
        () => {
          this.#anchor = null;
        },
        { passive: true },
      );
  }

  /** From their top when they are longer than the screen, so that nobody has to scroll back. */
  show(added: readonly HTMLElement[], arrival: Arrival): void {
    // Where he was reading: the browser knows.
    if (arrival === 'back') return;
    const element = added.find(({ classList }) => !classList.contains('divider')) ?? added[0];
    const until = performance.now() + SETTLE_MS;
    if (arrival === 'opening') this.#anchor = { element: null, until };
    else if (element) this.#anchor = { element, until };
    this.settle();
  }

  settle(): void {
    const anchor = this.#anchor;
    if (!anchor || performance.now() > anchor.until) return;
    requestAnimationFrame(() => {
      if (anchor.element === null) scrollTo({ top: document.documentElement.scrollHeight });
      else if (anchor.element.isConnected) bringIntoView(anchor.element);
    });
  }
}

function bringIntoView(element: HTMLElement): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const header = stickyHeight('header');
  const page = document.documentElement.scrollHeight;
  const start = element.getBoundingClientRect().top + scrollY;
  const fits = page - start <= innerHeight - header;
  scrollTo({ top: fits ? page - innerHeight : start - header - 8, behavior: calm ? 'auto' : 'smooth' });
}

/** On a screen too low for it the header scrolls along, and hides nothing. */
function stickyHeight(selector: string): number {
  const found = document.querySelector(selector);
  return found && getComputedStyle(found).position === 'sticky' ? found.getBoundingClientRect().height : 0;
}
