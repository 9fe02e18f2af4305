/** What GET /faq/zoek.json gives. */
interface Answer {
  readonly urgent: readonly string[] | null;
  readonly results: readonly Result[];
}

interface Result {
  readonly title: string;
  readonly kind: 'entry' | 'term' | 'checklist';
  readonly path: string;
  readonly summary: string;
}

const KIND_TEXTS = { entry: '', term: 'begrip', checklist: 'checklist' } as const;
const PAUSE_MS = 200;
const SHORTEST = 3;

/** Shows answers below the box while someone types; the form itself goes on working. */
export function searchAsYouType(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const status = form.querySelector<HTMLElement>('[data-status]');
  const found = form.querySelector<HTMLElement>('[data-found]');
  if (!input || !status || !found) return;
  let timer = 0;
  let asking: AbortController | null = null;

  const clear = (): void => {
    window.clearTimeout(timer);
    asking?.abort();
    status.textContent = '';
    found.replaceChildren();
  };
  const ask = async (query: string): Promise<void> => {
    asking = new AbortController();
    const answer = await fetchAnswer(query, asking.signal);
    if (!answer || query !== readInput(input)) return;
    status.textContent = sayCount(answer.results.length);
    found.replaceChildren(...toElements(answer));
  };
  input.addEventListener('input', () => {
    const query = readInput(input);
    if (query.length < SHORTEST) {
      clear();
      return;
    }
    window.clearTimeout(timer);
    asking?.abort();
    timer = window.setTimeout(() => void ask(query), PAUSE_MS);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    clear();
    input.focus();
  });
}

function readInput(input: HTMLInputElement): string {
  return input.value.trim();
}

/** Null when there is no answer, for whatever reason: the form still works. */
async function fetchAnswer(query: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(`/faq/zoek.json?q=${encodeURIComponent(query)}`, { signal });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}

function sayCount(count: number): string {
  if (count === 0) return 'Nog niets gevonden. Typ verder, of stel je vraag aan Mentorlijn.';
  return count === 1 ? '1 antwoord' : `${String(count)} antwoorden`;
}

function toElements({ urgent, results }: Answer): readonly HTMLElement[] {
  const list = element('ol', 'results');
  list.append(...results.map(toLine));
  return [...(urgent ? [firstAid(urgent)] : []), ...(results.length > 0 ? [list] : [])];
}

function toLine({ title, kind, path, summary }: Result): HTMLElement {
  const link = element('a', '', title);
  link.href = path;
  const line = element('li', '');
  line.append(link, ' ', element('small', '', KIND_TEXTS[kind]), element('p', '', summary));
  return line;
}

function firstAid(lines: readonly string[]): HTMLElement {
  const box = element('div', 'urgent');
  box.setAttribute('role', 'alert');
  box.append(element('h2', '', 'Dringend? Doe eerst dit'), ...lines.map((line) => element('p', '', line)));
  return box;
}

function element<Name extends 'ol' | 'li' | 'a' | 'p' | 'div' | 'h2' | 'small'>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
