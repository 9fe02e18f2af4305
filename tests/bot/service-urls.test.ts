import { expect, test } from '@jest/globals';
import { isAllowedServiceUrl } from '../../bot/channels/service-urls.js';

test.each([
  ['https://smba.trafficmanager.net/emea/', true],
  ['https://europe.webchat.botframework.com/', true],
  ['https://extra.example.org/x', true],
  ['http://smba.trafficmanager.net/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://evilbotframework.com/', false],
  ['https://user@smba.trafficmanager.net/', false],
  ['https://127.0.0.1/', false],
  ['http://localhost:9000/', false],
  ['http://169.254.169.254/latest', false],
  ['file:///etc/passwd', false],
  ['', false],
  [null, false],
  [{}, false],
])('%j may be answered to: %s', (url, allowed) => {
  expect(isAllowedServiceUrl(url, ['extra.example.org'], false)).toBe(allowed);
});

test('local addresses only in development', () => {
  expect(isAllowedServiceUrl('http://127.0.0.1:56150/', [], true)).toBe(true);
  expect(isAllowedServiceUrl('https://elsewhere.example/', [], true)).toBe(false);
});
