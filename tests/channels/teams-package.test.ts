import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { manifestProblems, teamsManifest } from '../../bot/channels/teams/manifest.js';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
const APP_ID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const order = { publicUrl: 'https://mentorlijn.voorbeeld.be', appId: APP_ID, version: '1.2.3' };

interface Validate {
  (value: object): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
type AjvClass = new (options: object) => { compile(schema: object): Validate };

/** Microsoft's own schema, from the package that holds it. Both modules are CommonJS. */
function validator(): (manifest: object) => readonly string[] {
  const { default: Ajv } = require('ajv-draft-04') as { readonly default: AjvClass };
  const { default: addFormats } = require('ajv-formats') as { readonly default: (ajv: object) => void };
  const home = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const file = join(home, 'build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return (manifest) =>
    check(manifest) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('the Teams app manifest', () => {
  const problemsOf = validator();

  test('passes the official schema', () => {
    expect(problemsOf(teamsManifest(order))).toEqual([]);
  });

  test('the schema does refuse what is wrong', () => {
    expect(problemsOf({ ...teamsManifest(order), version: 1, name: {} }).length).toBeGreaterThan(1);
  });

  test('holds the bot, the desk, the search and nothing outside its own address', () => {
    const manifest = JSON.stringify(teamsManifest(order));
    const addresses = [...manifest.matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host);
    expect(new Set(addresses)).toEqual(new Set(['developer.microsoft.com', 'mentorlijn.voorbeeld.be']));
    expect(teamsManifest(order)).toMatchObject({
      bots: [{ botId: APP_ID }],
      staticTabs: [{ contentUrl: 'https://mentorlijn.voorbeeld.be/desk' }],
      composeExtensions: [{ commands: [{ id: 'zoek' }] }],
      webApplicationInfo: { resource: `api://mentorlijn.voorbeeld.be/${APP_ID}` },
    });
  });

  test.each([
    [{ publicUrl: 'http://localhost:3978', appId: APP_ID }, ['PUBLIC_URL']],
    [{ publicUrl: 'https://a.be', appId: 'x' }, ['MICROSOFT_APP_ID']],
    [{ publicUrl: '', appId: '' }, ['PUBLIC_URL', 'MICROSOFT_APP_ID']],
  ])('says what is missing in %j', (given, names) => {
    expect(manifestProblems(given).map((line) => line.split(':')[0])).toEqual(names);
  });
});

describe('npm run teams:package', () => {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bot/cli/teams-package.ts')];

  test('writes a zip with the manifest and icons of the right size', () => {
    const file = execFileSync(process.execPath, command, {
      env: { ...process.env, PUBLIC_URL: order.publicUrl, MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: APP_ID },
    }).toString().trim(); // prettier-ignore
    const files = unzipSync(readFileSync(file));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({ id: APP_ID });
    const width = (name: string): number => Buffer.from(files[name] ?? []).readUInt32BE(16);
    expect([width('color.png'), width('outline.png')]).toEqual([192, 32]);
  });

  test('without settings it names them and ends with 1', () => {
    const { status, stderr } = spawnSync(process.execPath, command, {
      env: { ...process.env, PUBLIC_URL: '', MICROSOFT_APP_ID: '' },
    });
    expect(status).toBe(1);
    expect(stderr.toString()).toContain('MICROSOFT_APP_ID');
  });
});
