import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import type { CallbackSlot } from '../action.js';
import { sayMoment } from '../desk/promise.js';
import { text, type Button } from '../reply.js';
import { isOpen, type Ticket } from '../ticket.js';
import { CALLBACK_TEXTS, LABELS, sayCallNoted, TEXTS } from '../texts.js';
import { bareWords } from './bare-words.js';
import { openTicket } from './escalate.js';
import { result, type Turn, type TurnResult } from './turn.js';
import { questionForCoach } from './wordless.js';

type Wish = 'person' | 'call' | 'when' | 'number' | 'sorry';

const PERSON =
  '(?:iemand|nen? (?:echte )?(?:mens|persoon|medewerker|coach)|een (?:echte? )?(?:mens|persoon|medewerker|coach)|de coach|nen? levende mens|een levend iemand|een echt iemand|de helpdesk)';
/** Whole messages about the coach himself. The lines are lower case, without accents and punctuation. */
const WISHES: readonly (readonly [Wish, RegExp])[] = [
  [
    'person',
    new RegExp(
      `^(?:(?:hallo|dag|hey|ja|nee|neen|ok|sorry|maar|kijk) )*(?:(?:ik )?(?:wil|zou|wou|kan ik|mag ik|kunnen we|zou ik|liever|graag)(?: (?:ik|graag|toch|liever|eens|even|gewoon|nu|dat|willen|met|een keer))* ${PERSON}(?: (?:aan de lijn|aan de telefoon|hier|nu|eens|graag))*(?: (?:spreken|praten|bellen|hebben|horen|zien|vragen|krijgen|contacteren|bereiken))*|(?:geef|stuur|verbind|zet)(?: (?:mij|me))?(?: (?:eens|gewoon|maar|nu|door|met|aan|naar))* ${PERSON}(?: door)?|(?:is er|zit er|werkt er)(?: daar| hier)? (?:ook )?(?:iemand|een echt mens|nen echte mens|een mens)(?: (?:die|waar|om|met wie).{0,40})?|(?:met )?(?:iemand|een mens|nen mens|een persoon|de coach) (?:spreken|praten|bellen)(?: aub| graag)?|${PERSON} (?:graag|aub|alstublieft|spreken|aub graag))$`,
    ),
  ],
  [
    'call',
    /^(?:(?:hallo|dag|ja|ok|of|kijk|graag) )*(?:(?:kunt|kun|kan|kunde|wilt|wil|wilde|zou|mag)(?: (?:ge|gij|je|jij|u|de coach|een coach|er|iemand|niet))* (?:mij |me |ons )?(?:eens |even |eerst |liever |morgen |vandaag |straks )*(?:(?:terug)?bellen|opbellen|een belletje geven|telefoneren)(?: .{0,60})?|(?:bel|belt|telefoneer|bel me|bel mij)(?: (?:mij|me|ons))? ?(?:maar|eens|even|terug|liever|aub|op|na|voor|om|morgen|vandaag|straks|graag|in de|s|overdag|\d).{0,60}|(?:ik )?(?:word|werd|wil|wou|zou)(?: (?:ik|graag|liever|eens|toch))* (?:opgebeld|gebeld|teruggebeld)(?: worden| .{0,40})?|liever bellen|liever telefonisch|telefonisch liever)$/,
  ],
  [
    'when',
    /^(?:(?:hallo|dag|ja|en|maar|ok|zeg) )*(?:(?:wanneer|hoelang|hoe lang|tegen wanneer|om hoe laat|hoe laat|hoe snel)(?: (?:krijg|antwoordt|antwoorden|belt|bellen|reageert|komt|hoor|mag|duurt|gaat|moet|zal|zou))(?: (?:ik|hij|ze|zij|jullie|de coach|die|dat|het|een|nog|dan|nu|er|antwoord|iets|iemand|mij|me|terug|wachten|nieuws|verwachten|bellen|van|de|coach|voor|dat|ik|weet|gij|je|ge))*|waar blijft (?:mijn |dat |het |de |die )?(?:antwoord|coach|reactie)(?: nu)?|(?:ik (?:wacht|zit) (?:nog |al |hier |nog altijd )*(?:te wachten )?(?:op (?:antwoord|de coach|een antwoord|mijn antwoord))?.{0,20})|nog (?:altijd |steeds )?geen (?:antwoord|nieuws|reactie)(?: gekregen)?)$/,
  ],
  [
    'number',
    /^(?:(?:hallo|dag|ja|en|maar|ok) )*(?:(?:wat is|hebt ge|heb je|heeft|geef|mag ik|hebben jullie|hoe luidt)(?: (?:mij|me|eens|het|de|een|jullie|hun|zijn|haar|jouw|je|uw|ook|den))* (?:telefoonnummer|telefoon|gsm ?nummer|nummer|gsm|mailadres|e ?mail(?: ?adres)?)(?: (?:van|voor) (?:de |een |die |onze |mijn )?(?:coach|sectorcoach|mentorlijn|hulplijn|helpdesk|jullie|u|hier)| (?:om|waarop|waar|waarmee) .{0,40})?|(?:hoe|waar|op welk nummer|op wat nummer) (?:bereik|contacteer|bel|vind|kan|kunnen)(?: (?:ik|we|jullie|je|de|u|die|coach|een|mentorlijn))*(?: (?:bereiken|contacteren|bellen|vinden))?)(?: (?:coach|mentorlijn))?$/,
  ],
  [
    'sorry',
    /^(?:(?:amai|pff+|maar|allee|zeg|nee|neen|sorry|ja|he|gij|ge|jij|je|u) )*(?:(?:(?:ge|gij|je|jij|u|hij|die bot|deze bot) )?(?:begrijpt|begrijp|verstaat|versta|snapt|snap|verstade|begrijpte)(?: (?:ge|gij|je|jij|u|mij|me|mijn vraag|er|het|dat|de vraag|echt))* (?:niet|niks|niets|geen bal|geen hol|geen kloten|geen woord)(?: (?:van|ervan|hoor|he|wat ik vraag|wat ik bedoel|mij|me))*|(?:dat|da|dit) (?:is|was|klopt|slaat|trekt|helpt|antwoordt)(?: (?:mij|me|toch|echt|helemaal|dus|hier|ook))* (?:niet|nie|niks|niets|fout|verkeerd|op niks|nergens op|geen antwoord|mijn vraag niet|niet mijn vraag|niet wat ik vraag\w*|niet wat ik bedoel\w*|geen antwoord op mijn vraag|zever|onzin|larie)(?: (?:he|hoor|hoor|zeg|mee|verder|vooruit|op mijn vraag))*|(?:hier|daar) (?:ben|heb|kan|word) ik (?:niks|niets|niet|geen bal|geen hol|echt niks)(?: (?:mee|aan|mee vooruit|vooruit|verder|mee verder|wijzer|wijs))*(?: uit| van)?|ik word (?:hier |er )?(?:zot|gek|kwaad|boos|horendol)(?: van)?|(?:zijt|ben|is) (?:ge|je|dat|da)(?: \p{L}+)? (?:achterlijk|dom|doof|blind)|(?:lees|luister) (?:nu |dan |toch |eens )*(?:wat ik (?:vraag|schrijf|zeg|typ)|mijn vraag|goed))$/u,
  ],
];

/** A wish that is about the coach and not about a learner: a person, a call, his number, when he answers; or a sigh at the bot. */
export async function coachWishStep(turn: Turn): Promise<TurnResult | null> {
  const phone = phoneIn(turn.text);
  const open = turn.openTicket;
  if (open?.ticket.callback && isOpen(open.ticket) && namesOnlyASlot(turn.text)) return withCall(turn, open, phone);
  const wish = wishOf(turn.text, phone);
  switch (wish) {
    case null:
      return null;
    case 'person':
      return handOver(turn);
    case 'call':
      return callMe(turn, phone);
    case 'when':
    case 'number':
      return sayPromise(turn, wish);
    case 'sorry':
      return result('escalate', [text(TEXTS.sorry)], { buttons: [COACH] });
  }
}

const COACH: Button = { label: LABELS.coach, action: { do: 'ask-coach' } };
/** Longer messages tell a story of their own. Characters. */
const LONGEST = 140;

/** What a whole message wishes of the coach; null for anything else. */
export function wishOf(message: string, phone: string | null = phoneIn(message)): Wish | null {
  if (message.length > LONGEST) return null;
  const bare = bareWords(message);
  if (phone !== null && bare.replace(/\d/g, '').trim().split(/\s+/).length <= 9 && /\b(?:bel|bellen|belt|telefoon|tel|gsm|nummer|bereik\w*)\b/.test(bare))
    return 'call'; // prettier-ignore
  return WISHES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** No number of any country has fewer digits: where they are not, the library need not look. */
const DIGITS_ENOUGH = /(?:\p{Nd}\P{Nd}*){5}/u;

/** A Belgian or full international phone number in a message, as people read it; null without one. */
export function phoneIn(message: string): string | null {
  if (!DIGITS_ENOUGH.test(message)) return null;
  return findPhoneNumbersInText(message, 'BE')[0]?.number.formatInternational() ?? null;
}

/** The part of the day a message names for a call; null when it names none. */
export function slotIn(message: string): CallbackSlot | null {
  const bare = bareWords(message);
  if (/\b(?:maakt niet uit|om het even|gelijk wanneer|altijd|eender wanneer|de hele dag)\b/.test(bare)) return 'altijd';
  if (/\b(?:ochtends?|morgens|smorgens|voormiddag|morgenvroeg)\b/.test(bare)) return 'ochtend';
  if (/\b(?:avonds?|savonds|na het werk|na mijn uren|na (?:1[6-9]|20|4|5|6|vier|vijf|zes)(?: ?u\w*)?)\b/.test(bare))
    return 'na-het-werk';
  return /\b(?:middags?|smiddags|namiddags?|over de middag|schaft\w*)\b/.test(bare) ? 'middag' : null;
}

/** "'s ochtends", "liefst na 17u": the answer to "wanneer mag de coach bellen?", typed. */
function namesOnlyASlot(message: string): boolean {
  return message.trim().split(/\s+/).length <= 5 && slotIn(message) !== null && !message.includes('?');
}

async function handOver(turn: Turn): Promise<TurnResult> {
  const last = questionForCoach(turn);
  const open = turn.openTicket;
  if (open && isOpen(open.ticket) && (last?.item ?? null) === null) return sayPromise(turn, 'when');
  if (last === null)
    return result('escalate', [text(TEXTS.nothingToSend)], {
      conversation: { awaiting: 'coach-question', asked: null },
    });
  return openTicket(turn, { question: last, reason: last.tried.some(({ shown }) => shown) ? 'not-helped' : 'asked' });
}

/** A wish to be called is kept with the ticket; without one, what was asked (or else the wish itself) becomes the ticket. */
async function callMe(turn: Turn, phone: string | null): Promise<TurnResult> {
  const open = turn.openTicket;
  if (open && isOpen(open.ticket)) return withCall(turn, { ticket: open.ticket, version: open.version }, phone);
  const question = questionForCoach(turn) ?? { text: turn.masked, original: turn.text };
  const made = await openTicket(turn, { question, reason: 'asked' });
  const [write] = made.tickets;
  if (!write) return made;
  const called = withCall(turn, write, phone);
  return {
    ...made,
    tickets: called.tickets,
    conversation: { ...made.conversation, ...called.conversation },
    reply: { parts: [...made.reply.parts, ...called.reply.parts], buttons: called.reply.buttons },
  };
}

/** Keeps a call wish: the number and the part of the day as far as told; asks for what is still missing. */
export function withCall(
  turn: Turn,
  { ticket, version }: { readonly ticket: Ticket; readonly version: number },
  phone: string | null,
): TurnResult {
  const known = phone ?? ticket.callback?.phone ?? null;
  const told = slotIn(turn.text);
  const when = told ?? ticket.callback?.when ?? 'altijd';
  const called: Ticket = { ...ticket, callback: { when, phone: known }, updatedAt: turn.now.toISOString() };
  const reachable = known !== null || turn.message.address.channel === 'whatsapp';
  const said = reachable ? sayCallNoted(when, known) : TEXTS.callbackPhone;
  const asksWhen = reachable && told === null && when === 'altijd';
  return result('escalate', [text(said), ...(asksWhen ? [text(TEXTS.callbackWhen)] : [])], {
    buttons: asksWhen ? callbackButtons() : [],
    tickets: [{ ticket: called, version }],
    conversation: { awaiting: reachable ? null : 'phone', asked: null },
  });
}

export function callbackButtons(): readonly Button[] {
  return Object.entries(CALLBACK_TEXTS).map(([when, [label]]): Button => ({
    label,
    action: { do: 'callback', when: when as CallbackSlot },
  }));
}

/** "Wanneer belt hij", "wat is zijn nummer": the promise that runs, or how to get one. */
export function sayPromise(turn: Turn, wish: 'when' | 'number'): TurnResult {
  const lead = wish === 'number' ? [text(TEXTS.coachNumber)] : [];
  const open = turn.openTicket;
  if (!open || !isOpen(open.ticket)) {
    const more = wish === 'number' ? [] : [text(TEXTS.noOpenQuestion)];
    return result('escalate', [...lead, ...more, text(TEXTS.offerCoach)], { buttons: [COACH] });
  }
  const { ticket } = open;
  const when = sayMoment(new Date(ticket.dueAt), turn.now);
  const said = ticket.callback?.phone
    ? `De coach belt je op ${ticket.callback.phone} over vraag **${String(ticket.number)}**, of antwoordt hier ten laatste ${when}.`
    : `Vraag **${String(ticket.number)}** is bij de coach. Je krijgt antwoord ten laatste ${when}.`;
  const buttons = ticket.callback?.phone ? [] : [{ label: LABELS.callback, action: { do: 'call-me' } as const }];
  return result('escalate', [...lead, text(said)], { buttons });
}
