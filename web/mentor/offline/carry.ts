import { CARRY_TEXTS } from '../texts.js';
import { packedOn, packNow } from './pack-bag.js';

/** In the menu: whether this device answers without network, and else what it costs to let it. Asked when the menu opens. */
export function offerCarrying(menu: HTMLDetailsElement): void {
  const item = menu.querySelector<HTMLButtonElement>('[data-needs="caches"]');
  if (!item || !('serviceWorker' in navigator)) return;
  menu.addEventListener('toggle', () => {
    if (menu.open) void show(item);
  });
  item.addEventListener('click', () => {
    item.disabled = true;
    item.textContent = CARRY_TEXTS.busy;
    void packNow()
      .catch(() => false)
      .then((done) => {
        item.disabled = false;
        item.textContent = done ? CARRY_TEXTS.done : CARRY_TEXTS.failed;
      });
  });
}

async function show(item: HTMLButtonElement): Promise<void> {
  if (item.disabled) return;
  const day = packedOn();
  if (day !== null) {
    item.textContent = CARRY_TEXTS.since(day);
    item.hidden = false;
    return;
  }
  const bytes = await sizeOf('/kennis.json').catch(() => null);
  if (bytes !== null) item.textContent = CARRY_TEXTS.offer(bytes);
  item.hidden = bytes === null;
}

/** Bytes to fetch; 0 when something on the way keeps it to itself, null when there is nothing to fetch. */
async function sizeOf(path: string): Promise<number | null> {
  const answer = await fetch(path, { method: 'HEAD', cache: 'no-store' });
  return answer.ok ? Number(answer.headers.get('content-length') ?? 0) : null;
}
