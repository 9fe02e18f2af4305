import type { KeptFile } from '../attachments.js';
import { findPersonal, type PersonalRecords } from '../privacy/personal-records.js';
import { KIND_WORDS, PRIVACY_TEXTS } from '../privacy/texts.js';
import { readTalk } from '../records.js';
import { text, type Button } from '../reply.js';
import { isOpen, type Ticket } from '../ticket.js';
import { FILE_WORDS, LABELS, QUESTION_STATES } from '../texts.js';
import { beginningOf } from './excerpt.js';
import { sayProfile } from './profile.js';
import { result, type Turn, type TurnResult } from './turn.js';

/** "Wat weet je van mij": everything that is kept of this person, by kind, and how to have it erased. */
export async function whatIsKept(turn: Turn): Promise<TurnResult> {
  const found = await findPersonal(turn.store, turn.conversation.key);
  const talk = await readTalk(turn.store, turn.conversation.key);
  const lines = [
    ...aboutPerson(turn),
    ...(talk[0] ? [PRIVACY_TEXTS.talk(talk.length, sayDay(talk[0].at))] : []),
    ...aboutTickets(found.tickets.map(({ body }) => body)),
    ...aboutTheRest(found),
  ];
  const pages = turn.places === undefined ? [] : [PRIVACY_TEXTS.howLong(`${turn.places.publicUrl}/privacy`)];
  return result('smalltalk', [text([PRIVACY_TEXTS.intro, ...lines, PRIVACY_TEXTS.end, ...pages].join('\n\n'))], {
    buttons: [eraseButton, { label: LABELS.menu, action: { do: 'menu' } }],
  });
}

export const eraseButton: Button = { label: 'Wis mijn gegevens', action: { do: 'erase' } };

function aboutPerson({ conversation }: Turn): readonly string[] {
  const known = sayProfile(conversation.profile);
  return [
    ...(conversation.askerName === null ? [] : [PRIVACY_TEXTS.name(conversation.askerName)]),
    known === '' ? PRIVACY_TEXTS.noSituation : PRIVACY_TEXTS.situation(known),
    ...choices(conversation),
  ];
}

function choices({ stopped, tips, survey }: Turn['conversation']): readonly string[] {
  const wants = survey?.wants ?? null;
  return [
    ...(stopped ? [PRIVACY_TEXTS.stopped] : []),
    ...(tips ? [PRIVACY_TEXTS.tips(tips.wants)] : []),
    ...(wants === null ? [] : [PRIVACY_TEXTS.survey(wants === 'yes')]),
  ];
}

function aboutTickets(tickets: readonly Ticket[]): readonly string[] {
  if (tickets.length === 0) return [];
  const phones = new Set(tickets.flatMap(({ callback }) => callback?.phone ?? []));
  const notes = tickets.reduce((sum, ticket) => sum + ticket.notes.length, 0);
  return [
    [PRIVACY_TEXTS.tickets(tickets.length), ...tickets.map(ticketLine)].join('\n'),
    ...[...phones].map(PRIVACY_TEXTS.phone),
    ...(notes === 0 ? [] : [PRIVACY_TEXTS.notes(notes)]),
  ];
}

function ticketLine(ticket: Ticket): string {
  const words = beginningOf(ticket.question, 200).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
  const state = isOpen(ticket)
    ? 'open'
    : ticket.status === 'answered'
      ? QUESTION_STATES.answered
      : QUESTION_STATES.closed;
  return PRIVACY_TEXTS.ticket(ticket.number, state, words);
}

function aboutTheRest({ others, outbox, inbox }: PersonalRecords): readonly string[] {
  const files = others.filter(({ kind }) => kind === 'attachment').map(({ body }) => body as KeptFile);
  const kinds = new Set(others.map(({ kind }) => kind).filter((kind) => kind !== 'attachment'));
  // The message that asks this is itself among the unread.
  const unread = inbox.filter(({ body }) => body.state === 'parked').length;
  return [
    ...(files.length === 0 ? [] : [PRIVACY_TEXTS.files(files.map(({ name, kind }) => name ?? FILE_WORDS[kind][0]))]),
    ...(outbox.length === 0 ? [] : [PRIVACY_TEXTS.messages(outbox.length)]),
    ...(unread === 0 ? [] : [PRIVACY_TEXTS.setAside(unread)]),
    ...[...kinds].map((kind) => `Verder: ${KIND_WORDS[kind] ?? kind}.`),
  ];
}

function sayDay(at: string): string {
  return new Date(at).toLocaleDateString('nl-BE', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Brussels',
  });
}
