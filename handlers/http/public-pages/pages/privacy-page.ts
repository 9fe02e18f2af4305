import { KEPT_YEARS_OF_CONTACTS, type RetentionDays } from '../../../privacy/retention.js';
import { html, type Html } from '../html.js';
import type { Page } from './layout.js';

/** What differs between installations. */
export interface PrivacyFacts {
  readonly retention: RetentionDays;
  /** Who is responsible and how to reach him; null: the coach in the chat. */
  readonly contact: string | null;
}

/** What is kept, why, how long and how to get rid of it, in plain Dutch. The terms are those the nightly run keeps. */
export function privacyPage(facts: PrivacyFacts): Page {
  return {
    title: 'Wat bewaren we van jou?',
    description: 'Wat Mentorlijn van je bewaart, hoelang, wie het ziet en hoe je het laat wissen.',
    path: '/privacy',
    section: null,
    searchBox: 'last',
    main: html`<article>
      <h1>Wat bewaren we van jou?</h1>
      <p>
        Mentorlijn is een <strong>bot</strong>: een computerprogramma dat je vraag opzoekt in vaste, vooraf geschreven
        teksten. Weet de bot het niet, dan kan een <strong>coach</strong> antwoorden, een echt mens. Bij elk antwoord
        zie je wie het gaf.
      </p>
      ${kept(facts.retention)} ${seen()} ${yours()} ${asked(facts.contact)}
    </article>`,
  };
}

function kept(days: RetentionDays): Html {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Ons gesprek', 'om je verder te helpen', `${say(days.transcript)} na je laatste bericht`],
    [
      'Je situatie, zoals “leerling met OAO”',
      'om het niet twee keer te vragen',
      `${say(days.conversation)} na je laatste bericht`,
    ],
    [
      'Een vraag aan de coach, met het antwoord',
      'om ze op te volgen',
      `${say(days.ticket)} nadat ze beantwoord of afgesloten is`,
    ],
    ['Foto’s en bestanden die je stuurt', 'zodat de coach ze kan bekijken', say(days.file)],
    [
      'Hoe vaak en hoelang een coach je hielp',
      'voor een attest, als je dat vraagt',
      `${String(KEPT_YEARS_OF_CONTACTS)} jaar na het schooljaar`,
    ],
    ['Cijfers, en vragen zonder namen', 'om te zien wat mentors vragen en eruit te leren', 'blijven'],
  ];
  return html`<section>
    <h2>Wat, waarom en hoelang</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Wat</th>
          <th scope="col">Waarom</th>
          <th scope="col">Hoelang</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([what, why, long]) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td>${why}</td>
              <td>${long}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      Zolang een vraag bij de coach open staat, blijft alles wat erbij hoort. Elke nacht wist de computer wat lang
      genoeg bewaard is.
    </p>
    <p>
      Uit wat blijft, halen we namen, nummers, adressen en e-mailadressen. Geen enkele computer vindt ze allemaal.
      <strong>Zet daarom geen naam of medische gegevens van je leerling in je vraag.</strong>
    </p>
  </section>`;
}

function seen(): Html {
  return html`<section>
    <h2>Wie ziet het</h2>
    <ul>
      <li>De bot leest je vraag. Hij geeft ze aan niemand buiten Mentorlijn.</li>
      <li>
        De coaches zien je vraag en je gesprek pas als ze naar hen gaat: omdat jij dat kiest, omdat er gevaar is of
        omdat de bot vastliep. Andere vragen zien ze alleen zonder namen.
      </li>
      <li>
        Vraagt iemand anders hetzelfde als jij? Dan kan een coach jouw vraag aan hem tonen, in eigen woorden en zonder
        namen.
      </li>
      <li>Wat je schrijft en stuurt, staat versleuteld op de server.</li>
      <li>Schrijf je via WhatsApp of Teams? Dan loopt je bericht ook via Meta of Microsoft, met hun regels.</li>
      <li>We gebruiken geen reclame en volgen je niet. De chat bewaart je gesprek ook op je eigen toestel.</li>
    </ul>
  </section>`;
}

function yours(): Html {
  return html`<section>
    <h2>Jij beslist</h2>
    <p>Typ in de chat:</p>
    <ul>
      <li><strong>wat weet je van mij</strong>: je ziet alles wat we van je bewaren.</li>
      <li>
        <strong>wis mijn gegevens</strong>: alles wat bij jou hoort is meteen weg, ook je open vragen. Dat kan niet
        terug. Cijfers en vragen zonder namen blijven. In een reservekopie kan het nog een tijd staan.
      </li>
      <li><strong>stop</strong>: de bot stuurt je niets meer uit zichzelf.</li>
    </ul>
    <p>Wil je alles als bestand, of klopt er iets niet? Vraag het aan een coach. Die kan het ook laten wissen.</p>
  </section>`;
}

function asked(contact: string | null): Html {
  return html`<section>
    <h2>Vragen of klachten</h2>
    <p>
      ${contact === null ? 'Stel je vraag in de chat en kies voor de coach.' : html`Verantwoordelijk: ${contact}.`} Ben
      je niet tevreden? Je kunt klacht indienen bij de
      <a href="https://www.gegevensbeschermingsautoriteit.be/">Gegevensbeschermingsautoriteit</a>.
    </p>
  </section>`;
}

function say(days: number): string {
  return days === 1 ? '1 dag' : `${String(days)} dagen`;
}
