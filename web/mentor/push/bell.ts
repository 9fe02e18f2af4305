/** What the page needs to let this device be woken by an answer. */
export interface BellDeps {
  /** Token of the conversation; null while there is none. */
  readonly token: () => string | null;
  readonly onChange: () => void;
}

export type BellState = 'unknown' | 'impossible' | 'off' | 'asking' | 'on' | 'refused';

/** "Laat me weten als er antwoord is": asks the browser, and tells our server which device to wake. */
export class Bell {
  #state: BellState = 'unknown';

  constructor(private readonly deps: BellDeps) {}

  get state(): BellState {
    return this.#state;
  }

  /** Looks what this browser can and what was agreed before; a device that listens tells the conversation it has now. */
  async look(): Promise<void> {
    this.#become(await this.#found());
  }

  /** Only from a press: browsers ask the person. */
  async ask(): Promise<void> {
    this.#become('asking');
    this.#become(await this.#subscribe().catch(() => 'refused' as const));
  }

  async #found(): Promise<BellState> {
    // An installed page on an iPhone can; the same page in its browser cannot.
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
      return 'impossible';
    // Said before, or by a website that shows us in a frame: no use in asking again.
    if (Notification.permission === 'denied') return 'impossible';
    const registration = await navigator.serviceWorker.getRegistration();
    const subscription = await registration?.pushManager.getSubscription();
    return subscription && (await this.#tell(subscription)) ? 'on' : 'off';
  }

  async #subscribe(): Promise<BellState> {
    if ((await Notification.requestPermission()) !== 'granted') return 'refused';
    const answer = await fetch('/push/key');
    const { key } = (await answer.json()) as { readonly key: string };
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return (await this.#tell(subscription)) ? 'on' : 'off';
  }

  async #tell(subscription: PushSubscription): Promise<boolean> {
    const token = this.deps.token();
    if (token === null) return false;
    const answer = await fetch('/push', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ subscription }),
    }).catch(() => null);
    return answer?.ok === true;
  }

  #become(state: BellState): void {
    this.#state = state;
    this.deps.onChange();
  }
}
