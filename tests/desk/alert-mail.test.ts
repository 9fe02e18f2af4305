import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { alertNotifier } from '../../bot/alerts.js';
import { composeNotifiers } from '../../bot/channels/teams/alerts.js';
import { keepPromises, type Alert, type Notifier } from '../../handlers/desk/keep-promises.js';
import { claim } from '../../handlers/desk/ticket-actions.js';
import { FakeSmtp } from '../support/fake-smtp.js';
import { silentLog } from '../support/silent-log.js';
import { DeskStage } from './desk-stage.js';

let smtp: FakeSmtp;
let stage: DeskStage;
let mail: Notifier;
let inTeams: Alert[];
let both: Notifier;
beforeAll(async () => {
  smtp = await new FakeSmtp().start();
});
afterAll(() => smtp.stop());
beforeEach(() => {
  smtp.away = false;
  smtp.mails.length = 0;
  inTeams = [];
  stage = new DeskStage().at('2026-11-23T08:00:00+01:00');
  const settings = { smtpUrl: smtp.url, from: 'lijn@voorbeeld.be', to: ['team@voorbeeld.be'] };
  mail = alertNotifier({ mail: settings, publicUrl: 'https://lijn.voorbeeld.be' }, silentLog);
  const teams: Notifier = { notify: (alert) => Promise.resolve(void inTeams.push(alert)) };
  both = composeNotifiers([mail, teams]);
});
const round = (at: string, notifier = both) => keepPromises(stage.at(at).desk, notifier);

describe('an alert by mail', () => {
  test('names the question by its number and its address, and quotes nothing of the mentor', async () => {
    await stage.say('Kevin zit onder het bloed', { who: 'piet' });
    await round('2026-11-23T08:01:00+01:00');
    expect(smtp.mails.map(({ to }) => to)).toEqual([['team@voorbeeld.be']]);
    const [{ text } = { text: '' }] = smtp.mails;
    expect(text).toContain('DRINGEND: neem deze vraag (vraag 1001)');
    expect(text).toMatch(/https:\/\/lijn\.voorbeeld\.be\/desk\/vraag\//);
    expect(text).not.toMatch(/Kevin|bloed/);
  });

  test('also goes to whoever has the question', async () => {
    const an = await stage.coach('An');
    await claim(stage.desk, an, await stage.ask('jan'));
    await round('2026-11-23T11:30:00+01:00');
    expect(smtp.mails.map(({ to }) => to)).toEqual([['team@voorbeeld.be', 'an@voorbeeld.be']]);
  });

  test('that the server refused is sent later, and Teams does not hear it twice', async () => {
    await stage.say('hij zit onder het bloed', { who: 'piet' });
    smtp.away = true;
    expect(await round('2026-11-23T08:01:00+01:00')).toEqual([]);
    smtp.away = false;
    expect(await round('2026-11-23T08:01:30+01:00')).toEqual([]);
    await round('2026-11-23T08:02:30+01:00');
    await round('2026-11-23T08:04:00+01:00');
    expect([smtp.mails.length, inTeams.map(({ kind }) => kind)]).toEqual([1, ['urgent-new']]);
  });
});
