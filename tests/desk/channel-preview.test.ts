import { describe, expect, test } from '@jest/globals';
import { channelPreview } from '../../bot/render/channel-preview.js';
import { replyToActivity } from '../../bot/render/activity.js';
import { replyToTeams } from '../../bot/render/teams-activity.js';
import { replyToWhatsApp } from '../../bot/render/whatsapp.js';
import type { CardPiece } from '../../handlers/desk/channel-preview.js';
import { previewReply, replyToAsker } from '../../handlers/desk/reply-to-asker.js';
import type { OutboxEntry } from '../../handlers/records.js';
import { reply } from '../../handlers/reply.js';
import { replyToText } from '../../handlers/reply-text.js';
import { REPLIES } from '../contracts/renderers/replies.js';
import { DeskStage } from './desk-stage.js';

const PUBLIC_URL = 'https://lijn.example';
const preview = channelPreview(PUBLIC_URL);

/** Every word of a card, wherever it stands. */
function wordsOf(pieces: readonly CardPiece[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'words':
          return piece.html;
        case 'box':
          return wordsOf(piece.pieces);
        case 'tick':
          return piece.title;
        case 'buttons':
          return piece.titles.join(' ');
      }
    })
    .join(' ');
}
const bare = (text: string): readonly string[] =>
  text.replace(/<[^>]+>|https?:\S+/g, ' ').match(/(?<!\p{L})\p{L}{4,50}(?!\p{L})/gu) ?? [];

describe('a preview is what the channel’s own renderer makes', () => {
  test.each(Object.entries(REPLIES))('%s', (_what, given) => {
    const shown = preview(given);
    expect(shown.web).toEqual(JSON.parse(JSON.stringify(replyToActivity(given))));
    expect(shown.plain).toBe(replyToText(given));
    expect(shown.whatsapp.map(({ text }) => text)).toEqual(
      replyToWhatsApp(given, PUBLIC_URL).map((sent) =>
        sent.type === 'text' ? sent.text.body : sent.interactive.body.text,
      ),
    );
    const sent = replyToTeams(given, { of: 'voorbeeld', publicUrl: PUBLIC_URL });
    expect(shown.teams).toHaveLength(sent.length);
    const words = new Set(bare(shown.teams.map(wordsOf).join(' ')));
    expect(bare(replyToText({ ...given, buttons: [] })).filter((word) => !words.has(word))).toEqual([]);
  });

  test('too long for one WhatsApp message shows as several, within the limit', () => {
    const { whatsapp } = preview(reply([{ kind: 'text', markdown: 'Een hele uitleg. '.repeat(400) }]));
    expect(whatsapp.length).toBeGreaterThan(1);
    expect(Math.max(...whatsapp.map(({ text }) => text.length))).toBeLessThanOrEqual(4_096);
  });
});

test('what a coach sees before sending is the letter that leaves', async () => {
  const stage = new DeskStage();
  const an = await stage.coach('Annelies');
  const id = await stage.ask('jan');
  const shown = await previewReply({ ...stage.desk, preview }, an, id, '**Ja**, dat mag.\n\n- met helm');
  await replyToAsker(stage.desk, an, id, {
    markdown: '**Ja**, dat mag.\n\n- met helm',
    then: 'answered',
    once: 'once-0001',
  });
  const [letter] = await stage.store.query<OutboxEntry>({ kind: 'outbox', index: 'ticket', prefix: `${id}|` });
  if (!letter) throw new Error('nothing was sent');
  expect(shown).toEqual({ ...preview(letter.body.reply), channel: 'web' });
});
