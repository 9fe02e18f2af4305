import { EventIndex } from '../../handlers/insights/event-index.js';
import { createSurvey, type SurveyDraft } from '../../handlers/survey/author.js';
import { readSurvey } from '../../handlers/survey/results.js';
import type { Survey, SurveyView } from '../../handlers/survey/views.js';
import type { Coach } from '../../handlers/desk/coach.js';
import { DeskStage } from '../desk/desk-stage.js';

export const DRAFT: SurveyDraft = {
  title: 'Einde van het schooljaar',
  intro: 'Hoe liep het dit jaar?',
  questions: [
    { kind: 'scale', text: 'Hoe vlot liep de samenwerking met de school?', low: 'stroef', high: 'vlot' },
    { kind: 'choice', text: 'Neem je volgend jaar weer een leerling?', options: ['Ja', 'Nee', 'Weet ik niet'] },
    { kind: 'open', text: 'Wat had je geholpen?' },
  ],
  window: { from: '2026-11-16', to: '2026-11-27' },
};

/** A lead, a survey that runs, and mentors who were helped. */
export class SurveyStage extends DeskStage {
  readonly events = new EventIndex(this);

  async lead(): Promise<Coach> {
    return this.coach('Lea', 'lead');
  }

  async survey(draft: Partial<SurveyDraft> = {}): Promise<Survey> {
    return createSurvey(this.desk, await this.lead(), { ...DRAFT, ...draft });
  }

  /** A mentor at a calm moment: he was just helped. The bot's words. */
  async helped(who = 'jan'): Promise<string> {
    await this.say('moet ik dimona doen', { who });
    return (await this.say('Geholpen', { who })).text;
  }

  /** A mentor who said yes and has begun. */
  async begun(who = 'jan'): Promise<string> {
    await this.helped(who);
    await this.say('Ja, graag', { who });
    return (await this.say('Ja, begin', { who })).text;
  }

  results(survey: Survey): Promise<SurveyView> {
    return readSurvey({ ...this.desk, events: this.events }, survey.id);
  }
}
