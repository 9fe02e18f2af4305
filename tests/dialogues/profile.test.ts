import { describe, expect, test } from '@jest/globals';
import type { Profile } from '../../handlers/conversation.js';
import { extractProfile, mergeProfile, sayProfile } from '../../handlers/turn/profile.js';
import { readSlotAnswer } from '../../handlers/turn/profile/slot-answer.js';
import { Stage } from '../support/stage.js';

const minor = (years?: number): Profile => ({ age: 'minderjarig', ...(years === undefined ? {} : { years }) });
const adult = (years?: number): Profile => ({ age: 'meerderjarig', ...(years === undefined ? {} : { years }) });
const OAO: Profile = { contract: 'OAO' };
const SAO: Profile = { contract: 'SAO' };

describe('facts a message states', () => {
  test.each<readonly [string, Profile]>([
    ['ik heb een OAO-leerling van 17', { ...OAO, ...minor(17) }],
    ['mijn leerling heeft een OAO en is 17', { ...OAO, ...minor(17) }],
    ['mijn leerling wordt volgende week 18', minor(17)],
    ['hij wordt 18 in maart', minor(17)],
    ['hij is in maart 18 geworden', adult(18)],
    ['hij is zestien', minor(16)],
    ['mijn gast is nog maar vijftien', minor(15)],
    ['een zeventienjarige op de kettingzaag', minor(17)],
    ['mag een 16-jarige dat', minor(16)],
    ['mijn leerling (17) komt te laat', minor(17)],
    ['mijn leerling, 19 jaar, rijdt zelf', adult(19)],
    ['hij is 17j', minor(17)],
    ['hij is 16 of 17', minor()],
    ['hij is bijna 18', minor(17)],
    ['hij is nog geen 18', minor()],
    ['ze is geen achttien', minor()],
    ['hij is al 18', adult(18)],
    ['de leerling is niet minderjarig', adult()],
    ['hij is nog niet meerderjarig', minor()],
    ['een minderjarige leerling', minor()],
    ['18+', adult()],
    ['de oao van de stagiair', OAO],
    ['nen sao', SAO],
    ['geen sao maar een oao', OAO],
    ['met een s.a.o.', SAO],
    ['hij heeft een stageovereenkomst', SAO],
    ['een overeenkomst van alternerende opleiding', OAO],
    ['hij zit in het 7de jaar bso', { level: 'BSO7' }],
    ['een leerling uit het zevende jaar', { level: 'BSO7' }],
    ['een zevendejaars', { level: 'BSO7' }],
    ['hij komt uit het buso', { level: 'BUSO' }],
    ['OV3 leerling', { level: 'BUSO' }],
    ['mijn eerste leerling', { experience: 'eerste' }],
    ['mijn derde leerling', { experience: 'ervaren' }],
    ['ik werk alleen', { crew: 'alleen' }],
    ['mijn ploeg lacht hem uit', { crew: 'ploeg' }],
    ['mijn baas wil dat niet', { position: 'werknemer' }],
    ['ik ben zelf de zaakvoerder', { position: 'werkgever' }],
    ['ik heb nog nooit personeel gehad', { first_employee: 'ja' }],
    ['ik ben trajectbegeleider', { role: 'trajectbegeleider' }],
    ['buso leerling van 16 met een sao', { level: 'BUSO', ...minor(16), ...SAO }],
  ])('%s', (text, profile) => {
    expect(extractProfile(text)).toEqual(profile);
  });
});

describe('what is no fact', () => {
  test.each([
    'mag hij 17 uur per week werken',
    'hij krijgt 16 euro per uur',
    'hij woont 18 km van de werf',
    'hij komt de 17de terug',
    'hij is er om 17 uur',
    'hij is al 16 dagen ziek',
    'hij is 18 minuten te laat',
    'hij is ziek tot 20 november',
    'ik heb al 16 jaar ervaring',
    'ik zit al 20 jaar in het vak',
    'ik ben 24',
    'mijn zoon is 16',
    'leerlingen van 16 tot 19',
    'een leerling van 16 en een leerling van 19',
    '2 leerlingen waarvan 1 sao',
    'de ene heeft een sao en de andere niet',
    'geen sao',
    'hij heeft geen oao',
    'sao of oao?',
    'wat is een sao',
    'wat is het verschil met een oao',
    'ik weet niet of hij een oao heeft',
    'is het een oao',
    'wanneer is hij meerderjarig',
    'wat als hij 18 wordt',
    'niet uit het buso',
    'mijn collega heeft een oao-leerling van 17',
    'week 17 en artikel 18',
    'PC 145.04 sinds 2018',
    'een boom van 16 meter',
  ])('%s', (text) => {
    expect(extractProfile(text)).toEqual({});
  });
});

describe('answers to our own question', () => {
  test.each<readonly [Parameters<typeof readSlotAnswer>[0], string, Profile]>([
    ['contract', 'denk sao', SAO],
    ['contract', 'oao zeker', OAO],
    ['contract', 'de tweede', OAO],
    ['contract', 'geen sao', OAO],
    ['contract', 'geen oao denk ik', SAO],
    ['contract', 'hij krijgt loon', OAO],
    ['contract', 'onbetaald', SAO],
    ['contract', 'Stageovereenkomst', SAO],
    ['age', '17', minor(17)],
    ['age', 'zestien', minor(16)],
    ['age', 'hij wordt 18 in maart', minor(17)],
    ['age', 'ja', adult()],
    ['age', 'nee', minor()],
    ['age', 'nog niet', minor()],
    ['age', 'bijna', minor()],
    ['age', 'jazeker, vorige week geworden', adult()],
    ['age', '19 al', adult(19)],
    ['level', '7de jaar bso', { level: 'BSO7' }],
    ['level', 'zevende', { level: 'BSO7' }],
    ['level', 'bso', { level: 'BSO7' }],
    ['level', 'geen buso', { level: 'BSO7' }],
    ['level', 'buitengewoon', { level: 'BUSO' }],
    ['crew', 'ik alleen', { crew: 'alleen' }],
    ['crew', 'met 3 man', { crew: 'ploeg' }],
    ['crew', 'samen met een collega', { crew: 'ploeg' }],
    ['position', 'ja', { position: 'werkgever' }],
    ['position', 'nee ik ben ploegbaas', { position: 'werknemer' }],
    ['position', 'ik ben de baas', { position: 'werkgever' }],
    ['first_employee', 'ja', { first_employee: 'ja' }],
    ['first_employee', 'nee had er al 2', { first_employee: 'nee' }],
    ['experience', 'de eerste', { experience: 'eerste' }],
    ['experience', 'neen al de derde', { experience: 'ervaren' }],
  ])('%s: %s', (slot, text, profile) => {
    expect(readSlotAnswer(slot, text)).toEqual({ kind: 'told', profile });
  });

  test.each(['kweetnie', 'weet ik niet', 'geen idee', 'weet ik nog niet', 'kweet het niet', '?', 'allebei', 'van elk een', 'moet ik eens navragen'])(
    '"%s" leaves it open',
    (text) => {
      expect(readSlotAnswer('contract', text)).toEqual({ kind: 'open' });
    },
  ); // prettier-ignore

  test('a yes to "SAO or OAO" is unclear, another question is no answer', () => {
    expect(readSlotAnswer('contract', 'ja')).toEqual({ kind: 'unclear' });
    expect(readSlotAnswer('contract', 'mag hij met de kettingzaag werken')).toBeNull();
    expect(readSlotAnswer('age', 'mag hij 17 uur werken')).toBeNull();
  });
});

describe('the profile is kept, said and erased', () => {
  test('later facts win; years that no longer fit are forgotten', () => {
    expect(mergeProfile({ ...OAO, ...minor(17) }, SAO)).toEqual({ ...SAO, ...minor(17) });
    expect(mergeProfile(minor(17), adult())).toEqual(adult());
    expect(mergeProfile(minor(17), minor())).toEqual(minor(17));
    expect(sayProfile({ ...OAO, ...minor(17), role: 'trajectbegeleider' })).toBe(
      'OAO, 17 jaar, je bent trajectbegeleider',
    );
  });

  test('told, shown on request, used without asking, erasable', async () => {
    const stage = new Stage();
    expect((await stage.say('ik heb een OAO-leerling van 17')).text).toContain('Oké, ik onthoud: OAO, 17 jaar.');
    expect((await stage.say('mijn profiel')).text).toContain('OAO, 17 jaar');
    const said = await stage.say('hij is ziek, wie betaalt');
    expect(said.asks).toBeNull();
    expect(said.text).toContain('Voor jou (bij een OAO)');
    await stage.say('wis mijn gegevens');
    await stage.press({ do: 'erase-confirmed' });
    expect((await stage.say('mijn profiel')).text).toContain('nog niets');
  });
});
