import { describe, expect, test } from '@jest/globals';
import { seeksLearner } from '../../handlers/turn/seeks-learner.js';
import { onRealStage } from '../support/real-stage.js';
import type { Stage } from '../support/stage.js';

let stage: Stage;
onRealStage((fresh) => {
  stage = fresh;
});

const actions = ({ reply }: Awaited<ReturnType<Stage['say']>>) => reply.buttons.map(({ action }) => action);

describe('a firm of another trade that looks for a learner', () => {
  test.each([
    'ik heb een garage en zoek een leerjongen',
    'ik ben bakker en zoek een leerling',
    'ik heb een kapsalon en zoek een leerling',
    'wij zijn een kinderopvang en willen een leerling opleiden',
    'horeca zaak zoekt leerling duaal',
    'ik ben vloerder en zoek een leerling',
    'dierenarts wil een leerling aannemen',
    'kleermaker zoekt leerling',
  ])('"%s" is ours: the entry is given, or is a tap away', async (words) => {
    const said = await stage.say(words);
    expect(['answer', 'choose']).toContain(said.decision);
    expect(said.candidates[0]?.entry).toBe('leerling-in-andere-sector');
  });

  test.each([
    'transportfirma zoekt leerling vrachtwagenchauffeur',
    'fitnesszaak zoekt een leerling',
    'wij zijn een elektrozaak en willen een leerling',
  ])('"%s", a trade of which little or nothing is written, is never refused and no alarm', async (words) => {
    const said = await stage.say(words);
    expect(said.decision).not.toBe('decline');
    expect(said.urgent).toBeNull();
  });

  test.each([
    'banden wisselen garage',
    'kapper in de buurt',
    'goede bakker in gent',
    'ik zoek een arbeider voor mijn garage',
    'restaurant zoekt afwasser',
    'ik zoek werk als kok',
    'kinderopvang gezocht voor mijn dochter',
    'mijn dochter wil kapster worden welke school',
    'hoe vind ik een leerling voor mijn bijles wiskunde',
    'leerling zoekt kot in gent',
  ])('"%s" is refused as before', async (words) => {
    expect((await stage.say(words)).decision).toBe('decline');
  });

  test.each([
    ['drukkerij zoekt leerling', true],
    ['wij willen nog een duale leerling', true],
    ['ik neem graag een leerjongen', true],
    ['leerling gezocht voor onze keuken', true],
    ['leerling zoekt werkplek', false],
    ['mijn zoon zoekt een plaats als leerling', false],
    ['ik zoek een leerling voor zangles', false],
    ['mijn leerling is ziek', false],
  ])('"%s" looks for a learner: %s', (words, seeks) => {
    expect(seeksLearner(words)).toBe(seeks);
  });
});

describe('what nobody checked for us is said so, with who does know, and the coach beside it', () => {
  test.each([
    ['mag een zelfstandige helper mentor zijn', 'zelfstandige-als-mentor', 'Dat weten we niet zeker'],
    ['ik werk met een zelfstandige, kan die de mentor zijn van mijn leerling', 'zelfstandige-als-mentor', 'niet bevestigd'],
    ['moet er een toilet zijn op de werf', 'toilet-en-kleedkamer', 'hebben we niet nagekeken'],
    ['moet ik een douche hebben voor mijn leerling', 'toilet-en-kleedkamer', 'hebben we niet nagekeken'],
    ['mijn leerlinge is zwanger mag ze nog werken', 'leerling-is-zwanger', 'beslis ik niet'],
    ['mag een zwangere leerling met machines werken', 'leerling-is-zwanger', 'arbeidsarts'],
  ])('"%s"', async (words, entry, honest) => {
    const said = await stage.say(words);
    expect(said.decision).toBe('answer');
    expect(said.candidates[0]?.entry).toBe(entry);
    expect(said.text).toContain(honest);
    expect(actions(said)).toContainEqual({ do: 'ask-coach' });
  });
}); // prettier-ignore
