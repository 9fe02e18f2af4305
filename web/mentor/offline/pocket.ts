import type { Kennis, KennisItem, KennisSignal } from '../../../handlers/kennis.js';
import type { Checklist, Entry, Term } from '../../../knowledge/entry.js';
import { createMatcher } from '../../../knowledge/match/create-matcher.js';
import type { Matcher, MatchResult } from '../../../knowledge/match/match.js';
import { createTermFinder } from '../../../knowledge/match/terms.js';
import type { WireButton, WirePart } from '../talk/activity.js';
import { createAlarm } from './alarm.js';
import { MORE, SHOW } from './pocket-action.js';

/** What the phone itself answers. Pure: a kennis and a question in, parts out. */
export interface PocketAnswer {
  readonly parts: readonly WirePart[];
  readonly buttons: readonly WireButton[];
  /** ISO date of the knowledge. */
  readonly date: string;
}

export interface Pocket {
  answer(text: string): PocketAnswer;
  /** An item by its id, short or whole; null when we do not carry it. */
  show(id: string, how: 'short' | 'more'): PocketAnswer | null;
}

const COMMAND =
  /^(menu|coach|stop|help|hulp|mijn vragen|nieuwe vraag|profiel|wis mijn gegevens|geholpen|opgelost|ja|nee|neen|(verder met )?code.*|ml-\S+)[.!]*$/i;
const MOST_CHOICES = 3;

export const POCKET_TEXTS = {
  later: 'Dit vertrekt zodra je weer verbinding hebt.',
  unknown: 'Zonder verbinding vind ik hier geen antwoord op. Je vraag vertrekt zodra je weer netwerk hebt.',
  choose: 'Bedoel je een van deze vragen?',
  more: 'Meer uitleg',
} as const;

/** As the finder of names knows them. Short texts come rendered: their words say, as on the server, what is no slip. */
function namedItems({ items }: Kennis): Parameters<typeof createTermFinder>[0] {
  const told = items.map((item) => ({ ...item, short: item.html.replace(/<[^>]*>|&\w+;/g, ' ') }));
  return {
    terms: told.filter(({ kind }) => kind === 'term') as unknown as readonly Term[],
    checklists: told.filter(({ kind }) => kind === 'checklist') as unknown as readonly Checklist[],
    entries: told.filter(({ kind }) => kind === 'entry') as unknown as readonly Entry[],
  };
}

export function createPocket(kennis: Kennis, today: string): Pocket {
  const items = new Map<string, KennisItem>(kennis.items.map((item) => [item.id, item]));
  const alarm = createAlarm(kennis.signals, kennis.signalModel);
  const findNamed = createTermFinder(namedItems(kennis));
  const matcher: Matcher | null =
    kennis.model === null
      ? null
      : createMatcher({ model: kennis.model, concepts: kennis.concepts, items: kennis.items });
  const say = (parts: readonly WirePart[], buttons: readonly WireButton[] = []): PocketAnswer => ({
    parts,
    buttons,
    date: kennis.date,
  });
  const give = (item: KennisItem): PocketAnswer =>
    say(
      toParts(item, today),
      item.more === null ? [] : [{ label: POCKET_TEXTS.more, title: null, action: MORE + item.id }],
    );
  return {
    show(id, how) {
      const item = items.get(id);
      if (!item) return null;
      return how === 'short' || item.more === null
        ? give(item)
        : say([{ kind: 'text', markdown: '', html: item.more }]);
    },
    answer(text) {
      const urgent = alarm(text);
      if (urgent) return urgentAnswer(urgent, kennis.date);
      if (COMMAND.test(text.trim())) return say([words(POCKET_TEXTS.later)]);
      const named = items.get(findNamed(text)?.id ?? '');
      if (named) return give(named);
      const found = matcher ? decide(matcher.match(text), kennis) : [];
      const [first] = found.flatMap((id) => items.get(id) ?? []);
      if (!first) return say([words(POCKET_TEXTS.unknown)]);
      if (found.length === 1) return give(first);
      return say(
        [words(POCKET_TEXTS.choose)],
        found.flatMap((id): readonly WireButton[] => {
          const item = items.get(id);
          return item ? [{ label: item.title, title: item.title, action: SHOW + id }] : [];
        }),
      );
    },
  };
}

function urgentAnswer({ kind, html }: KennisSignal, date: string): PocketAnswer {
  return { parts: [{ kind: 'urgent', signal: kind, markdown: '', html }], buttons: [], date };
}

/** One id: an answer. Several: a choice. None: we do not know. The same bars as on the server. */
function decide(match: MatchResult, { thresholds }: Kennis): readonly string[] {
  const [best] = match.candidates;
  const ours = match.knownShare >= thresholds.knownShare && (match.notOurs ?? 0) < thresholds.notOursAnswer;
  if (!best || !ours) return [];
  if (best.score >= thresholds.answer && match.margin >= thresholds.answerMargin) {
    const { kin } = match;
    const tied = kin?.of === best.id && kin.lead < (thresholds.kinLead ?? 0);
    return tied ? [best.id, kin.candidate.id] : [best.id];
  }
  const near = match.candidates.filter(({ score }) => score >= thresholds.choose).slice(0, MOST_CHOICES);
  // One is no choice, and not sure enough to be an answer: shown as a choice with the next.
  return (near.length === 1 ? match.candidates.slice(0, 2) : near).map(({ id }) => id);
}

function words(markdown: string): WirePart {
  return { kind: 'text', markdown };
}

function toParts(item: KennisItem, today: string): readonly WirePart[] {
  const { id, title, html, path, checked, certainty, helpers, sources, variants, sections } = item;
  if (item.kind === 'checklist')
    return [{ kind: 'checklist', id, title, markdown: html === '' ? '' : title, html, sections, checked, path }];
  const common = {
    kind: 'item',
    id,
    itemKind: item.kind,
    title,
    markdown: '',
    helpers,
    sources,
    checked,
    certainty,
    expired: item.reviewBy < today,
    path,
  } as const;
  // Without network nobody asks "SAO of OAO?": every variant is shown.
  if (variants.length > 0)
    return variants.map((variant) => ({ ...common, html: variant.html, variant: variant.label }));
  return [{ ...common, html, variant: null }];
}
