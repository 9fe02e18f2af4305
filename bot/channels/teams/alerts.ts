import { PartlyTold, type Alert, type AlertKind, type Notifier } from '../../../handlers/desk/keep-promises.js';
import { sayMoment } from '../../../handlers/desk/promise.js';
import { conversationKey, type JsonValue } from '../../../handlers/message.js';
import type { Clock, Ids, LiveUpdates, Store } from '../../../handlers/ports.js';
import { putOutbox, waitingSince } from '../../../handlers/records.js';
import { reply, type Reply } from '../../../handlers/reply.js';
import type { DeskLink } from './desk-link.js';

/** The Teams channel where coaches hear of urgent and late questions; one for the whole helpline. */
export interface AlertChannel {
  readonly conversationId: string;
  readonly reference: JsonValue;
  /** Who set it, for whoever wonders. */
  readonly by: string;
}

const SETTING = 'teams-alerts';

async function alertChannel(store: Store): Promise<AlertChannel | null> {
  return (await store.get<AlertChannel>('setting', SETTING))?.body ?? null;
}

export async function keepAlertChannel(store: Store, channel: AlertChannel): Promise<void> {
  await store.commit({ puts: [{ kind: 'setting', id: SETTING, body: channel, expect: 'any' }] });
}

/** Only the channel that hears them may end them. */
export async function dropAlertChannel(store: Store, conversationId: string): Promise<boolean> {
  const found = await store.get<AlertChannel>('setting', SETTING);
  if (found?.body.conversationId !== conversationId) return false;
  const done = await store.commit({ deletes: [{ kind: 'setting', id: SETTING, expect: found.version }] });
  return done.ok;
}

export interface TeamsAlertDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly live: LiveUpdates;
  /** Where a coach opens the question. */
  readonly linkTo: DeskLink;
}

/** Alerts go through the outbox like every other message: on disk first, tried until they arrive. */
export function teamsNotifier(deps: TeamsAlertDeps): Notifier {
  return {
    notify: async (alert) => {
      const channel = await alertChannel(deps.store);
      if (!channel) return;
      const at = deps.clock.now().toISOString();
      const conversation = conversationKey('teams', channel.conversationId);
      const letter = {
        conversation,
        address: { channel: 'teams', conversationId: channel.conversationId, reference: channel.reference },
        reply: alertReply(alert, deps.linkTo, deps.clock.now()),
        ...waitingSince(at),
        ticket: null,
      } as const;
      await deps.store.commit({ puts: [putOutbox(deps.ids.next(), letter, 'absent')] });
      deps.live.publish('outbox', conversation);
    },
  };
}

/** Several ways to be told; one that fails does not silence the others. */
export function composeNotifiers(notifiers: readonly Notifier[]): Notifier {
  return {
    notify: async (alert, already = []) => {
      const open = notifiers.map((notifier, index) => [String(index), notifier] as const);
      const rest = open.filter(([way]) => !already.includes(way));
      const told = await Promise.allSettled(rest.map(([, notifier]) => notifier.notify(alert)));
      const failed = told.find((one) => one.status === 'rejected');
      const went = rest.filter((_one, index) => told[index]?.status === 'fulfilled').map(([way]) => way);
      if (failed) throw new PartlyTold([...already, ...went], { cause: failed.reason });
    },
  };
}

const TITLES: Readonly<Record<AlertKind, string>> = {
  'urgent-new': 'Dringend: neem deze vraag',
  'urgent-untaken': 'Dringend: nog door niemand genomen',
  'due-soon': 'Antwoord bijna beloofd',
  overdue: 'Antwoord is te laat',
};

/** Names the question by its number only: a channel is no place for what a mentor tells of a minor. */
export function alertReply(alert: Alert, linkTo: DeskLink, now: Date): Reply {
  const lines = [
    `**${TITLES[alert.kind]}**`,
    `Vraag ${String(alert.number)}, beloofd tegen ${sayMoment(new Date(alert.dueAt), now)}.`,
    `[Open in de desk](${linkTo(alert.ticket)})`,
  ];
  const markdown = lines.join('\n\n');
  const part =
    alert.urgency === null
      ? ({ kind: 'ticket', number: alert.number, markdown, dueAt: alert.dueAt, state: 'open' } as const)
      : ({ kind: 'urgent', signal: alert.urgency, markdown } as const);
  return reply([part], alert.coach === null ? [{ label: 'Neem', action: { do: 'claim', ticket: alert.ticket } }] : []);
}
