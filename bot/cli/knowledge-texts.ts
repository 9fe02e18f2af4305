/** What `npm run -s knowledge` says to whoever keeps the knowledge. */

export const KNOWLEDGE_USAGE = `Gebruik: npm run -s knowledge -- OPDRACHT

  check                 alle fouten in de kennis, met bestand en lijn
  stats [--json]        hoeveel er is per thema en zekerheid, hoeveel vraagvormen, wat over datum is
  coverage              elk onderwerp en elk feit van de bronnen, en wie het gebruikt
  export [--to MAP]     wat coaches publiceerden als bestanden: in de kennismap, of een hele kopie elders
  import [--from MAP]   wat nu in de bestanden staat, hoeft geen eigen laag meer; met MAP: publiceer de verschillen

De kennismap komt uit KNOWLEDGE_DIR.`;
