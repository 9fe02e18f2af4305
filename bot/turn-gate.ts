/**
 * So many turns are worked at together at most; whoever comes after waits outside, holding nothing but his message. All
 * at once they finish no sooner: each only keeps what it read in memory while the others have their go.
 */
export class TurnGate {
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.most) await new Promise<void>((enter) => this.#waiting.push(enter));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next: nobody who just came slips in before him.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
