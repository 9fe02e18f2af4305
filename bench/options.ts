/** How a run is asked for. */
export interface BenchOptions {
  /** Fewer questions and turns: does everything work, not how fast. */
  readonly quick: boolean;
  /** How long the soak lasts. */
  readonly minutes: number;
}
