import { expect, test } from '@jest/globals';
import { replyToWhatsApp, WHATSAPP_LIMITS } from '../../bot/render/whatsapp.js';
import { SURVEY_LABELS } from '../../handlers/survey/texts.js';
import { LABELS, SLOT_TEXTS } from '../../handlers/texts.js';
import { TIP_LABELS } from '../../handlers/tips/texts.js';
import { MAX_LABEL, shortLabel } from '../../handlers/turn/choose-buttons.js';
import { eraseButton } from '../../handlers/turn/what-is-kept.js';
import { THEME_LABELS, THEME_TITLES } from '../../knowledge/entry.js';
import { Stage } from '../support/stage.js';

/** Every label there is, by the place it comes from. */
const labels: readonly (readonly [string, readonly string[]])[] = [
  ['the bot', Object.values(LABELS)],
  ['a survey', Object.values(SURVEY_LABELS)],
  ['a tip', Object.values(TIP_LABELS)],
  ['a theme', Object.values(THEME_LABELS)],
  ['erasing', [eraseButton.label]],
  ['a question back', questionBack()],
];
function questionBack(): readonly string[] {
  const slots: readonly { readonly values: Readonly<Record<string, readonly [string, string]>> }[] =
    Object.values(SLOT_TEXTS);
  return slots.flatMap(({ values }) => Object.values(values).map(([label]) => label));
}

/** The narrowest of all channels. */
const ROOM = Math.min(MAX_LABEL, WHATSAPP_LIMITS.buttonTitle, WHATSAPP_LIMITS.rowTitle);

test.each(labels)('every label of %s fits every channel whole, and names one thing', (_from, all) => {
  expect(all.filter((label) => label.length > ROOM)).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

test('a theme whose title is short enough has no other name', () => {
  const renamed = Object.entries(THEME_TITLES).filter(([, title]) => title.length <= ROOM);
  expect(renamed.map(([theme]) => Object.entries(THEME_LABELS).find(([name]) => name === theme)?.[1])).toEqual(
    renamed.map(([, title]) => title),
  );
});

test('the menu reads whole on WhatsApp: no word is cut', async () => {
  const stage = new Stage();
  const { reply } = await stage.say('menu');
  const rows = JSON.stringify(replyToWhatsApp(reply, 'https://mentorlijn.example'));
  expect(reply.buttons.length).toBeGreaterThan(2);
  for (const { label } of reply.buttons) expect(rows).toContain(`"title":"${label}"`);
});

test.each([
  ['Moet ik een Dimona doen voor mijn leerling?', 'Moet ik een Dimona…'],
  ['Kort', 'Kort'],
  ['Arbeidsongevallenverzekering', 'Arbeidsongevallenve…'],
])('a title of an entry, %j, is cut at a word where it has one', (title, label) => {
  expect(shortLabel(title)).toBe(label);
});
