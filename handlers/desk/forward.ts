import { belgianDay } from '../belgian-day.js';
import { sayDate } from './promise.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';

/** Who may read it outside the desk: with the asker's consent his own words, without it the masked ones. */
export type Consent = 'given' | 'not-asked';

/** The question as text for somebody else (a trajectbegeleider, a service). Without notes, history or colleagues' names. */
function forwardText(ticket: DeskTicket, consent: Consent): string {
  const { profile } = ticket;
  const situation = [
    profile.contract,
    profile.level,
    profile.age,
    profile.years === undefined ? undefined : `${String(profile.years)} jaar`,
  ].filter((part) => part !== undefined);
  return [
    `Vraag ${String(ticket.number)} aan Mentorlijn, gesteld op ${sayDate(belgianDay(new Date(ticket.createdAt)))}`,
    ...(consent === 'given' && ticket.askerName !== null ? [`Gesteld door: ${ticket.askerName}`] : []),
    ...(situation.length > 0 ? [`Situatie: ${situation.join(', ')}`] : []),
    '',
    consent === 'given' ? ticket.question : ticket.masked,
  ].join('\n');
}

export interface Forwarding {
  readonly to: string;
  readonly consent: Consent;
}

/** Gives the text and writes down that it was given away, to whom and with what consent. */
export async function forward(deps: DeskDeps, coach: Coach, id: string, { to, consent }: Forwarding): Promise<string> {
  const ticket = await changeTicket(deps, id, (found, now) => ({
    ticket: withHistory(
      found,
      now,
      coach.id,
      'doorgestuurd',
      `${to} (${consent === 'given' ? 'met toestemming' : 'zonder persoonsgegevens'})`,
    ),
  }));
  return forwardText(ticket, consent);
}
