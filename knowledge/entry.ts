/** The shapes of the curated knowledge, after parsing. Values listed here are the only ones the front matter accepts. */

export const THEMES = [
  'duaal-leren',
  'erkenning',
  'mentorschap',
  'overeenkomst',
  'dimona',
  'kosten',
  'uren',
  'opleidingsplan',
  'onthaal',
  'begeleiding',
  'omgang',
  'veiligheid',
  'voertuigen',
  'arbeidsongevallen',
  'ziekte',
  'vakantie',
  'weer',
  'jobstudent',
  'netwerk',
  'evaluatie',
  'vorming',
  'einde',
  'privacy',
] as const;
export type Theme = (typeof THEMES)[number];

/** How a person reads a theme. */
export const THEME_TITLES: Readonly<Record<Theme, string>> = {
  'duaal-leren': 'Duaal leren',
  erkenning: 'Erkenning als leerwerkplek',
  mentorschap: 'Mentor zijn',
  overeenkomst: 'Overeenkomst',
  dimona: 'Dimona',
  kosten: 'Kosten, vergoeding en premies',
  uren: 'Uren en dagen',
  opleidingsplan: 'Opleidingsplan',
  onthaal: 'Onthaal en eerste dagen',
  begeleiding: 'Begeleiden en aanleren',
  omgang: 'Omgaan met je leerling',
  veiligheid: 'Veiligheid',
  voertuigen: 'Voertuigen en machines',
  arbeidsongevallen: 'Arbeidsongevallen',
  ziekte: 'Ziekte',
  vakantie: 'Vakantie',
  weer: 'Vorst en slecht weer',
  jobstudent: 'Studentenjob en Groeipakket',
  netwerk: 'Ouders, klanten en diensten',
  evaluatie: 'Opvolgen en evalueren',
  vorming: 'Mentoropleiding en netwerk',
  einde: 'Stoppen en afronden',
  privacy: 'Privacy',
};

/** The same where a button has room for twenty signs; the titles that are short enough stand for themselves. */
export const THEME_LABELS: Readonly<Record<Theme, string>> = {
  ...THEME_TITLES,
  erkenning: 'Erkenning',
  kosten: 'Kosten en premies',
  onthaal: 'Onthaal, eerste dag',
  begeleiding: 'Begeleiden',
  omgang: 'Omgaan met leerling',
  voertuigen: 'Voertuig en machine',
  weer: 'Vorst en slecht weer',
  jobstudent: 'Studentenjob',
  netwerk: 'Ouders en klanten',
  evaluatie: 'Opvolgen, evalueren',
  vorming: 'Mentoropleiding',
};

export const PHASES = ['voor-engagement', 'opstart', 'tijdens', 'opvolging', 'einde'] as const;
export type Phase = (typeof PHASES)[number];

export const PHASE_TITLES: Readonly<Record<Phase, string>> = {
  'voor-engagement': 'Voor je begint',
  opstart: 'Opstart',
  tijdens: 'Tijdens het jaar',
  opvolging: 'Opvolgen en evalueren',
  einde: 'Einde van het traject',
};

/** The report's three kinds of influence on a mentor (section 1.4), split as in section 2.5.2. */
export const FACTORS = [
  'extern-wetgevend',
  'extern-economisch-sectoraal',
  'extern-klimatologisch',
  'intern-management',
  'intern-organisatie',
  'partner-school',
  'partner-student',
  'partner-externe-dienst',
  'partner-sector',
] as const;
export type Factor = (typeof FACTORS)[number];

export const CERTAINTIES = ['bevestigd', 'algemeen-bekend', 'te-controleren'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const SOURCE_DOCS = [
  'eindrapport',
  'bouwstudie',
  'leidraad',
  'hiva',
  'handleiding',
  'regelgeving',
  'officieel',
  'coach',
] as const;
export type SourceDoc = (typeof SOURCE_DOCS)[number];

/** Profile facts that can change an answer, with their permitted values. */
export const SLOT_VALUES = {
  contract: ['SAO', 'OAO'],
  level: ['BUSO', 'BSO7'],
  age: ['minderjarig', 'meerderjarig'],
  crew: ['alleen', 'ploeg'],
  position: ['werkgever', 'werknemer'],
  first_employee: ['ja', 'nee'],
  experience: ['eerste', 'ervaren'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Slot = keyof typeof SLOT_VALUES;
/** The slots in the order in which the bot asks for them. */
export const SLOTS = [
  'contract',
  'age',
  'level',
  'first_employee',
  'crew',
  'position',
  'experience',
] as const satisfies readonly Slot[];

/** What is known of the asker's situation: a value of SLOT_VALUES per slot. */
export type SlotValues = { readonly [S in Slot]?: (typeof SLOT_VALUES)[S][number] };

declare const itemIdBrand: unique symbol;
/** Id of an entry, term or checklist: the file name without extension, unique over all three. */
export type ItemId = string & { readonly [itemIdBrand]: true };

export interface SourceRef {
  readonly doc: SourceDoc;
  /** Topic or fact id: `q36`, `s2.3.2.2`, `AO-4`, `b001`. */
  readonly ref: string;
  readonly url?: string;
}

/** One `::: variant` block: its text when every condition holds. Markdown. */
export interface Variant {
  readonly when: SlotValues;
  readonly short: string;
  readonly details: string;
}

interface ItemBase {
  readonly id: ItemId;
  /** The heading a person sees: the question, the term or the checklist's title. */
  readonly title: string;
  /** How askers type it: front matter first, then the file beside it. */
  readonly phrasings: readonly string[];
  readonly keywords: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly certainty: Certainty;
  /** ISO dates (YYYY-MM-DD). */
  readonly checked: string;
  readonly reviewBy: string;
  readonly owner?: string;
  readonly related: readonly ItemId[];
  /** Markdown before the first heading: stands on its own. */
  readonly short: string;
  /** Markdown after it. */
  readonly details: string;
  /** Path relative to the knowledge folder. */
  readonly file: string;
}

export interface Entry extends ItemBase {
  readonly kind: 'entry';
  readonly theme: Theme;
  readonly phase: readonly Phase[];
  readonly months: readonly number[];
  readonly factors: readonly Factor[];
  readonly dependsOn: readonly Slot[];
  readonly helpers: readonly string[];
  readonly offerCoach: boolean;
  readonly variants: readonly Variant[];
}

export interface Term extends ItemBase {
  readonly kind: 'term';
  /** Other names and common misspellings. */
  readonly aka: readonly string[];
}

export interface ChecklistSection {
  readonly title: string | null;
  readonly items: readonly string[];
}

export interface Checklist extends ItemBase {
  readonly kind: 'checklist';
  readonly theme: Theme;
  readonly phase: readonly Phase[];
  readonly helpers: readonly string[];
  readonly sections: readonly ChecklistSection[];
}

export type Item = Entry | Term | Checklist;
export type ItemKind = Item['kind'];

/** A service that helps mentors; never a private person. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly does: string;
  readonly website?: string;
  readonly phone?: string;
  readonly certainty: Certainty;
}
