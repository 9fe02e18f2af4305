/** Longer than anything takes on a machine that is busy with everything else; a state that is right is seen at once. */
export const SOON_MS = 120_000;
const LOOK_MS = 20;

/**
 * What happens behind the back of what was awaited (another commit, a delivery, a live update, a repaint) is looked at
 * until it is as it should be. `look` throws, as a failing expect does, while it is not; the last failure is what is told.
 */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = SOON_MS): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((soon) => setTimeout(soon, LOOK_MS));
  }
}

/** Waits until it holds; says what never came. */
export async function until(holds: () => unknown, what = 'it'): Promise<void> {
  await eventually(async () => {
    if (!(await holds())) throw new Error(`${what} never came`);
  });
}
