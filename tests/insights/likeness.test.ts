import { describe, expect, test } from '@jest/globals';
import { unansweredGroups } from '../../handlers/insights/unanswered.js';

const ask = (text: string, day = '2026-11-20') => ({ text, day });

describe('questions without an answer', () => {
  test('alike ones stand together, the most asked first', () => {
    const groups = unansweredGroups(
      [
        ask('krijgt mijn leerling ecocheques'),
        ask('mag hij met de minigraver van de buur rijden', '2026-11-02'),
        ask('mag mijn leerling met de minigraver rijden', '2026-11-21'),
        ask('Mag mijn leerling met de minigraver rijden?'),
        ask('ok'),
      ],
      () => null,
    );
    expect(groups.map(({ count, last }) => [count, last])).toEqual([
      [3, '2026-11-21'],
      [1, '2026-11-20'],
    ]);
    expect(groups[0]?.example).toMatch(/minigraver/);
  });

  test('any number of questions gives a bounded list', () => {
    const many = Array.from({ length: 6_000 }, (_one, at) =>
      ask(`vraag over onderwerp${String(at)} en ding${String(at % 977)}`),
    );
    expect(unansweredGroups(many, () => 'dimona').length).toBeLessThanOrEqual(60);
  });

  test('nothing asked, nothing shown', () => {
    expect(unansweredGroups([], () => null)).toEqual([]);
  });
});
