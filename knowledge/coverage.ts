import type { Library } from './library.js';

/** A table of every topic id and fact id with the items that use it; what nobody uses stands out as `—`. */
export function coverage(library: Library): string {
  const users = new Map<string, string[]>();
  for (const item of library.items.values()) {
    for (const { ref } of item.sources) users.set(ref, [...(users.get(ref) ?? []), item.id]);
  }
  const ids = [...Object.keys(library.sources.topics), ...Object.keys(library.sources.facts)];
  const holes = ids.filter((id) => !users.has(id));
  const lines = ids.map((id) => {
    const used = users.get(id) ?? [];
    const shown = used.slice(0, 4).join(', ');
    return `${id.padEnd(9)} ${String(used.length).padStart(3)}  ${used.length === 0 ? '—' : shown}${used.length > 4 ? ', …' : ''}`;
  });
  return [
    ...lines,
    '',
    `${String(ids.length)} onderwerpen en feiten, ${String(holes.length)} zonder ingang${holes.length > 0 ? `: ${holes.join(' ')}` : ''}`,
  ].join('\n');
}
