/**
 * "Dag, ik ben mentor en ik heb een vraag over mijn leerling": an opening that asks nothing yet and names no danger.
 * Every word is known to it: whatever else somebody tells is read as always.
 */
export function opensOnly(bare: string): boolean {
  return OPENING.test(bare);
}

const GREETING =
  '(?:(?:ja|hallo|hey|hoi|hi|sorry|zeg|beste|mentorlijn|coach|mevrouw|meneer|(?:goe|goed|goei|goeie|goede|goeien|goeden)?(?:dag|morgen|middag|namiddag|avond)|bonjour|salut) )*';
const PERSON =
  '(?:mentor|trajectbegeleider|leerkracht|leraar|werkgever|zaakvoerder|tuinaannemer|tuinman|hovenier|ploegbaas|zelfstandige|patron|baas)';
const WHO = `(?:(?:ik ben|wij zijn|hier|met) (?:(?:een|ne|nen|de|zelf|nog|hier|nieuwe|sinds kort) )*(?:${PERSON}|nieuw(?: hier)?)(?: van (?:een|ne|nen|mijn|onze) leerling)? (?:(?:en|maar|dus|want) )?)?`;
const SMALL = '(?:(?:een|ne|nen|n|nog|ook|hier|daar|even|eens|snel|graag|wat|enkele|paar|veel) )*';
const URGENT = '(?:(?:kleine|korte|snelle|dringende|dringend|domme|stomme|gewone) )?';
const QUESTION = `(?:vraag|vraagje|vragen|vraagjes)(?: (?:stellen|voor (?:u|je|jou|jullie)|aan (?:u|je|jou|jullie)))?`;
const LEARNER = '(?:leerling|leerlinge|leerlingen|leerjongen|leermeisje|stagiair|stagiaire|gast|leergast)';
const OF_LEARNER = ` (?:over|rond|omtrent|ivm|in verband met|voor|van) (?:(?:mijn|mijne|mijnen|men|onze|ons|de|den|een|ne|nen|die) )?${LEARNER}`;
const ABOUT = `(?:${OF_LEARNER})?`;
const HAVE =
  '(?:(?:ik|we|wij) )?(?:(?:heb|hebben|had|hadden|zit met|zitten met|zou|zouden|wil|wou|willen|wilde|kan|kunnen|mag|mogen) )?(?:(?:ik|we|wij|u|je|jou|hier) )*';

const OPENING = new RegExp(
  `^${GREETING}${WHO}(?:` +
    [
      `${HAVE}${SMALL}${URGENT}${QUESTION}${ABOUT}(?: (?:stellen|vragen))?`,
      `${HAVE}${SMALL}iets (?:vragen|weten)${ABOUT}`,
      `${HAVE}${SMALL}iets${ABOUT} (?:vragen|weten)`,
      `(?:het|t|dit) (?:gaat|is)${OF_LEARNER}`,
      `(?:er is|we hebben|ik heb|heb) ${SMALL}(?:probleem|probleempje|problemen)(?:${OF_LEARNER}| met (?:mijn|mijne|onze|de) ${LEARNER})?`,
      '(?:(?:ik|we|ben|zijn) )*(?:hier )?nieuw(?: hier)?(?: (?:en )?hoe werkt (?:dit|dat|het)(?: hier)?)?',
      `(?:mijn|mijne|mijnen|onze) ${LEARNER} (?:heeft|stelt) ${SMALL}${QUESTION}`,
      `(?:kan|kun|kunt|kunde|wil|wilt) (?:(?:je|jij|u|ge|gij|jullie|iemand|er|mij|me|ons|hier|even|eens|misschien) )+helpen(?: met ${SMALL}${QUESTION}${ABOUT})?`,
    ].join('|') +
    ')$',
);
