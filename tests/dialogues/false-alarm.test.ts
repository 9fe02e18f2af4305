import { beforeEach, describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { FALSE_ALARM } from '../../handlers/turn/false-alarm.js';
import { Stage } from '../support/stage.js';

const MONDAY = '2026-11-23T09:00:00+01:00';
let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe('an alarm that is none', () => {
  test('is taken back with one tap: the coach keeps the ticket, without its colour', async () => {
    const alarm = await stage.at(MONDAY).say('overal bloed');
    expect(alarm.reply.buttons.at(-1)).toMatchObject({ label: 'Geen nood', action: { do: 'false-alarm' } });
    const [before] = await stage.tickets();
    const said = await stage.press({ do: 'false-alarm' });
    expect(said.text).toContain(TEXTS.falseAlarm);
    const [after] = await stage.tickets();
    expect(after).toMatchObject({ status: 'new', urgency: null, dueAt: before?.dueAt });
    expect(after?.history.at(-1)).toMatchObject({ by: 'asker', action: 'vals alarm', detail: 'medical' });
  });

  test.each(['vals alarm', 'Loos alarm!', 'sorry, vals alarm', 'nee geen nood', 'het was vals alarm', 'Geen nood'])(
    'or with words: "%s"',
    async (words) => {
      await stage.say('overal bloed');
      await stage.say(words);
      expect((await stage.tickets()).map(({ urgency }) => urgency)).toEqual([null]);
    },
  );

  test('leaves room for an ordinary question, and for a real alarm after it', async () => {
    await stage.say('overal bloed');
    await stage.say('vals alarm');
    expect((await stage.say('moet ik dimona doen')).decision).toBe('answer');
    expect((await stage.say('nu echt bloed')).decision).toBe('urgent');
    expect((await stage.tickets()).map(({ urgency }) => urgency).sort()).toEqual(['medical', null]);
  });

  test('words with more in them are read as words', async () => {
    expect(FALSE_ALARM.test('geen vals alarm, hij bloedt')).toBe(false);
    expect((await stage.say('dit is geen vals alarm, hij ligt in het bloed')).decision).toBe('urgent');
  });

  test('without an alarm there is nothing to take back', async () => {
    expect((await stage.say('vals alarm')).text).toContain(TEXTS.noAlarm);
    await stage.say('coach');
    expect((await stage.press({ do: 'false-alarm' })).text).toContain(TEXTS.noAlarm);
  });
});

describe('an alarm when no coach is there', () => {
  test('says so under the first aid, and by when a coach looks', async () => {
    const closed = await stage.say('overal bloed');
    expect(closed.reply.parts[0]).toMatchObject({ kind: 'urgent' });
    expect(closed.reply.parts[1]).toMatchObject({ markdown: TEXTS.nobodyNow });
    expect(closed.text).toContain('ten laatste maandag 23 november om 8.30 uur');
    expect((await stage.say('nog meer bloed')).text).toContain(TEXTS.nobodyNow);
  });

  test('is not said in opening hours', async () => {
    expect((await stage.at(MONDAY).say('overal bloed')).text).not.toContain(TEXTS.nobodyNow);
  });
});
