import type { Page } from 'playwright-core';
import { putInbox } from '../../handlers/records.js';
import type { Served } from '../support/serve.js';
import { Stage } from '../support/stage.js';

/** A call to the desk's API in the name of whoever is signed in at this page. */
function asCoach<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const me = (await (await fetch('/desk/api/me')).json()) as { csrf: string };
      const response = await fetch(`/desk/api${where}`, {
        method: how,
        headers: { 'content-type': 'application/json', 'x-mentorlijn-csrf': me.csrf },
        ...(what === null ? {} : { body: what }),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${where}: ${JSON.stringify(answer)}`);
      return answer as T;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

/** Ids of what stands in a furnished desk. */
export interface Furniture {
  readonly ticket: string;
  readonly urgent: string;
  readonly answered: string;
  readonly proposal: string;
  readonly survey: string;
}

/** A desk in the middle of a working day: questions in every state, something that waits for approval, a survey, a message that failed. */
export async function furnish(served: Served, page: Page): Promise<Furniture> {
  const stage = new Stage(served.app.deps.store, served.app.deps);
  // First: nobody tells an open desk of it, but every question after it makes the desk look again.
  const message = stage.message('een bericht waar iets misliep', { who: 'joris' });
  const parked = { message, state: 'parked', attempts: 5, failure: 'unexpected' } as const;
  await served.app.deps.store.commit({ puts: [putInbox(parked, 'absent')] });
  const ask = async (who: string, question: string): Promise<void> => {
    await stage.say(question, { who });
    await stage.say('coach', { who });
  };
  await ask('jan', 'mag mijn hond mee naar de werf als de klant dat goed vindt');
  await stage.say('hij zit onder het bloed', { who: 'piet' });
  await ask('luc', 'wie betaalt de nieuwe werkschoenen');
  await ask('an', 'wie betaalt de nieuwe handschoenen');
  const [ticket, urgent, answered] = (await stage.tickets()).map(({ id }) => id as string);
  if (ticket === undefined || urgent === undefined || answered === undefined) throw new Error('tickets are missing');
  const post = (path: string, body: object = {}) => asCoach<{ id?: string }>(page, 'POST', path, body);
  await post(`/tickets/${answered}/reply`, {
    markdown: 'Dat betaal **jij**.',
    then: 'answered',
    once: 'once-furnish-1',
  });
  await post(`/tickets/${ticket}/note`, { text: 'even navragen', once: 'once-furnish-2' });
  const { proposal } = await asCoach<{ proposal: { id: string } }>(page, 'POST', '/knowledge/proposals', {
    change: { do: 'add-phrasing', item: 'ziek-melden', phrasing: 'moet hij bellen als hij zich niet goed voelt' },
    ticket: null,
    tellAsker: false,
    remark: '',
  });
  const { survey } = await asCoach<{ survey: { id: string } }>(page, 'POST', '/surveys', {
    title: 'Einde van het schooljaar',
    intro: 'Hoe liep het?',
    questions: [{ kind: 'scale', text: 'Hoe liep het met de school?', low: 'slecht', high: 'goed' }],
    window: null,
  });
  return { ticket, urgent, answered, proposal: proposal.id, survey: survey.id };
}
