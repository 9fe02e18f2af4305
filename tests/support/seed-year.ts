import type { Entry } from '../../knowledge/entry.js';
import type { Library } from '../../knowledge/library.js';
import { FACTORS } from '../../knowledge/entry.js';
import { SIGNAL_KINDS } from '../../knowledge/signals.js';
import { newConversation } from '../../handlers/conversation.js';
import type { TurnEvent } from '../../handlers/events.js';
import { conversationKey, type ChannelName } from '../../handlers/message.js';
import type { Append, Put, Store } from '../../handlers/ports.js';
import { appendEvents, appendTalk, putConversation, putTicket } from '../../handlers/records.js';
import { CAUSES, EMPTY_TAGS, WANTED_SUPPORT, type Ticket, type TicketId } from '../../handlers/ticket.js';

export interface SeedOptions {
  readonly questions: number;
  readonly tickets: number;
  /** The years before this moment are filled; one when left out. */
  readonly now: Date;
  readonly years?: number;
}

/** How busy each month is, January first: the start of the school year, and spring. */
const MONTHS = [7, 8, 9, 7, 8, 6, 1, 4, 15, 12, 8, 6];
const UNKNOWN = [
  'mag mijn leerling met de minigraver van de buur rijden',
  'kan mijn leerling met de minigraver van een collega rijden',
  'mag hij met een gehuurde minigraver werken',
  'wie betaalt de gsm die stuk is op de werf',
  'zijn gsm is gevallen op het werk wie betaalt dat',
  'moet ik een werfkeet zetten voor een leerling',
  'is een werfkeet verplicht als mijn leerling meegaat',
  'mag hij helpen bij het rooien van een boom aan de spoorweg',
  'kan ik mijn leerling uitlenen aan de gemeente',
  'mag mijn leerling een week bij de gemeente werken',
  'wat met een tattoo in zijn gezicht bij klanten',
  'mag ik een gps op de bestelwagen zetten als hij meerijdt',
  'hij wil een elektrische step gebruiken tussen de werven',
  'krijgt hij ook ecocheques zoals de andere mannen',
  'hebben leerlingen recht op ecocheques',
  'moet ik maaltijdcheques geven aan een leerling',
];
const SIGNALS = [
  'Prestatiestaten komen elke maand te laat van school: bij vijf bedrijven dit jaar.',
  'Mentors vinden de regels over machines voor minderjarigen onduidelijk.',
  'Het loket vraagt twee keer dezelfde documenten.',
  'Paasvakantie valt in het drukste seizoen: vraag naar een soepeler rooster.',
];
const CHANNELS: readonly ChannelName[] = ['web', 'web', 'web', 'whatsapp', 'whatsapp', 'whatsapp', 'teams'];

/** Always the same numbers, so that pictures and measurements can be compared. */
function steadyRandom(seed = 42): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Fills a store with a believable year of questions and tickets. Returns how many events it wrote. */
export async function seedYear(store: Store, library: Library, options: SeedOptions): Promise<number> {
  const random = steadyRandom();
  const year = new Year(library, options, random);
  const events: TurnEvent[] = [];
  for (let at = 0; at < options.questions; at += 1) events.push(...year.question());
  const puts: Put[] = [];
  const talk: Append[] = [];
  for (let at = 0; at < options.tickets; at += 1) {
    const made = year.ticket(at);
    events.push(...made.events);
    puts.push(...made.puts);
    talk.push(...made.talk);
  }
  events.sort((a, b) => (a.at < b.at ? -1 : 1));
  for (let at = 0; at < puts.length; at += 500) await store.commit({ puts: puts.slice(at, at + 500) });
  for (let at = 0; at < talk.length; at += 1_000) await store.commit({ appends: talk.slice(at, at + 1_000) });
  for (let at = 0; at < events.length; at += 2_000)
    await store.commit({ appends: appendEvents(events.slice(at, at + 2_000)) });
  for (let at = 0; at < options.tickets; at += 1) await store.nextNumber('ticket');
  return events.length;
}

class Year {
  readonly #entries: readonly Entry[];
  readonly #now: Date;
  readonly #random: () => number;
  readonly #people: number;
  readonly #years: number;

  constructor(library: Library, { now, tickets, years = 1 }: SeedOptions, random: () => number) {
    this.#entries = library.entries;
    this.#now = now;
    this.#random = random;
    this.#years = years;
    this.#people = Math.max(3, Math.round(tickets / 3));
  }

  question(): readonly TurnEvent[] {
    const at = this.#moment();
    const kind = this.#random();
    const entry = this.#entry();
    const base = {
      type: 'question',
      at,
      channel: this.#one(CHANNELS),
      language: this.#random() < 0.96 ? 'nl' : this.#one(['fr', 'en', 'other'] as const),
      urgent: null,
      asks: null,
      role: 'question',
    } as const;
    const nowhere = { item: null, theme: null, phase: null, score: 0.2 };
    const shown = { item: entry.id, theme: entry.theme, phase: entry.phase[0] ?? null, factors: entry.factors };
    const phrased = entry.phrasings.length > 0 ? this.#one(entry.phrasings) : entry.title;
    if (kind < 0.64) {
      const answer: TurnEvent = { ...base, ...shown, decision: 'answer', score: 0.9, masked: phrased };
      return this.#random() < 0.4 ? [answer, this.#feedback(at, entry)] : [answer];
    }
    if (kind < 0.8) {
      const choose: TurnEvent = { ...base, ...nowhere, decision: 'choose', masked: phrased };
      const picked: TurnEvent = { ...shown, type: 'shown', at };
      return this.#random() < 0.6 ? [choose, picked] : [choose];
    }
    if (kind < 0.93) {
      const tail = this.#random() < 0.6 ? '' : this.#one([' ?', ' aub', ' bij ons', ' eigenlijk', ' op een werf']);
      return [{ ...base, ...nowhere, decision: 'escalate', masked: this.#one(UNKNOWN) + tail }];
    }
    if (kind < 0.98) return [{ ...base, ...nowhere, decision: 'decline', masked: 'wat eten we vanavond' }];
    const urgent = this.#one(SIGNAL_KINDS);
    return [{ ...base, ...nowhere, decision: 'urgent', urgent, masked: 'hij is gevallen en bloedt' }];
  }

  ticket(at: number): { events: readonly TurnEvent[]; puts: readonly Put[]; talk: readonly Append[] } {
    const random = this.#random;
    const number = 1_001 + at;
    const createdAt = this.#moment();
    const entry = this.#entry();
    const channel = this.#one(CHANNELS);
    const person = `p${String(Math.floor(random() * this.#people))}`;
    const key = conversationKey(channel, person);
    const urgent = random() < 0.06 ? this.#one(SIGNAL_KINDS) : null;
    const minutes = Math.round(20 + random() ** 3 * 2_000);
    const late = random() < 0.12;
    const answered = this.#later(createdAt, minutes);
    const open = answered > this.#now.toISOString() || random() < 0.01;
    const question = random() < 0.5 ? this.#one(UNKNOWN) : (entry.phrasings[0] ?? entry.title);
    const tags = {
      ...EMPTY_TAGS,
      theme: entry.theme,
      factors: random() < 0.8 ? [...new Set([this.#one(FACTORS), ...entry.factors])] : entry.factors,
      cause: random() < 0.7 ? this.#one(CAUSES) : null,
      support: random() < 0.7 ? this.#one([...WANTED_SUPPORT, 'individueel'] as const) : null,
      scope: random() < 0.7 ? this.#one(['collectief', 'individueel', 'individueel'] as const) : null,
      signal: random() < 0.03 ? this.#one(SIGNALS) : null,
    };
    const reason = urgent
      ? 'urgent'
      : this.#one(['asked', 'unknown', 'unknown', 'not-helped', 'none-of-these'] as const);
    const spent = 5 + Math.round(random() * 25);
    const address = { channel, conversationId: person, reference: null };
    const ticket: Ticket = {
      ...(open
        ? { status: 'new' as const }
        : { status: 'closed' as const, coach: 'coach', since: answered, by: 'coach' as const }),
      id: `seed${String(number)}` as TicketId,
      number,
      createdAt,
      updatedAt: open ? createdAt : answered,
      question,
      masked: question,
      conversation: key,
      address,
      askerName: null,
      profile: {},
      tried: [{ id: entry.id, title: entry.title, score: 0.4, shown: true, helped: null }],
      reason,
      urgency: urgent,
      dueAt: this.#later(createdAt, 240),
      tags,
      callback: null,
      coachSpoke: !open,
      attachments: [],
      notes: [],
      watchers: [],
      minutes: open ? 0 : spent,
      history: [{ at: createdAt, by: 'asker', action: 'gevraagd', detail: null }],
      learned: [],
    };
    const made: TurnEvent = {
      type: 'ticket',
      at: createdAt,
      number,
      reason,
      urgent,
      theme: entry.theme,
      channel,
      shown: reason === 'not-helped' ? [entry.id] : [],
      factors: entry.factors,
    };
    const after: readonly TurnEvent[] = open
      ? []
      : [
          { type: 'first-answer', at: answered, number, minutes, late },
          { type: 'labels', at: answered, number, tags },
          { type: 'minutes', at: answered, number, minutes: spent, kind: random() < 0.3 ? 'called' : 'worked' },
          { type: 'closed', at: answered, number, by: 'coach' },
        ];
    return {
      events: [made, ...after],
      puts: [
        putTicket({ ticket, version: 0 }),
        { ...putConversation(newConversation(key, address, null, createdAt), 0), expect: 'any' },
      ],
      talk: appendTalk(key, [
        { from: 'asker', name: null, text: question, at: createdAt },
        ...(open ? [] : [{ from: 'coach' as const, name: 'Katrien', text: 'Bel even met de school.', at: answered }]),
      ]),
    };
  }

  #feedback(at: string, entry: Entry): TurnEvent {
    // Every seventh entry does badly, so that there is something to see.
    const likes = this.#entries.indexOf(entry) % 7 === 3 ? 0.4 : 0.85;
    return { type: 'feedback', at, item: entry.id, helped: this.#random() < likes };
  }

  #one<T>(all: readonly T[]): T {
    const found = all[Math.floor(this.#random() * all.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** Few entries get most of the questions. */
  #entry(): Entry {
    const found = this.#entries[Math.floor(this.#random() ** 2 * this.#entries.length)];
    if (!found) throw new Error('no entries');
    return found;
  }

  /** A moment in the year before now: by month, on working days mostly, at a mentor's hours. */
  #moment(): string {
    for (;;) {
      const back = this.#random() * this.#years * 364 * 86_400_000;
      const day = new Date(this.#now.getTime() - back);
      day.setUTCHours(5 + Math.floor(this.#random() * 15), Math.floor(this.#random() * 60), 0, 0);
      const busy = ((MONTHS[day.getUTCMonth()] ?? 1) / 15) * ([0, 6].includes(day.getUTCDay()) ? 0.25 : 1);
      if (day < this.#now && this.#random() < busy) return day.toISOString();
    }
  }

  #later(at: string, minutes: number): string {
    return new Date(Date.parse(at) + minutes * 60_000).toISOString();
  }
}
