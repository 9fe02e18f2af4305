/** Brings new lines into view: from their top when they are longer than the screen, so that nobody has to scroll back. */
export function scrollToNews(added: readonly HTMLElement[], atOnce: boolean): void {
  const first = added[0];
  if (!first) return;
  const calm = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches;
  requestAnimationFrame(() => {
    const header = document.querySelector('header')?.getBoundingClientRect().height ?? 0;
    const composer = document.querySelector('form')?.getBoundingClientRect().height ?? 0;
    const room = innerHeight - header - composer;
    const bottom = document.documentElement.scrollHeight - innerHeight;
    const top = first.getBoundingClientRect().top + scrollY - header - 8;
    const fits =
      document.documentElement.scrollHeight - (first.getBoundingClientRect().top + scrollY) - composer <= room;
    scrollTo({ top: atOnce || fits ? bottom : top, behavior: calm ? 'auto' : 'smooth' });
  });
}
