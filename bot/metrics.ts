import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Store } from '../handlers/ports.js';

/** The figures of `/metrics`, one registry per application so that tests do not share them. */
export function createMetrics(store: Store) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'mentorlijn_turns_total',
    help: 'Handled messages by decision',
    labelNames: ['channel', 'decision'],
    registers: [registry],
  });
  const turnSeconds = new Histogram({
    name: 'mentorlijn_turn_seconds',
    help: 'Receipt to committed answer',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'mentorlijn_deliveries_total',
    help: 'Messages sent or failed',
    labelNames: ['channel', 'result'],
    registers: [registry],
  });
  const gauge = (name: string, help: string, count: () => Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      // Asked at every scrape; a store that is away leaves the last value standing.
      async collect() {
        this.set(await count().catch(() => Number.NaN));
      },
    });
  };
  gauge('mentorlijn_outbox_waiting', 'Messages waiting to be sent', () =>
    store.count({ kind: 'outbox', index: 'queue' }),
  );
  gauge('mentorlijn_outbox_failed', 'Messages given up', () => store.count({ kind: 'outbox', index: 'failed' }));
  gauge('mentorlijn_tickets_open', 'Open tickets', () => store.count({ kind: 'ticket', index: 'open' }));
  gauge('mentorlijn_inbox_parked', 'Messages set aside after repeated failure', () =>
    store.count({ kind: 'inbox', index: 'state', prefix: 'parked|' }),
  );
  return { registry, turns, turnSeconds, deliveries };
}
export type Metrics = ReturnType<typeof createMetrics>;
