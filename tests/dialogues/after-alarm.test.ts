import { beforeEach, describe, expect, test } from '@jest/globals';
import { TEXTS } from '../../handlers/texts.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeEach(() => {
  stage = new Stage().at('2026-11-23T10:00:00+01:00');
});

describe('once first aid was given', () => {
  test('more of the same goes to the coach, with the first line again and not the whole list', async () => {
    const first = await stage.say('zit onder het bloed, kettingzaag');
    const more = await stage.say('hij bloedt nog altijd hard');
    expect(more).toMatchObject({ decision: 'urgent', urgent: 'medical' });
    expect(more.text).toContain('112');
    expect(more.text).toContain(TEXTS.addedToAlarm);
    expect(more.text.length).toBeLessThan(first.text.length);
    const tickets = await stage.tickets();
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.question).toContain('hij bloedt nog altijd hard');
  });

  test('an hour later the whole list is given again', async () => {
    const first = await stage.say('zit onder het bloed, kettingzaag');
    stage.at('2026-11-23T11:00:00+01:00');
    const later = await stage.say('hij bloedt nog altijd hard');
    expect(later.text.length).toBeGreaterThan(first.text.length / 2);
  });
});

test('an alarm carries nothing of the question before it', async () => {
  await stage.say('hij is ziek wie betaalt');
  await stage.say('zit onder het bloed, kettingzaag');
  const [ticket] = await stage.tickets();
  expect(ticket).toMatchObject({ urgency: 'medical', tried: [], tags: { theme: null, factors: [] } });
});
