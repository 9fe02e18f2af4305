import { topicRefs, type Library } from '../../knowledge/library.js';
import type { ItemId } from '../../knowledge/entry.js';
import { questionOf, type DevLine } from './dev-line.js';
import type { Measured } from './measures.js';

/** What a system says to one development line: the matcher alone, or the whole turn. */
export interface Resolved {
  readonly decision: string;
  readonly urgent: string | null;
  readonly candidates: readonly { readonly id: string; readonly score: number; readonly why?: string }[];
  /** Conditions of a direct answer that failed. */
  readonly failed?: readonly string[];
  /** Time from text to decision, where it was measured nearer than around the whole call. */
  readonly ms?: number;
}

export type Resolve = (line: DevLine) => Resolved | Promise<Resolved>;

/** Decisions that mean the question has an answer in the knowledge. */
const NOT_ANSWERABLE: ReadonlySet<string> = new Set(['urgent', 'decline', 'smalltalk', 'escalate']);

/** Runs every line through `resolve`, one after the other, and sets the outcome beside the gold. */
export async function measure(
  lines: readonly DevLine[],
  library: Pick<Library, 'items'>,
  resolve: Resolve,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const line of lines) {
    const begin = performance.now();
    const resolved = await resolve(line);
    measured.push(judge(line, library, resolved, resolved.ms ?? performance.now() - begin));
  }
  return measured;
}

function judge(line: DevLine, library: Pick<Library, 'items'>, resolved: Resolved, ms: number): Measured {
  const { gold } = line;
  const refs = gold.refs ?? [];
  const entries = gold.entries ?? [];
  const refsOf = (id: string): readonly string[] => {
    const item = library.items.get(id as ItemId);
    return item ? topicRefs(item) : [];
  };
  const isEntry = ({ id }: { readonly id: string }): boolean => entries.includes(id);
  const theme = themeOf(line, library, refs);
  return {
    id: line.id,
    text: questionOf(line),
    set: line.set,
    style: line.style,
    theme,
    wanted: gold.decision,
    wantedUrgent: gold.urgent ?? null,
    answerable: (refs.length > 0 || entries.length > 0) && !NOT_ANSWERABLE.has(gold.decision ?? ''),
    right: resolved.candidates.map(
      (candidate) => isEntry(candidate) || refsOf(candidate.id).some((ref) => refs.includes(ref)),
    ),
    rightEntry: entries.length > 0 ? resolved.candidates.map(isEntry) : null,
    score: resolved.candidates[0]?.score ?? 0,
    decision: resolved.decision,
    urgent: resolved.urgent,
    ms,
    why: [
      `wanted ${gold.decision ?? '?'} ${[...refs, ...entries].join(' ')}`,
      ...(resolved.failed && resolved.failed.length > 0 ? [`failed ${resolved.failed.join(', ')}`] : []),
      ...resolved.candidates
        .slice(0, 3)
        .map(
          ({ id, score, why }) =>
            `${id} (${refsOf(id).join(' ')}) ${score.toFixed(2)}${why === undefined ? '' : ` [${why}]`}`,
        ),
    ].join('; '),
  };
}

/** The theme of the gold entry, or of the first entry on the gold topic. */
function themeOf(line: DevLine, library: Pick<Library, 'items'>, refs: readonly string[]): string {
  for (const item of library.items.values()) {
    if (item.kind === 'term') continue;
    if (line.gold.entries?.includes(item.id) === true || topicRefs(item)[0] === refs[0]) return item.theme;
  }
  return '-';
}
