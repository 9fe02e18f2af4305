import { describe, expect, test } from '@jest/globals';
import { RECORD_KINDS } from '../../handlers/ports.js';
import { KIND_WORDS } from '../../handlers/privacy/texts.js';
import { DeskStage } from '../desk/desk-stage.js';

/** Every kind of record: whose it is, so that a new kind cannot slip past erasing without a thought. */
const WHOSE: Readonly<Record<(typeof RECORD_KINDS)[number], 'person' | 'coach' | 'nobody'>> = {
  conversation: 'person',
  ticket: 'person',
  inbox: 'person',
  outbox: 'person',
  push: 'person',
  attachment: 'person',
  identity: 'person',
  receipt: 'person',
  contact: 'person',
  token: 'person',
  setting: 'nobody',
  survey: 'nobody',
  knowledge: 'nobody',
  lock: 'nobody',
  coach: 'coach',
  session: 'coach',
  invite: 'coach',
};
/** Shown by lines of their own, or without a meaning to him. */
const SHOWN_APART = ['conversation', 'ticket', 'inbox', 'outbox', 'receipt'];

describe('what is kept of a person', () => {
  test('every kind of record is somebody’s or nobody’s, and his have a name he understands', () => {
    expect(Object.keys(WHOSE).sort()).toEqual([...RECORD_KINDS].sort());
    for (const kind of RECORD_KINDS)
      if (WHOSE[kind] === 'person' && !SHOWN_APART.includes(kind)) expect(KIND_WORDS[kind]).toBeDefined();
  });

  test.each([
    'wat weet je van mij',
    'Wat weet je over mij?',
    'wat bewaren jullie van mij',
    'welke gegevens heb je van mij?',
    'toon mijn gegevens',
  ])('"%s" shows it', async (words) => {
    const stage = new DeskStage();
    expect((await stage.say(words)).text).toContain('Dit bewaar ik van jou.');
  });

  test.each(['wis mijn gegevens', 'Wis al mijn gegevens!', 'vergeet mij', 'verwijder mijn gegevens', 'wis alles'])(
    '"%s" asks once more before it erases',
    async (words) => {
      const stage = new DeskStage();
      await stage.ask('jan', 'iets over de dakgoot');
      expect((await stage.say(words)).text).toContain('Wil je alles wissen');
      expect(await stage.tickets()).toHaveLength(1);
      await stage.say('nee');
      expect(await stage.tickets()).toHaveLength(1);
    },
  );
});
