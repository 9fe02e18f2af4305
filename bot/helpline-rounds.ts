import { payOwedThanks } from '../handlers/desk/learn/owed-thanks.js';
import { keepPromises, type Notifier } from '../handlers/desk/keep-promises.js';
import { scryptPasswords } from '../handlers/desk/password.js';
import { offerSurveys } from '../handlers/survey/offer-surveys.js';
import { sendTips } from '../handlers/tips/send-tips.js';
import type { TurnDeps } from '../handlers/turn/process-message.js';
import { recoverInbox } from '../handlers/turn/recover.js';
import type { WhatsAppChannel } from './channels/whatsapp/channel.js';
import type { Round } from './rounds.js';

export interface RoundDeps {
  readonly turn: TurnDeps;
  readonly notifier: Notifier;
  readonly publicUrl: string;
  /** Null when WhatsApp is off. */
  readonly whatsapp: WhatsAppChannel | null;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Messages that nobody handled for this long were left by a process that died. */
const ORPHAN_MS = 15 * SECOND;

/** Everything the helpline does without being asked, but for the nightly retention. */
export function helplineRounds({ turn, notifier, publicUrl, whatsapp }: RoundDeps): readonly Round[] {
  const { store, clock } = turn;
  return [
    // An urgent question is shouted about within five seconds.
    {
      name: 'keep-promises',
      lookMs: 5 * SECOND,
      leaseMs: MINUTE,
      work: () => keepPromises({ ...turn, passwords: scryptPasswords() }, notifier),
    },
    { name: 'recover-inbox', lookMs: 10 * SECOND, leaseMs: 15 * SECOND, work: () => recoverInbox(turn, ORPHAN_MS) },
    // What has expired may lie a minute longer.
    { name: 'sweep', lookMs: 10 * SECOND, leaseMs: MINUTE, everyMs: MINUTE, work: () => store.sweep(clock.now()) },
    ...(whatsapp
      ? [{ name: 'whatsapp-media', lookMs: 10 * SECOND, leaseMs: MINUTE, work: () => whatsapp.fetchDue() }]
      : []),
    {
      name: 'offer-surveys',
      lookMs: MINUTE,
      leaseMs: 50 * SECOND,
      everyMs: 55 * SECOND,
      work: () => offerSurveys(turn),
    },
    {
      name: 'owed-thanks',
      lookMs: 10 * SECOND,
      leaseMs: 50 * SECOND,
      everyMs: 20 * SECOND,
      work: () => payOwedThanks({ ...turn, publicUrl }),
    },
    {
      name: 'tips',
      lookMs: 5 * MINUTE,
      leaseMs: 2 * MINUTE,
      everyMs: 10 * MINUTE,
      work: () => sendTips({ ...turn, mayTip: mayTip(whatsapp) }),
    },
  ];
}

/** WhatsApp has rules of its own for what nobody asked for at that moment. */
function mayTip(whatsapp: WhatsAppChannel | null): Parameters<typeof sendTips>[0]['mayTip'] {
  return (address, at) => {
    if (address.channel !== 'whatsapp') return Promise.resolve(true);
    return whatsapp?.mayTip(address, at) ?? Promise.resolve(false);
  };
}
