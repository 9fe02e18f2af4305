import type { Passage } from './signal-passages.js';
import type { Note, Sign } from './signal-signs.js';

/** How a danger is told: long ago, now, settled, supposed, on paper. The same words are an alarm in one and none in the other. */
const FRAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  past: words(
    `vorig vorige gisteren eergisteren destijds vroeger ooit verleden toenmalig indertijd vorigjaar jaren jaar maanden maand
     weken januari februari maart april mei juni juli augustus september oktober november december zomer winter lente
     herfst kerst geleden last ago dernier an`,
  ),
  now: words(
    `nu net juist daarnet daarjuist seffens momenteel ineens plots opeens direct vandaag zonet straks vanavond vannacht
     vanmorgen nog steeds blijft now maintenant`,
  ),
  settled: words(
    `genezen hersteld opgelost orde ok oke voorbij goed beter terug hechtingen gedaan afgehandeld klaar gekeurd gelukkig
     gelachen lachen lachte niets niks opgeruimd gered weer intussen ondertussen`,
  ),
  supposed: words(
    `als stel indien wanneer mocht bijvoorbeeld theorie les cursus oefening oefenen leren opleiding attest fiche film boek
     spel droom`,
  ),
  paper: words(
    `verslag formulier papieren aangifte verzekering dossier map contract attest register procedure regels regel wet
     wettelijk premie verlof dokumenten document bestellen kopen koop prijs waar leverancier vergunning toolbox checklist
     brochure`,
  ),
  not: words('niet geen nooit niets niks nergens niemand zonder'),
};
const QUESTION_WORDS = words(
  'mag moet hoe wat waar wie wanneer welke kan hoeveel is moeten mogen zijn heeft hebben bestaat zou',
);
/** Words to a step of length, and the last step. */
const STEP = 4;
const LONGEST = 4;

/** The frames a passage is told in, each pair of them, and each beside the word lists seen in it. */
export function noteFrames(
  { words, asks }: Passage,
  lists: readonly Sign[],
  ofName: (name: string) => Sign,
  note: Note,
): void {
  const frames = Object.entries(FRAMES).flatMap(([name, of]) => (words.some((word) => of.has(word)) ? [name] : []));
  if (QUESTION_WORDS.has(words[0] ?? '')) frames.push('question');
  if (asks) frames.push('asks');
  frames.push(`size${String(Math.min(LONGEST, Math.floor(words.length / STEP)))}`);
  const signs = frames.map(ofName);
  signs.forEach((sign, at) => {
    note('k', sign);
    for (let next = at + 1; next < signs.length; next++) note('k', sign, signs[next]);
    for (const list of lists) note('m', sign, list);
  });
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
