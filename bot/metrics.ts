import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of `/metrics`, one registry per application so that tests do not share them. */
export function createMetrics() {
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
  const waiting = new Gauge({
    name: 'mentorlijn_outbox_waiting',
    help: 'Messages waiting to be sent',
    registers: [registry],
  });
  const openTickets = new Gauge({ name: 'mentorlijn_tickets_open', help: 'Open tickets', registers: [registry] });
  return { registry, turns, turnSeconds, deliveries, waiting, openTickets };
}
export type Metrics = ReturnType<typeof createMetrics>;
