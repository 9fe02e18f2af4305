import { expect, test } from '@jest/globals';
import { onRealStage } from '../support/real-stage.js';
import type { Stage } from '../support/stage.js';

let stage: Stage;
onRealStage((fresh) => {
  stage = fresh;
});

/** One or two words, as with gloves on, and an entry that must be among what is offered. */
test.each([
  ['alcohol', 'onder-invloed-op-de-werf'],
  ['drugs', 'onder-invloed-op-de-werf'],
  ['kettingzaag', 'motorgereedschap-leerling'],
  ['minigraver', 'minigraver-heftruck-leerling'],
  ['rijbewijs', 'leerling-bestuurt-bestelwagen'],
  ['camionette', 'leerling-bestuurt-bestelwagen'],
  ['examens', 'examens-en-werkplek'],
  ['weekend', 'weekend-en-zondag-werken'],
  ['zaterdag', 'weekend-en-zondag-werken'],
  ['ontslaan', 'eenzijdig-stoppen-met-leerling'],
  ['subsidie', 'premie-kwalificerend-werkplekleren'],
  ['kleren', 'pbm-en-kledij-wie-zorgt'],
  ['werkkledij', 'pbm-en-kledij-wie-zorgt'],
  ['onkosten', 'leervergoeding-meer-geven'],
  ['diefstal', 'ernstige-fout-van-leerling'],
  ['foto', 'foto-van-leerling-online'],
  ['tiktok', 'gsm-tijdens-het-werk'],
  ['traag', 'werktempo-verwachten'],
  ['wat kost hij', 'wat-kost-een-leerling'],
  ['mag hij kettingzaag', 'motorgereedschap-leerling'],
])('"%s" offers %s, never a refusal', async (word, item) => {
  const said = await stage.say(word);
  expect(said.decision).toMatch(/^(?:choose|answer)$/);
  const offered = said.reply.buttons.flatMap(({ action }) => (action.do === 'show' ? [action.item] : []));
  expect([...offered, said.candidates[0]?.entry]).toContain(item);
});

test.each(['voetbal', 'pizza', 'bitcoin', 'belastingbrief vriendin'])('"%s" is still not ours', async (word) => {
  expect((await stage.say(word)).decision).not.toBe('answer');
});
