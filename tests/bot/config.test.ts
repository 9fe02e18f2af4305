import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig, SETTINGS } from '../../bot/config.js';

const root = join(import.meta.dirname, '../..');

describe('configuration', () => {
  test('an empty environment is enough', () => {
    const parsed = parseConfig({});
    expect(parsed.ok && parsed.config).toMatchObject({
      port: 3978,
      publicUrl: 'http://localhost:3978',
      botFramework: null,
      dataDir: './data',
    });
  });

  test('every problem is reported at once', () => {
    const parsed = parseConfig({
      PORT: 'abc',
      PUBLIC_URL: 'nope',
      OPENING_HOURS: 'altijd',
      ALLOW_ANONYMOUS_BOT: 'ja',
      LOG_LEVEL: 'loud',
    });
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'OPENING_HOURS',
      'ALLOW_ANONYMOUS_BOT',
      'LOG_LEVEL',
    ]);
  });

  test('what does not fit together is told along with what is wrong by itself, and nothing twice', () => {
    const parsed = parseConfig({
      PORT: 'x',
      WHATSAPP_TOKEN: 't',
      SMTP_URL: 'geen adres',
      ALERT_EMAIL: 'an@voorbeeld.be',
    });
    const named = (parsed.ok ? [] : parsed.problems).map((line) => line.split(':')[0]);
    expect(named).toEqual([
      'PORT',
      'SMTP_URL',
      'WHATSAPP_PHONE_NUMBER_ID',
      'WHATSAPP_APP_SECRET',
      'WHATSAPP_VERIFY_TOKEN',
    ]);
  });

  test.each([
    [
      { MICROSOFT_APP_ID: 'x', ALLOW_ANONYMOUS_BOT: 'true', MICROSOFT_APP_PASSWORD: 'p', MICROSOFT_APP_TENANT_ID: 't' },
      'ALLOW_ANONYMOUS_BOT',
    ],
    [{ MICROSOFT_APP_ID: 'x', MICROSOFT_APP_TENANT_ID: 't' }, 'MICROSOFT_APP_PASSWORD'],
    [{ MICROSOFT_APP_ID: 'x', MICROSOFT_APP_PASSWORD: 'p' }, 'MICROSOFT_APP_TENANT_ID'],
    [{ DIRECT_LINE_SECRET: 'short' }, 'DIRECT_LINE_SECRET'],
  ])('%j is refused because of %s', (environment, name) => {
    const parsed = parseConfig(environment);
    expect(parsed.ok ? '' : parsed.problems.join()).toContain(name);
  });

  test('without an app id the Bot Framework opens only when that is said outright', () => {
    const off = parseConfig({});
    const on = parseConfig({ ALLOW_ANONYMOUS_BOT: 'true' });
    expect(off.ok && off.config.botFramework).toBeNull();
    expect(on.ok && on.config.botFramework).toMatchObject({ anonymous: true });
  });

  test('.env.example names every setting with its default', () => {
    const lines = readFileSync(join(root, '.env.example'), 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line));
    expect(lines).toEqual(Object.entries(SETTINGS).map(([name, { default: value }]) => `${name}=${value}`));
  });

  test('the README has the same table', () => {
    const rows = readFileSync(join(root, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+`/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(
      Object.entries(SETTINGS).map(([name, { default: value, about }]) => [
        `\`${name}\``,
        value === '' ? '' : `\`${value}\``,
        about,
      ]),
    );
  });
});

describe('WhatsApp', () => {
  const whole = {
    WHATSAPP_PHONE_NUMBER_ID: '1065',
    WHATSAPP_TOKEN: 't',
    WHATSAPP_APP_SECRET: 's',
    WHATSAPP_VERIFY_TOKEN: 'v',
  };

  test('is off without settings and on with all four', () => {
    const off = parseConfig({});
    const on = parseConfig(whole);
    expect(off.ok && off.config.whatsapp).toBeNull();
    expect(on.ok && on.config.whatsapp).toMatchObject({
      phoneNumberId: '1065',
      template: null,
      templateLanguage: 'nl',
    });
  });

  test.each([
    ...Object.keys(whole).map((name) => [{ ...whole, [name]: '' }, name] as const),
    [{ WHATSAPP_TEMPLATE: 'x' }, 'WHATSAPP_TOKEN'],
    [{ ...whole, WHATSAPP_PHONE_NUMBER_ID: '+32 2 555' }, 'WHATSAPP_PHONE_NUMBER_ID'],
    [{ ...whole, WHATSAPP_GRAPH_URL: 'http://graph.example' }, 'WHATSAPP_GRAPH_URL'],
    [{ ...whole, WHATSAPP_TEMPLATE_LANGUAGE: 'Nederlands' }, 'WHATSAPP_TEMPLATE_LANGUAGE'],
  ])('%j is refused because of %s', (environment, name) => {
    const parsed = parseConfig(environment);
    expect(parsed.ok ? '' : parsed.problems.join()).toContain(name);
  });
});
