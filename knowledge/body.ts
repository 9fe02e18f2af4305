import { SLOT_VALUES, type ChecklistSection, type Slot, type SlotValues, type Variant } from './entry.js';

/** What the Markdown under the front matter holds. */
export interface Body {
  readonly short: string;
  readonly details: string;
  readonly variants: readonly Variant[];
}

export interface BodyProblem {
  /** 1-based within the body. */
  readonly line: number;
  readonly message: string;
}

const VARIANT_START = /^:::\s*variant\s*(.*)$/;
const VARIANT_END = /^:::\s*$/;

/** Splits a body in its short answer, its details and its `::: variant` blocks. */
export function parseBody(body: string): { body: Body; problems: readonly BodyProblem[] } {
  const problems: BodyProblem[] = [];
  const variants: Variant[] = [];
  const plain: string[] = [];
  let open: { when: SlotValues; lines: string[]; line: number } | null = null;
  body.split(/\r?\n/).forEach((text, index) => {
    const line = index + 1;
    const start = VARIANT_START.exec(text);
    if (start) {
      if (open) problems.push({ line, message: 'een variant begint terwijl de vorige nog open staat (sluit met :::)' });
      open = { when: parseConditions(start[1] ?? '', line, problems), lines: [], line };
    } else if (open && VARIANT_END.test(text)) {
      variants.push({ when: open.when, ...splitShort(open.lines.join('\n'), /\n\s*\n/) });
      open = null;
    } else {
      (open ? open.lines : plain).push(text);
    }
  });
  const unclosed = open as { line: number } | null;
  if (unclosed) problems.push({ line: unclosed.line, message: 'deze variant wordt niet gesloten met :::' });
  return { body: { ...splitShort(plain.join('\n'), /^(?=## )/m), variants }, problems };
}

function splitShort(text: string, at: RegExp): { short: string; details: string } {
  const trimmed = text.trim();
  const match = at.exec(trimmed);
  if (!match) return { short: trimmed, details: '' };
  return { short: trimmed.slice(0, match.index).trim(), details: trimmed.slice(match.index).trim() };
}

function parseConditions(text: string, line: number, problems: BodyProblem[]): SlotValues {
  const when: Record<string, string> = {};
  for (const condition of text.trim().split(/\s+/)) {
    const [slot = '', value = ''] = condition.split('=');
    const permitted = isSlot(slot) ? (SLOT_VALUES[slot] as readonly string[]) : null;
    if (!permitted) {
      problems.push({ line, message: `onbekende sleutel "${slot}"; kies uit ${Object.keys(SLOT_VALUES).join(', ')}` });
    } else if (!permitted.includes(value)) {
      problems.push({ line, message: `${slot} kan niet "${value}" zijn; kies uit ${permitted.join(', ')}` });
    } else {
      when[slot] = value;
    }
  }
  return when;
}

/** True for the name of a profile slot. */
export function isSlot(name: string): name is Slot {
  return Object.hasOwn(SLOT_VALUES, name);
}

const ITEM = /^\s*[-*]\s+\[[ xX]\]\s+(.+)$/;

/** The sections and tick items of a checklist's details and text. */
export function parseChecklist(markdown: string): readonly ChecklistSection[] {
  const sections: { title: string | null; items: string[] }[] = [{ title: null, items: [] }];
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^##\s+(.+)$/.exec(line);
    const item = ITEM.exec(line);
    if (heading) sections.push({ title: heading[1] ?? '', items: [] });
    else if (item) sections.at(-1)?.items.push((item[1] ?? '').trim());
  }
  return sections.filter((section) => section.items.length > 0);
}
