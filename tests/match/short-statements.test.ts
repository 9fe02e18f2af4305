import { beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { loadLibrary } from '../../knowledge/load-library.js';
import type { Matcher } from '../../knowledge/match/match.js';
import { loadMatcher } from '../../knowledge/model-cache.js';

const ROOT = join(import.meta.dirname, '..', '..');
let matcher: Matcher;

beforeAll(async () => {
  const { library } = await loadLibrary(join(ROOT, 'knowledge'));
  if (!library) throw new Error('the knowledge has problems');
  matcher = await loadMatcher(library, join(ROOT, '.cache'));
});

/** What a mentor types with his gloves on: two to five words, no question mark; and the entries that would do. */
const STATEMENTS: readonly (readonly [said: string, entries: string])[] = [
  ['de leerling daagt niet op', 'niet-opgedaagd-ouders-bellen ongewettigd-afwezig-stoppen'],
  ['onze gast is lui', 'leerling-motiveren onwil-of-onkunde arbeidsattitude-aanleren'],
  ['hij rookt op de werf', 'eten-drinken-en-pauzes'],
  ['ze is zwanger', 'vragen-naar-gezondheid'],
  ['zijn vader is overleden', 'problemen-thuis-op-het-werk klein-verlet-en-dwingende-reden'],
  ['het heeft gevroren', 'weerverlet-voor-leerling wanneer-is-het-te-slecht-weer regendag-nuttig-invullen'],
  ['de leerling heeft gestolen', 'ernstige-fout-van-leerling leerling-liegt'],
  [
    'contract beëindigen',
    'eenzijdig-stoppen-met-leerling stoppen-in-onderling-akkoord stappen-en-formulier-bij-akkoord',
  ],
  ['raam kapot door leerling', 'schade-bij-collega-of-klant'],
  ['de inspectie komt langs', 'inspectie-op-de-werf'],
  ['hij is dronken', 'onder-invloed-op-de-werf'],
  ['ze wordt gepest', 'pesten-in-de-ploeg'],
  ['hij luistert niet', 'brutale-leerling weigert-te-luisteren-stoppen'],
  ['hij werkt traag', 'werktempo-verwachten'],
  ['hij vergeet alles', 'uitleg-blijft-niet-hangen'],
  ['te laat gekomen', 'aanspreken-op-gebroken-afspraak arbeidsattitude-aanleren'],
  ['altijd op zijn telefoon', 'gsm-tijdens-het-werk'],
  ['mag hij zagen', 'motorgereedschap-leerling'],
  ['met de kraan rijden', 'minigraver-heftruck-leerling'],
  ['rijden met camionette', 'leerling-bestuurt-bestelwagen'],
  ['hoeveel kost dat', 'wat-kost-een-leerling'],
  ['loon van de leerling', 'leervergoeding-hoeveel'],
  ['premie aanvragen', 'premie-kwalificerend-werkplekleren'],
  ['medische keuring', 'gezondheidsonderzoek-verplicht gezondheidsonderzoek-wie-vraagt-aan'],
  ['wie betaalt zijn schoenen', 'pbm-en-kledij-wie-zorgt'],
  ['leerling is ziek', 'gewaarborgde-leervergoeding-bij-ziekte ziek-melden-aan-wie'],
  ['geen doktersattest', 'eerste-ziektedag-zonder-attest doktersattest-termijn-en-vorm'],
  ['ongeval met leerling', 'eerste-hulp-ongeval ongeval-aangeven-verzekeraar'],
  ['gevallen van ladder', 'eerste-hulp-ongeval'],
  ['zaterdag werken mag dat', 'weekend-en-zondag-werken'],
  ['vakantiewerk bij mij', 'jobstudent-eigen-leerbedrijf-zomer'],
  ['werken in de paasvakantie', 'werken-in-schoolvakantie'],
  ['recht op verlof', 'betaalde-vakantiedagen-leerling'],
  ['overuren leerling', 'te-veel-uren-teruggeven langer-doorwerken-dan-einduur'],
  ['eerste werkdag', 'eerste-werkdag-plannen'],
  ['kennismakingsgesprek', 'kennismakingsgesprek-leerling'],
  ['twee leerlingen', 'aantal-leerlingen-per-mentor'],
  ['ik werk alleen', 'eenmanszaak-erkenning eerste-leerling-stappenplan alleen-werken-planning-en-klanten'],
  ['erkenning geweigerd', 'aanvraag-erkenning-geweigerd'],
  ['mentorcursus verplicht', 'mentoropleiding-verplicht'],
  ['ik ben ziek', 'mentor-valt-uit'],
  ['ik ben het beu', 'mentor-overbelast-of-crisis mentor-ziet-geen-resultaat geduld-bewaren'],
  ['ouders bellen constant', 'overbezorgde-ouders'],
  ['boze klant', 'klant-klaagt-of-weigert-leerling'],
  ['klant wil hem niet', 'klant-klaagt-of-weigert-leerling'],
  ['hij praat niet', 'gesloten-leerling'],
  ['hij weent', 'leerling-overstuur-of-weggelopen'],
  ['leerling liegt', 'leerling-liegt'],
  ['hoofddoek op werf', 'hoofddoek-en-geloofskledij'],
  ['ramadan en zwaar werk', 'ramadan-op-de-werf'],
  ['hij drinkt energiedrank', 'frisdrank-en-energiedrank'],
  ['35 kilo tillen', 'hoe-zwaar-tillen-wettelijk'],
  ['te warm om te werken', 'hitte-op-de-werf'],
  ['draagt geen handschoenen', 'pbm-niet-dragen'],
  ['alleen op de werf', 'leerling-even-alleen-laten'],
  ['leerling uitlenen', 'leerling-uitlenen-collega'],
  ['klassenraad wat nu', 'klassenraad-verloop-en-voorbereiding'],
  ['hij slaagt niet', 'niet-slagen-mijn-schuld traject-verlengen'],
  ['foto van leerling', 'foto-van-leerling-online'],
  ['dimona te laat', 'dimona-te-laat-of-vergeten'],
  ['contract nog niet klaar', 'starten-zonder-papieren'],
  ['ouders tekenen', 'overeenkomst-tekenen'],
  ['leerling wil stoppen', 'leerling-wil-opgeven leerling-stopt-zelf-regels'],
  ['school antwoordt niet', 'school-doet-haar-deel-niet trajectbegeleider-bezoek-en-bereik'],
  ['te veel papieren', 'te-veel-papierwerk'],
  ['brief niet begrepen', 'brief-niet-begrijpen'],
  ['waar vind ik leerling', 'school-of-leerling-vinden'],
  ['hij kent geen planten', 'plantenkennis-aanleren'],
  ['hij kan niet meten', 'rekenen-op-de-werf'],
  ['ze spreekt geen nederlands', 'leerling-begrijpt-taal-niet'],
];

function missed(among: number): string[] {
  return STATEMENTS.filter(([said, entries]) => {
    const good = entries.split(' ');
    return !matcher
      .match(said)
      .candidates.slice(0, among)
      .some(({ id }) => good.includes(id));
  }).map(([said]) => said);
}

test('nearly every short statement finds a fitting entry among the first three', () => {
  expect(missed(3).length / STATEMENTS.length).toBeLessThanOrEqual(0.05);
});

test('most find it first', () => {
  expect(missed(1).length / STATEMENTS.length).toBeLessThanOrEqual(0.2);
});

test.each(['mijn leerling komt niet opdagen', 'het vriest, moet hij komen', 'hij is ziek, wie betaalt'])(
  '"%s" is a sure answer',
  (said) => {
    expect(matcher.match(said).candidates[0]?.score).toBeGreaterThan(0.75);
  },
);
