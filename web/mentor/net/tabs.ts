import type { Lane } from '../talk/queue.js';

/** Work that two tabs of one browser must not do at the same time. Browsers without locks have to risk it. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  let result: { readonly value: T } | null = null;
  await navigator.locks.request('mentorlijn.session', async () => {
    result = { value: await work() };
  });
  return (result as { readonly value: T } | null)?.value ?? Promise.reject(new Error('the lock did no work'));
}

/** The same for sending, without waiting: false when another tab is at it. */
export async function aloneOrNot(lane: Lane, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  let done = false;
  await navigator.locks.request(`mentorlijn.send.${lane}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    done = true;
    await work();
  });
  return done;
}
