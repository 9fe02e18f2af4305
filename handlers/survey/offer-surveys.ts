import type { Conversation } from '../conversation.js';
import { isOpenAt, type PromiseRules } from '../desk/promise.js';
import { belgianDay } from '../belgian-day.js';
import type { Clock, Ids, LiveUpdates, Store, StoredRecord } from '../ports.js';
import { appendEvents, appendTalk, getTicket, putConversation, putOutbox, waitingSince } from '../records.js';
import { reply } from '../reply.js';
import { isOpen } from '../ticket.js';
import { mayInvite } from './invite.js';
import { sayInvite } from './say-survey.js';
import { surveyEvent } from './survey-events.js';
import { runningSurvey } from './survey-store.js';
import { SURVEY_TEXTS } from './texts.js';
import type { Survey } from './views.js';

export interface OfferDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly live: LiveUpdates;
  readonly rules: PromiseRules;
}

/** Invitations a round: a channel's own limits are never the first to say stop. */
const MOST_A_ROUND = 25;
/** Whoever is talking with the bot is left to it. */
const QUIET_MS = 30 * 60_000;
/** WhatsApp lets nobody speak unasked a day after the last message; with an hour to spare. */
const WHATSAPP_MS = 23 * 3_600_000;

/**
 * Invites mentors who said yes to surveys, on the channel they use, in opening hours. One commit each: invited is
 * remembered with the letter, so that nobody is invited twice. Returns how many were invited.
 */
export async function offerSurveys(deps: OfferDeps): Promise<number> {
  const now = deps.clock.now();
  const survey = isOpenAt(now, deps.rules) ? await runningSurvey(deps.store, belgianDay(now)) : null;
  if (!survey) return 0;
  const willing = await deps.store.query<Conversation>({ kind: 'conversation', index: 'survey', prefix: 'yes|' });
  let invited = 0;
  for (const record of willing) {
    if (invited >= MOST_A_ROUND) break;
    if (await offerTo(deps, survey, record, now)) invited += 1;
  }
  return invited;
}

async function offerTo(
  deps: OfferDeps,
  survey: Survey,
  { body: conversation, version }: StoredRecord<Conversation>,
  now: Date,
): Promise<boolean> {
  const state = conversation.survey;
  if (!state || !mayInvite(survey, state, now) || !(await isAtRest(deps.store, conversation, now))) return false;
  const at = now.toISOString();
  const said = sayInvite(survey);
  const next: Conversation = { ...conversation, offered: said.buttons, survey: { ...state, offered: survey.id } };
  const letter = {
    conversation: conversation.key,
    address: conversation.address,
    reply: reply(said.parts, said.buttons),
    ...waitingSince(at),
    ticket: null,
  } as const;
  const line = { from: 'bot', name: null, text: SURVEY_TEXTS.transcript(survey.title), at } as const;
  const done = await deps.store.commit({
    puts: [putConversation(next, version), putOutbox(deps.ids.next(), letter, 'absent')],
    appends: [...appendTalk(conversation.key, [line]), ...appendEvents([surveyEvent(now, survey.id, 'invited')])],
  });
  if (done.ok) deps.live.publish('outbox', conversation.key);
  return done.ok;
}

/** Not stopped, not in the middle of a talk, with no question open at a coach, and reachable. */
async function isAtRest(store: Store, conversation: Conversation, now: Date): Promise<boolean> {
  const quietMs = now.getTime() - Date.parse(conversation.updatedAt);
  if (conversation.stopped || quietMs < QUIET_MS) return false;
  if (conversation.address.channel === 'whatsapp' && quietMs > WHATSAPP_MS) return false;
  const ticket = conversation.openTicket === null ? null : await getTicket(store, conversation.openTicket);
  return !ticket || !isOpen(ticket.ticket);
}
