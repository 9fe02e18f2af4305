import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptQuestion } from '../handlers/desk/learn/learn-deps.js';

/** Sets about something else than which entry answers. */
const NOT_ABOUT_ENTRIES = /^(?:urgent|privacy|languages)\.jsonl$/;

/** Development questions beside the code (JSON lines with a `text`), for the replay; none where the folder is not installed. */
export function keptQuestionsIn(folder: string): () => Promise<readonly KeptQuestion[]> {
  let read: Promise<readonly KeptQuestion[]> | null = null;
  return () => (read ??= readSets(folder));
}

async function readSets(folder: string): Promise<readonly KeptQuestion[]> {
  const files = await readdir(folder).catch(() => []);
  const sets = files.filter((file) => file.endsWith('.jsonl') && !NOT_ABOUT_ENTRIES.test(file)).sort();
  const texts = await Promise.all(sets.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
  return texts.flatMap((text, index) => text.split('\n').flatMap((line) => toQuestion(line, sets[index] ?? '')));
}

function toQuestion(line: string, set: string): readonly KeptQuestion[] {
  try {
    const { text } = JSON.parse(line) as { readonly text?: unknown };
    return typeof text === 'string' ? [{ text, set: set.replace(/\.jsonl$/, '') }] : [];
  } catch {
    // A line that is no JSON is no question; the check of the sets themselves is elsewhere.
    return [];
  }
}
