import { expect, test } from '@jest/globals';
import { redisOptions } from '../../bot/state/redis/address.js';

test.each<readonly [string, object]>([
  ['redis://localhost', { host: 'localhost', port: 6379 }],
  ['redis://:geheim@redis.intern:6380/2', { host: 'redis.intern', port: 6380, password: 'geheim', db: 2 }],
  ['redis://bot:a%40b:c@10.0.0.1', { username: 'bot', password: 'a@b:c', host: '10.0.0.1' }],
  ['rediss://cache.example.eu', { host: 'cache.example.eu', tls: {} }],
  ['redis://[::1]:7000', { host: '::1', port: 7000 }],
  ['/run/redis.sock', { path: '/run/redis.sock' }],
  [
    'redis+sentinel://:w@a:1,b/hoofd/3?sentinelPassword=s',
    {
      sentinels: [
        { host: 'a', port: 1 },
        { host: 'b', port: 26379 },
      ],
      name: 'hoofd',
      db: 3,
      password: 'w',
      sentinelPassword: 's',
    },
  ],
  ['rediss+sentinel://a/hoofd', { name: 'hoofd', tls: {}, enableTLSForSentinelMode: true, sentinelTLS: {} }],
])('%s is read as it is meant, with timeouts', (url, wanted) => {
  expect(redisOptions({ url })).toMatchObject({ ...wanted, enableOfflineQueue: false, commandTimeout: 1_500 });
});
