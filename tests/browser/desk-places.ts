import type { Page } from 'playwright-core';
import type { Furniture } from './desk-furniture.js';

/** A page of the desk, or a dialog on it, and how a coach gets there. */
export interface Place {
  readonly name: string;
  readonly path: (there: Furniture) => string;
  /** Words that are there once everything is. */
  readonly shows: string | RegExp;
  readonly open?: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first()
    .click();
const onTicket = ({ ticket }: Furniture): string => `/vraag/${ticket}`;

/** A dialog behind "Meer" on a question. */
const behindMore = (item: string | RegExp) => async (page: Page) => {
  await press(page, 'Meer');
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};

/** Every page and dialog of the desk for who is signed in. */
export const PLACES: readonly Place[] = [
  { name: 'lijst', path: () => '/', shows: 'Eén bericht kon ik niet verwerken' },
  { name: 'vraag', path: onTicket, shows: 'Interne notities (1)' },
  { name: 'vraag-dringend', path: ({ urgent }) => `/vraag/${urgent}`, shows: 'Bel 112' },
  {
    name: 'vraag-alles-open',
    path: onTicket,
    shows: 'even navragen',
    open: async (page) => {
      for (const part of ['Labels', 'Geschiedenis', 'Privacy van de mentor']) await press(page, part);
      await page.getByRole('button', { name: 'Wis alles van deze mentor' }).waitFor();
    },
  },
  {
    name: 'gegevens-wissen',
    path: onTicket,
    shows: 'Wis alles',
    open: async (page) => {
      await press(page, 'Privacy van de mentor');
      await press(page, 'Wis alles van deze mentor');
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sluiten-zonder-antwoord',
    path: onTicket,
    shows: 'Sluiten zonder antwoord?',
    open: (page) => press(page, 'Sluit'),
  },
  { name: 'meer-menu', path: onTicket, shows: 'Tijd noteren', open: (page) => press(page, 'Meer') },
  { name: 'gebeld', path: onTicket, shows: 'Kreeg je de mentor', open: behindMore('Telefoontje noteren') },
  { name: 'tijd', path: onTicket, shows: 'Minuten opgezocht', open: behindMore('Tijd noteren') },
  { name: 'belofte', path: onTicket, shows: 'Nieuw moment', open: behindMore(/Later antwoorden/) },
  { name: 'samenvoegen', path: onTicket, shows: 'Welke vraag?', open: behindMore(/Voeg een andere/) },
  { name: 'ook-mijn-vraag', path: onTicket, shows: 'zoals andere mentors', open: behindMore(/Ook mijn vraag/) },
  { name: 'doorsturen', path: onTicket, shows: 'Aan wie?', open: behindMore('Doorsturen als tekst') },
  {
    name: 'standaardtekst-kiezen',
    path: onTicket,
    shows: 'Teksten beheren',
    open: (page) => press(page, 'Standaardtekst'),
  },
  {
    name: 'leren',
    path: ({ answered }) => `/vraag/${answered}`,
    shows: 'bekende vragen nagespeeld',
    open: (page) => press(page, 'Leren'),
  },
  {
    name: 'sneltoetsen',
    path: onTicket,
    shows: 'Losse letters',
    open: (page) => page.keyboard.press('?'),
  },
  { name: 'zoeken', path: () => '/zoek?q=werf', shows: 'Vraag 1001' },
  { name: 'zoeken-niets', path: () => '/zoek?q=xyzzy', shows: 'Niets gevonden' },
  {
    name: 'proef',
    path: () => '/proef',
    shows: 'Geeft dit antwoord',
    open: async (page) => {
      await page.getByLabel('Typ zoals een mentor').fill('moet ik dimona doen');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'kennis', path: () => '/kennis', shows: 'Moet ik een Dimona doen?' },
  { name: 'kennis-nazicht', path: () => '/kennis?toon=nazicht', shows: 'Nazicht (' },
  { name: 'kennis-voorstellen', path: () => '/kennis?toon=voorstellen', shows: 'Hoe meldt mijn leerling zich ziek?' },
  { name: 'kennis-ingang', path: () => '/kennis/ingang/wie-betaalt-ziekte', shows: 'Dat hangt af van de overeenkomst' },
  { name: 'kennis-wijzig', path: () => '/kennis/ingang/dimona-doen/wijzig', shows: 'Woordje erbij' },
  { name: 'kennis-nieuw', path: () => '/kennis/nieuw?vraag=mag%20de%20radio%20aan', shows: 'Het antwoord' },
  {
    name: 'voorstel',
    path: ({ proposal }) => `/kennis/voorstel/${proposal}`,
    shows: /niets slechter|\d slechter/,
  },
  { name: 'inzichten', path: () => '/inzichten', shows: 'Signalen voor het beleid' },
  { name: 'verslag', path: () => '/inzichten/verslag', shows: /Mentorlijn/ },
  { name: 'bevragingen', path: () => '/inzichten/bevragingen', shows: 'Einde van het schooljaar' },
  {
    name: 'bevraging',
    path: ({ survey }) => `/inzichten/bevragingen/bekijk?id=${survey}`,
    shows: 'Einde van het schooljaar',
  },
  { name: 'bevraging-schrijven', path: () => '/inzichten/bevragingen/schrijf', shows: 'Waarvoor dient ze?' },
  { name: 'begeleiding', path: () => '/inzichten/begeleiding', shows: /begeleiding/i },
  {
    name: 'begeleiding-overzicht',
    path: ({ answered }) => `/inzichten/begeleiding/overzicht?ticket=${answered}`,
    shows: 'Antwoord van de coach',
  },
  { name: 'teksten', path: () => '/teksten', shows: 'Is het opgelost' },
  { name: 'teksten-nieuw', path: () => '/teksten', shows: 'Titel', open: (page) => press(page, 'Nieuwe tekst') },
  { name: 'account', path: () => '/account', shows: 'Aangemeld op' },
  { name: 'team', path: () => '/team', shows: /Nodig .* uit|uitnodig/i },
];

/** Goes there as a click would, without loading the whole desk anew. */
export async function goTo(page: Page, { path, open, shows }: Place, there: Furniture): Promise<void> {
  await page.keyboard.press('Escape');
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, '/desk/account/..');
  await page.evaluate(
    (to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `/desk${path(there)}`,
  );
  if (open) {
    await page.locator('main h1').first().waitFor();
    await open(page);
  }
  await page.getByText(shows).first().waitFor();
}
