import type { CannedText } from './views.js';

/** The texts a new desk starts with; a coach who may publish changes them. */
export const FIRST_CANNED: readonly CannedText[] = [
  text(
    'meer-weten',
    'Meer weten',
    'Dag {mentor},\n\nIk help je graag. Kun je me nog zeggen:\n\n- \n- \n\nGroeten,\n{coach}',
  ),
  text(
    'ik-zoek-het-uit',
    'Ik zoek het uit',
    'Dag {mentor},\n\nIk vraag dit na en kom er hier op terug. Je hoeft niets te doen.\n\nGroeten,\n{coach}',
  ),
  text(
    'gebeld-niet-bereikt',
    'Gebeld, niet bereikt',
    'Dag {mentor},\n\nIk belde je over vraag {nummer} op {telefoon}, maar kreeg je niet te pakken. Wanneer past het wel?\n\nGroeten,\n{coach}',
  ),
  text(
    'trajectbegeleider',
    'Vraag de trajectbegeleider',
    'Dag {mentor},\n\nDit beslist de trajectbegeleider van de school. Neem eerst met hem of haar contact op. Kom je er samen niet uit, laat het me dan hier weten.\n\nGroeten,\n{coach}',
  ),
  text(
    'sociaal-secretariaat',
    'Vraag het sociaal secretariaat',
    'Dag {mentor},\n\nHiervoor is je sociaal secretariaat de juiste plaats: zij kennen je dossier en doen de aangifte voor je.\n\nGroeten,\n{coach}',
  ),
  text(
    'opgelost',
    'Is het opgelost?',
    'Dag {mentor},\n\nIs je vraag nu opgelost? Tik dan op **Opgelost**. Anders antwoord je hier gewoon verder.\n\nGroeten,\n{coach}',
  ),
];

function text(id: string, title: string, markdown: string): CannedText {
  return { id, title, markdown, owner: null };
}
