import type { Candidate, Kin, MatchResult } from '../../knowledge/match/match.js';
import type { Language } from '../../knowledge/text/language.js';
import { aboutPerson } from './about-person.js';
import { seeksLearner } from './seeks-learner.js';
import { THRESHOLDS } from './thresholds.js';
import { MOST_CHOICES, SENSITIVE, worthOffering } from './worth-offering.js';

interface Judged {
  /** Calibrated probability (0–1) of the best candidate, and how far it leads. */
  readonly probability: number;
  readonly margin: number;
}

/** What to do with a question: give one item, offer a few, hand to the coach, or say it is not ours. */
export type Decision =
  | (Judged & { readonly kind: 'answer'; readonly candidate: Candidate })
  | (Judged & { readonly kind: 'choose'; readonly candidates: readonly Candidate[]; readonly verdict?: true })
  | (Judged & { readonly kind: 'escalate'; readonly verdict?: true })
  | (Judged & { readonly kind: 'decline'; readonly reason: 'out-of-scope' | 'manipulation' | 'evasion' | 'person' });

export interface Asked {
  readonly language: Language;
  readonly text: string;
  /** The same with names masked: tells whether one particular person is meant. */
  readonly masked?: string;
  /** It sounds somewhat like an emergency. */
  readonly dangerous?: boolean;
}

/** Beside the coach, who comes first where a person is to be judged. */
const MOST_RULES = 2;

/** Attempts to steer the bot instead of asking it something, in the three languages it meets. */
const MANIPULATION =
  /\b(?:negeer|vergeet|ignore|disregard|oublie|ignorez?)\b.{0,40}\b(?:instructies?|regels|opdracht(?:en)?|instructions?|rules|consignes|prompt)\b|\b(?:system ?prompt|systeemprompt|jailbreak|developer ?mode|ontwikkelaarsmodus|dan mode)\b|\b(?:doe|gedraag je|speel) (?:als|alsof) (?:je|jij|ge|gij)? ?.{0,20}\b(?:advocaat|hacker|mens|geen regels|geen beperkingen|zonder regels)\b|\b(?:toon|print|geef|zeg|onthul|lek) .{0,25}\b(?:je|jouw|uw|the|your) (?:instructies|prompt|opdracht|instructions|wachtwoord|password|api ?key|sleutel)\b|\b(?:pretend|act) (?:to be|as if|as an?)\b|\byou are now\b|\bje bent (?:nu|vanaf nu) (?:een|geen)\b/i;

/** Help asked to deceive a school, service or insurer, or to dodge a rule: never matched to an entry. */
const EVASION =
  /\bvervals\w*|\bvalse?\b.{0,20}\b(?:attest|briefje|handtekening|datum|document|factuur|diploma|papieren|verklaring)|\bzonder dat (?:de |het |ons |mijn )?(?:school|inspect\w+|rsz|controleur|overheid|verzekering|verzekeraar|trajectbegeleid\w+) .{0,25}(?:zie|merk|weet|weten|opval|doorheeft)|\b(?:inspectie|controle|rsz|verzekering|fiscus) (?:bedrieg|misleid|foppen|bedotten)\w*|\bomzeil\w*|\bontwijk\w* .{0,12}\b(?:inspectie|controle|rsz|fiscus)|\b(?:inspectie|controle|rsz|fiscus) (?:te )?ontwijk\w*|\b(?:ongeval|feiten|verslag|aangifte|uren)\b.{0,30}\b(?:anders|mooier|valselijk) (?:voor(?: ?te ?)?stellen|(?:op(?: ?te ?)?schrijven|(?:te )?noteren|in(?: ?te ?)?vullen|aan(?: ?te ?)?geven))\b|\b(?:antidateren|antedateren|feiten verdraaien)\b/i;

/** What a learner did, or a talk in confidence, is an honest question. */
const HONEST =
  /\b(?:hij|zij|ze|leer\w+|student\w*|stagiaire?|gast|jongen|ouders?|vader|moeder)\b.{0,40}\b(?:vervalst?e?|valse?|omzeilt|ontwijkt)\b|\b(?:praten?|babbel\w*|raad|advies|vertrouw\w*|verhaal)\b/i;

/** The answer laid in our mouth. */
const DICTATED =
  /(?:^|[.!?,;:]\s*)(?:zeg|herhaal|typ|bevestig|schrijf|verklaar)\b.{0,25}\b(?:na mij|mij na|gewoon (?:ja|nee)|letterlijk|zwart op wit dat|schriftelijk dat)\b/i;

/** Questions about other staff than a learner, or by a learner about himself: near ours, but our entries do not answer them. */
const OTHER_STAFF =
  /\b(?:bediendes?|mijn (?:vaste )?(?:arbeiders?|werknemers?|personeel)|vaste (?:arbeiders?|werknemers?|mannen|man|medewerkers?)|gewone arbeiders?|interimkracht|uitzendkracht)\b/i;
const LEARNER = /\b(?:leer\w+|student\w*|stagiair\w*|duaal|duale|gast|jongere?n?|jongen|mentor\w*|school)\b/i;
/** Before the other is named it is the learner: 'mag hij met mijn vaste man mee'; after him it is that other. */
const LEARNER_BEFORE = /\b(?:hij|hem|zij|ze|haar)\b/i;
/** 'Mijn arbeider, geen leerling': the word is there to say whom it is not about. */
const NO_LEARNER = /\bg(?:ee|ie)n (?:leer\w+|stagiair\w*|student\w*)\b/i;
const BY_LEARNER =
  /\b(?:ik ben|kben|'k ben|ik ben zelf) (?:een |nen |ne |zelf )*(?:leerling|stagiair|student|leerjongen|1[5-9]\b)|\bmijn (?:eigen )?mentor\b/i;

/** Match -> decision. Pure; every number it uses stands in thresholds.ts. */
export function decide(match: MatchResult, asked: Asked): Decision {
  const { language, text, dangerous } = asked;
  const best = match.candidates[0];
  const judged = { probability: best?.score ?? 0, margin: match.margin };
  if (MANIPULATION.test(text) || DICTATED.test(text)) return { kind: 'decline', reason: 'manipulation', ...judged };
  if (EVASION.test(text) && !HONEST.test(text)) return { kind: 'decline', reason: 'evasion', ...judged };
  const about = aboutPerson(asked.masked ?? text);
  if (about === 'facts') return { kind: 'decline', reason: 'person', ...judged };
  if (about === 'verdict') {
    const rules = best ? worthOffering(match.candidates, { foreign: false, dangerous }).slice(0, MOST_RULES) : [];
    return rules.length > 0
      ? { kind: 'choose', candidates: rules, verdict: true, ...judged }
      : { kind: 'escalate', verdict: true, ...judged };
  }
  const foreign = language !== 'nl';
  // What is ours was learned on Dutch: another language is no reason to refuse.
  const named = namedBy(match);
  const looksLikeOurs = foreign || seeksLearner(text) || named.length > 0;
  if (!best || (!looksLikeOurs && (match.notOurs ?? 0) >= THRESHOLDS.notOursDecline))
    return { kind: 'decline', reason: 'out-of-scope', ...judged };
  const failed = checksOf(match, asked).filter(({ ok }) => !ok);
  if (failed.length === 0) return { kind: 'answer', candidate: best, ...judged };
  const near = withKin(
    worthOffering(match.candidates, { foreign, dangerous }),
    failed.every(({ name }) => name === 'kin') ? kinOf(match) : null,
  );
  const offered = near.length > 0 ? near : named;
  if (offered.length > 0) return { kind: 'choose', candidates: offered, ...judged };
  return { kind: 'escalate', ...judged };
}

/** What a word alone may mean, when the matcher makes nothing of it: offered, never answered. */
function namedBy({ named = [] }: MatchResult): readonly Candidate[] {
  return named.filter(({ id }, at) => at === 0 || !SENSITIVE.has(id)).slice(0, MOST_CHOICES);
}

/** Sure of the topic, not of which entry: the nearest of the same topic comes before what another topic has. */
function withKin(near: readonly Candidate[], kin: Kin | null): readonly Candidate[] {
  if (!kin || SENSITIVE.has(kin.candidate.id)) return near;
  const others = near.slice(1).filter(({ id }) => id !== kin.candidate.id);
  return [...near.slice(0, 1), kin.candidate, ...others].slice(0, MOST_CHOICES);
}

/** The rival of its own topic, while the best is still the one it was measured against. */
function kinOf({ candidates, kin }: MatchResult): Kin | null {
  return kin && kin.of === candidates[0]?.id ? kin : null;
}

function isAboutStaff(text: string): boolean {
  const at = text.search(OTHER_STAFF);
  if (at < 0) return false;
  return NO_LEARNER.test(text) || !(LEARNER.test(text) || LEARNER_BEFORE.test(text.slice(0, at)));
}

/** One condition of a direct answer, with the number it is held against; 1 stands for yes and 0 for no. */
export interface Check {
  readonly name: 'probability' | 'margin' | 'kin' | 'knownShare' | 'notOurs' | 'dutch' | 'aboutLearner' | 'noVerdict';
  readonly value: number;
  readonly limit: number;
  readonly ok: boolean;
}

/** Everything that must hold for a direct answer; anything less is a choice or the coach. */
export function checksOf(match: MatchResult, { language, text, masked }: Asked): readonly Check[] {
  const atLeast = (name: Check['name'], value: number, limit: number): Check => ({
    name,
    value,
    limit,
    ok: value >= limit,
  });
  const aboutStaff = isAboutStaff(text);
  const aboutOthers = aboutStaff || BY_LEARNER.test(text);
  const notOurs = match.notOurs ?? 0;
  return [
    atLeast('probability', match.candidates[0]?.score ?? 0, THRESHOLDS.answer),
    atLeast('margin', match.margin, THRESHOLDS.answerMargin),
    atLeast('kin', kinOf(match)?.lead ?? 1, THRESHOLDS.kinLead),
    atLeast('knownShare', match.knownShare, THRESHOLDS.knownShare),
    { name: 'notOurs', value: notOurs, limit: THRESHOLDS.notOursAnswer, ok: notOurs < THRESHOLDS.notOursAnswer },
    // Our entries are Dutch: another language is never answered directly, only offered.
    atLeast('dutch', language === 'nl' ? 1 : 0, 1),
    atLeast('aboutLearner', aboutOthers ? 0 : 1, 1),
    // A rule may be shown; to judge or decide about one person is for people who know him.
    atLeast('noVerdict', aboutPerson(masked ?? text) === null ? 1 : 0, 1),
  ];
}
