import { describe, expect, test } from '@jest/globals';
import { decodeAction, encodeAction } from '../../handlers/action.js';
import { sayInvite, sayQuestion, sayUnfinished, sayWants } from '../../handlers/survey/say-survey.js';
import { MOST_OPTIONS, type Survey } from '../../handlers/survey/views.js';
import { DRAFT } from './survey-stage.js';

const options = Array.from({ length: MOST_OPTIONS }, (_none, at) => `Keuze nummer ${String(at)}`);
const survey: Survey = {
  ...DRAFT,
  title: 'Wat *vond* je van [dit] jaar?',
  questions: [...DRAFT.questions, { kind: 'choice', text: 'Welke?', options }],
  id: 's1',
  createdAt: '2026-11-18T09:00:00.000Z',
  createdBy: 'lea',
};
const said = [
  ['the wish', sayWants()],
  ['the invitation', sayInvite(survey)],
  ['the reminder', sayUnfinished()],
  ['a scale', sayQuestion(survey, 0)],
  ['a choice', sayQuestion(survey, 1)],
  ['an open question', sayQuestion(survey, 2)],
  ['the longest choice', sayQuestion(survey, 3)],
] as const;

describe('what a survey offers', () => {
  test.each(said)('%s fits every channel, and its buttons come back as they went', (_what, one) => {
    const buttons = one?.buttons ?? [];
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons.length).toBeLessThanOrEqual(10);
    for (const { label, action } of buttons) {
      expect(label.length).toBeLessThanOrEqual(20);
      expect(decodeAction(encodeAction(action))).toEqual(action);
    }
  });

  test('the words of a lead are text, whatever signs stand in them', () => {
    expect(JSON.stringify(sayInvite(survey).parts)).toContain('Wat \\\\*vond\\\\* je van \\\\[dit\\\\] jaar?');
  });

  test('after the last question there is none', () => {
    expect(sayQuestion(survey, 4)).toBeNull();
  });
});
