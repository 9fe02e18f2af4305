import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import { NO_LOSS, type StoreLoss } from './state/store-loss.js';
import type { Clock, Query, Store } from '../handlers/ports.js';

/** The figures of `/metrics`, one registry per application so that tests do not share them. */
export function createMetrics(store: Store, clock: Clock, loss: () => StoreLoss = () => NO_LOSS) {
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
  const channelErrors = new Counter({
    name: 'mentorlijn_channel_errors_total',
    help: 'Failed tries to send, by cause',
    labelNames: ['channel', 'code'],
    registers: [registry],
  });
  const turnsWithoutStore = new Counter({
    name: 'mentorlijn_turns_without_store_total',
    help: 'Messages answered while the store was away',
    labelNames: ['channel'],
    registers: [registry],
  });
  const gauge = (name: string, help: string, count: () => Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      // Asked at every scrape; a store that is away leaves no figure, rather than an old one.
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
  /** Seconds since the first of a query was made; 0 when there is none. */
  const age = async (query: Query): Promise<number> => {
    const [first] = await store.query<{ readonly createdAt: string }>({ ...query, limit: 1 });
    return first ? Math.max(0, (clock.now().getTime() - Date.parse(first.body.createdAt)) / 1_000) : 0;
  };
  gauge('mentorlijn_outbox_age_seconds', 'Age of the message that is due longest', () =>
    age({ kind: 'outbox', index: 'due' }),
  );
  gauge('mentorlijn_queue_age_seconds', 'Age of the unclaimed question that is due first', () =>
    age({ kind: 'ticket', index: 'status', prefix: 'new|' }),
  );
  gauge('mentorlijn_tickets_overdue', 'Open tickets whose promise has passed', async () => {
    const now = clock.now().toISOString();
    const late = ['0', '1'].map((group) =>
      store.count({ kind: 'ticket', index: 'open', prefix: `${group}|`, to: `${group}|${now}` }),
    );
    return (await Promise.all(late)).reduce((sum, count) => sum + count, 0);
  });
  gauge('mentorlijn_store_up', 'Whether the store answers', () =>
    store.ping().then(
      () => 1,
      () => 0,
    ),
  );
  gauge('mentorlijn_store_emptied', 'Whether the store came back without what it held', () =>
    Promise.resolve(loss().emptied ? 1 : 0),
  );
  gauge('mentorlijn_store_lost_commits', 'Confirmed commits the store no longer has, at least', () =>
    Promise.resolve(loss().lostCommits),
  );
  return { registry, turns, turnSeconds, deliveries, channelErrors, turnsWithoutStore };
}
export type Metrics = ReturnType<typeof createMetrics>;
