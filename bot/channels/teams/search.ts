import type { InvokeResponse } from 'botbuilder';
import type { Item } from '../../../knowledge/entry.js';
import { toPlainText } from '../../../knowledge/render.js';
import type { Clock, Knowledge } from '../../../handlers/ports.js';
import { reply } from '../../../handlers/reply.js';
import { itemPart } from '../../../handlers/turn/item-part.js';
import { replyCard } from '../../render/card/reply-card.js';
import { CARD_TYPE } from '../../render/teams-activity.js';
import { belgianDay } from '../../../handlers/belgian-day.js';

export interface SearchDeps {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly publicUrl: string;
}

const MOST_RESULTS = 8;
const MOST_TEXT = 500;
/** Longest line under a title in the list. Characters. */
const MOST_PREVIEW = 140;

/** `composeExtension/query`: the knowledge, searched from the message box; what is picked goes in as a card. */
export function answerSearch(deps: SearchDeps, value: unknown): InvokeResponse {
  const query = queryOf(value);
  const found = query === '' ? [] : find(deps.knowledge, query);
  const body =
    found.length === 0
      ? { type: 'message', text: query === '' ? 'Typ een paar woorden van de vraag.' : 'Niets gevonden. Probeer andere woorden.' }
      : { type: 'result', attachmentLayout: 'list', attachments: found.map((item) => resultOf(deps, item)) }; // prettier-ignore
  return { status: 200, body: { composeExtension: body } };
}

function queryOf(value: unknown): string {
  const parameters = (value as { readonly parameters?: unknown } | null)?.parameters;
  if (!Array.isArray(parameters)) return '';
  const texts = parameters.map((parameter: { readonly name?: unknown; readonly value?: unknown } | null) =>
    parameter?.name === 'tekst' && typeof parameter.value === 'string' ? parameter.value : '',
  );
  return texts.join(' ').trim().slice(0, MOST_TEXT);
}

function find(knowledge: Knowledge, query: string): readonly Item[] {
  const now = knowledge.current();
  const { library, matcher } = now;
  const ids = [now.findNamed(query)?.id, ...matcher.match(query).candidates.map(({ id }) => id)];
  const items = [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (library.items.get(id) ?? [])));
  return items.slice(0, MOST_RESULTS);
}

function resultOf({ knowledge, clock, publicUrl }: SearchDeps, item: Item): object {
  const part = itemPart(item, knowledge.current().library, {}, belgianDay(clock.now()));
  // Ticks belong to a conversation; a card that was put into one is read only.
  const content = replyCard(reply([part]), { of: '', publicUrl, readOnly: true });
  const short = toPlainText(item.kind === 'checklist' ? part.markdown : item.short).replace(/\s+/g, ' ');
  const text = short.length > MOST_PREVIEW ? `${short.slice(0, MOST_PREVIEW - 1)}…` : short;
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: item.title, text } };
  return { contentType: CARD_TYPE, content, preview };
}
