/** Begins the jobs in their order, so many at a time: processes that all start at once only wait for each other. */
export function atATime<J, T>(
  most: number,
  jobs: readonly J[],
  run: (job: J) => Promise<T>,
): ReadonlyMap<J, Promise<T>> {
  const free: (() => void)[] = [];
  let running = 0;
  const turn = (): Promise<void> => {
    if (running < most) running += 1;
    else return new Promise((go) => free.push(go));
    return Promise.resolve();
  };
  const next = (): void => {
    const go = free.shift();
    if (go) go();
    else running -= 1;
  };
  return new Map(
    jobs.map((job) => [
      job,
      turn()
        .then(() => run(job))
        .finally(next),
    ]),
  );
}
