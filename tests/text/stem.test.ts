import { expect, test } from '@jest/globals';
import { stem } from '../../knowledge/text/stem.js';

test.each([
  ['betalen', 'betaalt', 'betaald'],
  ['tekenen', 'getekend', 'teken'],
  ['werken', 'gewerkt', 'werkt'],
  ['uitleggen', 'uitgelegd', 'uitleg'],
  ['inschrijven', 'inschrijving'],
  ['brief', 'briefje', 'briefke', 'briefkes'],
  ['leerling', 'leerlingen', 'leerlinge'],
  ['machine', 'machines'],
  ['begeleider', 'begeleiders', 'begeleiding', 'begeleiden'],
  ['verzekering', 'verzekeraar', 'verzekerd'],
  ['evaluatie', 'evalueren', 'geevalueerd'],
  ['ongeval', 'ongevallen', 'ongeluk'],
  ['schoen', 'schoenen'],
  ['verplicht', 'verplichte', 'verplichting'],
  ['maken', 'gemaakt', 'maakte', 'maakt'],
  ['snoeien', 'gesnoeid', 'snoeit'],
  ['kappen', 'gekapt', 'kapte'],
  ['straffen', 'gestraft', 'straf'],
  ['verdienen', 'verdiend', 'verdient'],
  ['uitbetalen', 'uitbetaald', 'uitbetaling'],
  ['ondertekenen', 'ondertekend', 'ondertekent'],
  ['ontslaan', 'ontslagen', 'ontslag'],
  ['bezoeken', 'bezocht', 'bezoek'],
  ['ziek', 'ziekte', 'zieke'],
  ['taak', 'taken'],
  ['tak', 'takken'],
  ['dak', 'daken'],
  ['premie', 'premies'],
  ['camera', 'cameras'],
])('%s and its forms share a stem', (first, ...others) => {
  expect(others.map(stem)).toEqual(others.map(() => stem(first)));
});

test.each([
  ['dag', 'das'],
  ['ziek', 'zien'],
  ['klas', 'klant'],
  ['geduld', 'duld'],
  ['heet', 'het'],
  ['meten', 'met'],
  ['veel', 'vellen'],
  ['taak', 'tak'],
  ['boom', 'bom'],
  ['man', 'maan'],
  ['haar', 'haard'],
  ['leeg', 'leg'],
  ['zagen', 'zien'],
  ['reden', 'rijden'],
  ['over', 'overheid'],
  ['geweld', 'wel'],
  ['want', 'wanten'],
  ['planten', 'plannen'],
  ['pas', 'pasen'],
  ['stal', 'stelen'],
])('%s and %s stay apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('short words and numbers are left alone', () => {
  expect(['sao', '17', 'rsz', 'q47'].map(stem)).toEqual(['sao', '17', 'rsz', 'q47']);
});
