/** Runs one after the other, in the order they came. Whoever waits hears so every `everyMs`: silence would mean it is gone. */
export function oneAtATime<Order, Done>(
  run: (order: Order) => Promise<Done>,
  { onWait, everyMs }: { readonly onWait: (order: Order) => void; readonly everyMs: number },
): (order: Order) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (order) => {
    const waiting = setInterval(() => {
      onWait(order);
    }, everyMs);
    waiting.unref();
    const mine = last.then(() => {
      clearInterval(waiting);
      return run(order);
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
