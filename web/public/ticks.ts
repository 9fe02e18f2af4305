/** Keeps the ticks of a checklist on this device only, by the text of the item: a changed item starts unticked. */
export function keepTicks(list: HTMLElement): void {
  const key = `mentorlijn.checklist.${list.dataset.checklist ?? ''}`;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const count = document.createElement('p');
  const ticked = (): readonly string[] => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const say = (): void => {
    count.textContent = `${String(ticked().length)} van ${String(boxes.length)} gedaan. Je vinkjes blijven op dit toestel.`;
  };

  const kept = new Set(read(key));
  for (const box of boxes) box.checked = kept.has(box.value);
  say();
  list.addEventListener('change', () => {
    write(key, ticked());
    say();
  });

  const tools = document.createElement('div');
  tools.className = 'tools';
  count.setAttribute('role', 'status');
  tools.append(
    count,
    button('Druk af', () => window.print()),
    button('Wis vinkjes', () => {
      for (const box of boxes) box.checked = false;
      write(key, []);
      say();
    }),
  );
  list.after(tools);
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

/** A browser may refuse to keep anything; then the ticks last as long as the page. */
function read(key: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

function write(key: string, ticked: readonly string[]): void {
  try {
    if (ticked.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ticked));
  } catch {
    // Storage is full or closed: nothing is lost but the memory.
  }
}
