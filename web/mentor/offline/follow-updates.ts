/** What we use of `navigator.serviceWorker` and of `document`. */
interface Workers {
  readonly controller: object | null;
  addEventListener(type: 'controllerchange', listener: () => void): void;
  getRegistration(): Promise<{ update(): Promise<unknown> } | undefined>;
}
interface Sheet {
  readonly hidden: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
}

export interface UpdateDeps {
  readonly workers: Workers;
  readonly page: Sheet;
  /** Whether what is typed, waits and is ticked would still be there afterwards. */
  readonly keepsAll: () => boolean;
  readonly reload: () => void;
  readonly now: () => number;
}

/** An installed page may stay open for weeks: it asks for a newer one when its reader comes back to it. */
const LOOK_AGAIN_MS = 60 * 60_000;

/** A newer page takes over at the moment its reader looks away: never under his hands. */
export function followUpdates({ workers, page, keepsAll, reload, now }: UpdateDeps): void {
  // The first worker of this browser takes over a page that is as new as itself.
  const wasServed = workers.controller !== null;
  let newer = false;
  let lookedAt = now();
  workers.addEventListener('controllerchange', () => {
    newer = wasServed;
  });
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) {
      if (newer && keepsAll()) reload();
    } else if (now() - lookedAt > LOOK_AGAIN_MS) {
      lookedAt = now();
      void workers.getRegistration().then((registration) => registration?.update().catch(() => undefined));
    }
  });
}
