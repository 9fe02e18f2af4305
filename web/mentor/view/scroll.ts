/** How long what comes after may still move what was brought into view: a delivery note that goes, buttons that come. */
const SETTLE_MS = 1_500;

/** Brings new lines into view, and keeps them there while the page settles. */
export class NewsScroll {
  #anchor: { readonly element: HTMLElement; readonly until: number } | null = null;

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
  show(added: readonly HTMLElement[], atOnce: boolean): void {
    const element = added.find(({ classList }) => !classList.contains('divider')) ?? added[0];
    if (element) this.#anchor = { element, until: performance.now() + SETTLE_MS };
    this.settle(atOnce);
  }

  settle(atOnce = false): void {
    const anchor = this.#anchor;
    if (!anchor || performance.now() > anchor.until) return;
    const calm = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches;
    requestAnimationFrame(() => {
      if (!anchor.element.isConnected) return;
      const header = stickyHeight('header');
      const page = document.documentElement.scrollHeight;
      const start = anchor.element.getBoundingClientRect().top + scrollY;
      const fits = page - start <= innerHeight - header;
      scrollTo({ top: atOnce || fits ? page - innerHeight : start - header - 8, behavior: calm ? 'auto' : 'smooth' });
    });
  }
}

/** On a screen too low for it the header scrolls along, and hides nothing. */
function stickyHeight(selector: string): number {
  const found = document.querySelector(selector);
  return found && getComputedStyle(found).position === 'sticky' ? found.getBoundingClientRect().height : 0;
}
