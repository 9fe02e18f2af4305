import { PAGE_TEXTS, unreadTitle } from '../texts.js';

/** Tells in the tab's title (and on the installed app) that an answer came while nobody looked. */
export class Attention {
  #unread = 0;

  constructor(private readonly onLooked: () => void) {
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.clear();
    });
  }

  came(): void {
    if (!document.hidden) {
      this.onLooked();
      return;
    }
    this.#unread += 1;
    document.title = unreadTitle(this.#unread);
    if ('setAppBadge' in navigator) void navigator.setAppBadge(this.#unread).catch(() => undefined);
  }

  clear(): void {
    this.#unread = 0;
    document.title = PAGE_TEXTS.title;
    if ('clearAppBadge' in navigator) void navigator.clearAppBadge().catch(() => undefined);
    this.onLooked();
  }
}
