import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { decodeAction } from '../../handlers/action.js';
import { reply, text, type Reply, type ReplyPart } from '../../handlers/reply.js';
import { replyToText } from '../../handlers/reply-text.js';
import { itemPart, detailsOf } from '../../handlers/turn/item-part.js';
import { loadLibrary } from '../../knowledge/load-library.js';
import type { Library } from '../../knowledge/library.js';
import { splitText } from '../../bot/render/split-text.js';
import { Stage } from '../support/stage.js';
import { actionsOf, CHANNELS, PUBLIC_URL } from './renderers/channels.js';
import { REPLIES } from './renderers/replies.js';

/** Words with how often they stand there: what one channel says and another leaves out shows at once. */
function words(shown: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of shown.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of `whole` that `shown` has less often. */
function lost(whole: string, shown: string): readonly string[] {
  const there = words(shown);
  return [...words(whole)].filter(([word, count]) => (there.get(word) ?? 0) < count).map(([word]) => word);
}

/** The words of the parts alone: numbers before choices are the plain channel's own. */
const said = ({ parts }: Reply): string => replyToText({ parts, buttons: [] });
/** The page writes its own captions ("Bron", "Wie helpt"); everything else must be there. */
const CAPTIONS =
  /^(?:wie|helpt|bron|nagekeken|op|voor|jou|coach|vraag|dit|is|nog|niet|zeker|laat|het|bevestigen|\d{1,4}|november)$/;

describe.each(CHANNELS)('$name', ({ name, render, raw }) => {
  test.each(Object.entries(REPLIES))('%s', (_what, given) => {
    const seen = render(given);
    expect(seen.problems).toEqual([]);
    // The longest words are cut only where one message ends.
    const glued = seen.text.replace(/(x{50,})\s+(?=x)/g, '$1');
    const missing = lost(said(given), glued).filter((word) => !(name === 'mentor’s page' && CAPTIONS.test(word)));
    expect(missing).toEqual([]);
    if (raw) expect(seen.text).not.toMatch(raw);
    if (seen.choices) {
      expect(seen.choices).toEqual(actionsOf(given));
      expect(seen.choices.map(decodeAction)).toEqual(given.buttons.map(({ action }) => action));
    }
    for (const { label, title } of given.buttons) expect(lost(title ?? label, seen.text)).toEqual([]);
  });
});

describe('all of the real knowledge on every channel', () => {
  let library: Library;
  beforeAll(async () => {
    const loaded = await loadLibrary(join(import.meta.dirname, '../../knowledge'));
    if (!loaded.library) throw new Error('the knowledge does not load');
    library = loaded.library;
  });

  test.each(CHANNELS)('$name: within its limits, without raw Markdown, with every word', ({ name, render, raw }) => {
    const faults: string[] = [];
    for (const item of library.items.values()) {
      const details = detailsOf(item, {});
      const parts: readonly ReplyPart[] = [
        itemPart(item, library, {}, '2026-11-21'),
        ...(details === null ? [] : [text(details)]),
        ...(item.kind === 'entry' ? item.variants.map(({ short }) => text(short)) : []),
      ];
      for (const part of parts) {
        const seen = render(reply([part]));
        const missing = lost(said(reply([part])), seen.text).filter(
          (word) => name !== 'mentor’s page' || !CAPTIONS.test(word),
        );
        if (seen.problems.length > 0) faults.push(`${item.id}: ${seen.problems.join()}`);
        if (missing.length > 0) faults.push(`${item.id}: lost ${missing.join(' ')}`);
        if (raw?.test(seen.text)) faults.push(`${item.id}: raw ${JSON.stringify(raw.exec(seen.text)?.[0])}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('WhatsApp', () => {
  const whatsapp = CHANNELS.find(({ name }) => name === 'WhatsApp');

  test('a checklist links to the page where it can be ticked and printed', () => {
    const seen = whatsapp?.render(REPLIES['a checklist']!).text;
    expect(seen).toContain(`${PUBLIC_URL}/checklists/eerste-werkdag`);
    expect(seen).toContain('*Eerste werkdag*');
    expect(seen).toContain('☐ Schoenen _klaar_');
  });

  test('marks stand as WhatsApp shows them', () => {
    const seen = whatsapp?.render(REPLIES['words of a coach with all of Markdown']!).text;
    expect(seen).toContain('*Kort*:');
    expect(seen).toContain('*ja*, dat _mag_');
    expect(seen).toContain('WSE (https://www.vlaanderen.be/duaal_leren?a=1&b=2)');
    expect(seen).toContain('> zoals je zei');
  });
});

describe('cutting a long text', () => {
  test.each([
    ['at a paragraph', `${'a '.repeat(30)}\n\n${'b '.repeat(30)}`, 100, 2],
    ['at a line', `${'a '.repeat(40)}\n${'b '.repeat(40)}`, 100, 2],
    ['at a word', 'woord '.repeat(40), 100, 3],
    ['nowhere, when there is no place', 'x'.repeat(250), 100, 3],
    ['not at all when it fits', 'kort', 100, 1],
    ['to nothing when it is empty', '   ', 100, 0],
  ])('%s', (_name, whole, max, pieces) => {
    const cut = splitText(whole, max);
    expect(cut).toHaveLength(pieces);
    expect(cut.every((piece) => piece.length <= max)).toBe(true);
    expect(cut.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
  });

  test('never between the halves of one character', () => {
    const cut = splitText('🌳'.repeat(101), 25);
    expect(cut.join('')).toBe('🌳'.repeat(101));
    expect(cut.every((piece) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece))).toBe(true);
  });
});

describe('a typed number does what the button does', () => {
  test.each([
    ['moet ik dimona doen'],
    ['hij is ziek'],
    ['menu'],
    ['hij is ziek, wie betaalt'],
    ['wis mijn gegevens'],
    ['iets onbekends'],
  ])('after %j', async (question) => {
    const { reply: first } = await new Stage().say(question);
    expect(first.buttons.length).toBeGreaterThan(0);
    for (const [index, { action, label }] of first.buttons.entries()) {
      const pressed = new Stage();
      const typed = new Stage();
      const named = new Stage();
      for (const stage of [pressed, typed, named]) await stage.say(question);
      const wanted = await pressed.press(action);
      expect((await typed.say(String(index + 1))).text).toBe(wanted.text);
      expect((await named.say(label)).text).toBe(wanted.text);
    }
  });
});
