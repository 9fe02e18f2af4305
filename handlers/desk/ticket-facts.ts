import { isOpen } from '../ticket.js';
import { changeTicket, withHistory } from './change-ticket.js';
import type { Coach } from './coach.js';
import type { DeskDeps } from './desk-deps.js';
import type { DeskTicket } from './desk-ticket.js';
import { notNow } from './ticket-actions.js';

/** The learner's school, so that questions of one school are found together. */
export function setSchool(deps: DeskDeps, coach: Coach, id: string, school: string | null): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) =>
    (ticket.school ?? null) === school
      ? { ticket }
      : { ticket: withHistory({ ...ticket, school }, now, coach.id, 'school', school) },
  );
}

/**
 * Puts the question before other askers in the coach's own words: who asks something like it, may wait for the same
 * answer ("ook mijn vraag"). `null` takes it away; who waits, goes on waiting.
 */
export function setOpenQuestion(
  deps: DeskDeps,
  coach: Coach,
  id: string,
  question: string | null,
): Promise<DeskTicket> {
  return changeTicket(deps, id, (ticket, now) => {
    if ((ticket.openQuestion ?? null) === question) return { ticket };
    if (question !== null && !isOpen(ticket)) throw notNow('Deze vraag is al beantwoord.');
    const action = question === null ? 'niet meer gedeeld' : 'gedeeld met mentors';
    return { ticket: withHistory({ ...ticket, openQuestion: question }, now, coach.id, action, question) };
  });
}
