import { expect, test } from '@jest/globals';
import { detectLanguage } from '../../knowledge/text/language.js';

test.each([
  ['nl', 'wie betaalt als hij ziek is'],
  ['nl', 'kunde gij mij zeggen oe da zit me die dimona'],
  ['nl', 'merci'],
  ['nl', 'salut'],
  ['nl', 'ok thanks merci'],
  ['nl', 'dimona sao'],
  ['nl', 'mag hij met de camionette rijden'],
  ['nl', 'allez merci he'],
  ['nl', ''],
  ['nl', 'is de school morgen open'],
  ['nl', 'is de school dicht in juni'],
  ['nl', 'was er school op vrijdag'],
  ['nl', 'arbeidsongeval leerling verzekering aangeven'],
  ['fr', 'mon élève est malade, qui paie son salaire ?'],
  ['fr', "est-ce que je dois déclarer mon apprenti à l'ONSS"],
  ['fr', 'combien de jours de vacances'],
  ['en', 'my student is sick, who pays him?'],
  ['en', 'is he allowed to drive the tractor'],
  ['en', 'is the school open tomorrow'],
  ['en', 'do i need to register the apprentice'],
  ['other', 'мой ученик заболел кто платит'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
