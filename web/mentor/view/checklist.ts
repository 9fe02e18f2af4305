import type { ChecklistPart } from '../../../handlers/reply.js';
import { PAGE_TEXTS, sayDay, ticksDone } from '../texts.js';
import { button, el, prose, type Words } from './dom.js';

export interface TickShelf {
  ticks(checklist: string): readonly string[];
  saveTicks(checklist: string, items: readonly string[]): void;
}

/** A checklist with boxes to tick; ticks stay on the device, also for the printable page. */
export function checklistCard(part: ChecklistPart & Words, shelf: TickShelf): HTMLElement {
  const all = part.sections.flatMap(({ items }) => items.map(plain));
  const progress = el('p', { class: 'progress' });
  const boxes: HTMLInputElement[] = [];
  const show = (): void => {
    const done = shelf.ticks(part.id);
    progress.textContent = ticksDone(all.filter((item) => done.includes(item)).length, all.length);
    for (const box of boxes) box.checked = done.includes(box.value);
  };
  const row = (item: string): HTMLElement => {
    const box = el('input', { type: 'checkbox', value: item });
    boxes.push(box);
    box.addEventListener('change', () => {
      const others = shelf.ticks(part.id).filter((done) => done !== item);
      shelf.saveTicks(part.id, box.checked ? [...others, item] : others);
      show();
    });
    return el('li', {}, el('label', { class: 'tick' }, box, el('span', {}, item)));
  };
  const sections = part.sections.map(({ title, items }) =>
    el(
      'section',
      {},
      title !== null && el('h3', {}, title),
      el('ul', { class: 'ticks', role: 'list' }, ...items.map(plain).map(row)),
    ),
  );
  const clear = button(PAGE_TEXTS.clearTicks, 'quiet', () => {
    shelf.saveTicks(part.id, []);
    show();
  });
  show();
  return el(
    'div',
    { class: 'card checklist' },
    el('h2', {}, part.title),
    part.markdown !== '' && prose(part),
    progress,
    ...sections,
    el('p', { class: 'foot' }, `${PAGE_TEXTS.checked} ${sayDay(part.checked)}`),
    el('div', { class: 'links' }, el('a', { href: part.path }, PAGE_TEXTS.printList), clear),
  );
}

/** Items are a line each; their little Markdown is only emphasis and links. */
function plain(item: string): string {
  return item.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
