import { text, type Button } from '../reply.js';
import { TEXTS } from '../texts.js';
import { bareWords } from './bare-words.js';
import { askedText } from './asked-text.js';
import { chooseButtons } from './choose-buttons.js';
import { decide, type Decision } from './decide.js';
import { openTicket, triedFrom } from './escalate.js';
import { outcomeCandidates, result, type Turn, type TurnResult } from './turn.js';
import { questionForCoach } from './wordless.js';

/** Somebody of ours: never the people a mentor asks for advice about ("iemand van de school"). */
const COACH =
  '(?:(?:(?:de|een|nen?|uw|je|jullie|onze?|den) )?(?:sector ?|echte )?coach(?:es)?(?: van (?:de sector|mentorlijn|jullie|u|hier|dienst))?)';
const HUMAN =
  '(?:(?:iemand|(?:de|een|nen?) (?:echte?n? |levende? )?(?:mens|persoon|medewerker|expert|specialist|kenner|deskundige)|een echt iemand|(?:de|uw|jullie) (?:helpdesk|experts?|specialist(?:en)?|mensen|collega s))(?! van (?:de|den|het|onze?|mijn|school|vdab|rsz|clb|mij)\\b)(?: van (?:jullie|u|hier|mentorlijn|de hulplijn|de helpdesk))?)';
const PERSON = `(?:${COACH}|${HUMAN})`;
const YOU = '(?:ge|gij|je|jij|u|jullie|gullie)';
const SOFT =
  '(?: (?:dat|dit|het|da|t|eens|ne keer|een keer|nekeer|misschien|aub|alstublieft|even|effe|voor mij|voor ons|mij|gewoon|niet|toch|maar|gerust|direct|rechtstreeks|zelf|deze vraag|mijn vraag|die vraag|de vraag|mijn vraagje|een vraag|iets))*';
const ASK =
  '(?:na)?(?:vragen|voorleggen|doorgeven|doorsturen|stellen|navragen|bevragen|overmaken|bezorgen|raadplegen|contacteren|checken)';

/** What is said to us, anywhere in a message; lower case, without accents and punctuation. */
const REQUESTS: readonly RegExp[] = [
  // "kunt ge ne coach vragen of …", "zou je dit eens aan iemand kunnen vragen"
  new RegExp(
    `(?:^| )(?:kunt|kun|kan|kunde|wilt|wil|wilde|zoudt|zou|zoude|zoudt|kond|mag)(?: ${YOU})${SOFT}(?: (?:aan|bij|met))?(?: ${PERSON})${SOFT}(?: (?:kunnen|willen))? ${ASK}(?: |$)`,
  ),
  // "vraag eens aan iemand of …", "vraag de coach eens", "leg dit voor aan een coach"
  new RegExp(
    `(?:^|(?:^| )(?:en|dus|dan|aub|alstublieft|allee|toe|ok|nee|ja) )(?:vraag|vraagt|check|leg|geef|stuur|zet|bezorg|stel|speel|vraag)${SOFT}(?: (?:na|voor|door))?(?: (?:aan|bij|naar|met))?(?: ${PERSON})(?: |$)`,
  ),
  // "vraag voor de coach: …", "voor de coach: …"
  new RegExp(`^(?:(?:een |ik heb een )?(?:vraag|vraagje|bericht|opmerking) )?(?:aan|voor) ${COACH} `),
  // "ik wil een mens spreken over …", "kan ik iemand bellen over …"
  new RegExp(
    `^(?:(?:hallo|dag|hey|goeiedag|ja|nee|neen|ok|sorry|maar) )*(?:ik (?:wil|zou|wou|wens|moet|zoek|had|heb liever)|kan ik|mag ik|zou ik|kunnen we|kunnen wij|wij willen|we willen|liever|liefst)(?: (?:graag|toch|liever|eens|even|gewoon|nu|dringend|willen|een keer|hierover|daarover|over iets|met|aan|kunnen))* ${PERSON}(?: (?:aan de lijn|aan de telefoon|hier|nu|eens|graag|even|hierover|daarover))*(?: (?:willen|kunnen))? (?:spreken|praten|horen|bellen|vragen|raadplegen|contacteren)(?: |$)`,
  ),
  // "kan er iemand van jullie eens meekijken naar …", "kan een coach mij helpen met …"
  new RegExp(
    `(?:^| )(?:kan|kunnen|zou|wil|kon)(?: er)? (?:${COACH}|iemand van (?:jullie|u|hier|mentorlijn)|een (?:echte? )?mens|nen? (?:echte )?mens)${SOFT}(?: (?:mee|naar|over|met|bij|in|op))?(?: \\p{L}+){0,6} (?:meekijken|helpen|antwoorden|meedenken|uitleggen|nakijken|bekijken|raad geven|advies geven|meevolgen)(?: |$)`,
    'u',
  ),
  /(?:^| )(?:laat|last) (?:dit|dat|het|deze vraag)? ?(?:de|een|nen?) (?:sector ?)?coach (?:beantwoorden|antwoorden|bekijken|nakijken|beslissen)(?: |$)/,
  // French and English: who asks for a person gets one.
  /(?:^| )(?:parler|discuter) (?:a|avec) (?:quelqu un|un coach|une personne|un humain|un conseiller)(?: |$)|(?:^| )demandez? (?:a|au) (?:un |le )?coach(?: |$)/,
  /(?:^| )(?:speak|talk) (?:to|with) (?:someone|somebody|a (?:real )?(?:person|human|coach)|the coach)(?: |$)|(?:^| )ask (?:a|the|your) coach(?: |$)/,
  new RegExp(
    `(?:^| )(?:liefst|liever|graag|ik wil|ik wou|ik had graag|geef mij|ik verkies)(?: (?:graag|een|het|gewoon|hierop|hier))* (?:antwoord|uitleg|advies|raad|reactie) van (?:${COACH}|nen? (?:echte )?mens|een (?:echte? )?(?:mens|persoon)|iemand van (?:jullie|u|hier|mentorlijn))(?: |$)`,
  ),
];
/** Asked how it goes, or told of others: then it is a question like any other. */
const NOT_TO_US =
  /(?:^| )(?:hoe|wanneer|waarom|wie|welke|hoeveel|wat) (?:kan|kunnen|mag|moet|kost|krijg|zou) (?:ik|we|wij|een|de)\b|(?:^| )(?:mijn|onze|de) (?:leerling|gast|jongen|leerjongen|ploegbaas|collega|school|klant)\w* (?:wil|wou|vraagt|moet|mag|kan)\b/;
/** Words that carry no question of their own. */
const NO_CONTENT = new Set(
  'ik je ge gij u mij me we wij het dat dit da t een de den ne nen en of om te aan bij met voor van over door is er eens aub alstublieft graag hierover daarover vraag vraagje deze die mijn nu even liever gewoon hallo dag hey ja nee neen ok dus dan maar bedankt merci'.split(
    ' ',
  ),
);
/** A longer message is a story that mentions people, not a request. Characters. */
const LONGEST = 1500;

export type CoachRequest = 'with-question' | 'last-question';

/** Whether a message asks us to ask a coach, and whether the question stands in it or was asked before. */
export function coachRequestIn(message: string): CoachRequest | null {
  if (message.length > LONGEST) return null;
  const bare = bareWords(message);
  for (const pattern of REQUESTS) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const sentence = bare.slice(0, found.index + found[0].length);
    if (NOT_TO_US.test(sentence.slice(-90))) continue;
    const rest = `${bare.slice(0, found.index)} ${bare.slice(found.index + found[0].length)}`;
    const content = rest.split(' ').filter((word) => word.length > 1 && !NO_CONTENT.has(word));
    return content.length >= LEAST_CONTENT ? 'with-question' : 'last-question';
  }
  return null;
}

const LEAST_CONTENT = 2;

/** "kunt ge ne coach vragen of …": the question goes to the coach at once; what we know of it ourselves is a tap away. */
export async function coachRequestStep(turn: Turn): Promise<TurnResult | null> {
  const request = coachRequestIn(turn.text);
  if (request === null) return null;
  const last = questionForCoach(turn);
  if (request === 'with-question') return sendThis(turn);
  if (last)
    return openTicket(turn, { question: last, reason: last.tried.some(({ shown }) => shown) ? 'not-helped' : 'asked' });
  return result('escalate', [text(TEXTS.nothingToSend)], {
    conversation: { awaiting: 'coach-question', asked: null },
  });
}

async function sendThis(turn: Turn): Promise<TurnResult> {
  const asked = askedText(turn);
  const match = turn.knowledge.matcher.match(asked);
  const candidates = outcomeCandidates(match, turn.knowledge.library);
  const question = { text: turn.masked, original: turn.text };
  const last = { ...question, item: null, tried: triedFrom(turn, candidates), at: turn.now.toISOString() };
  const done = await openTicket(
    { ...turn, conversation: { ...turn.conversation, last } },
    { question, reason: 'asked' },
  );
  const known = answerButton(turn, decide(match, { language: turn.language, text: asked, masked: turn.masked }));
  return {
    ...done,
    candidates,
    conversation: { last, ...done.conversation },
    reply: known
      ? { parts: [...done.reply.parts, text(TEXTS.meanwhile)], buttons: [known, ...done.reply.buttons] }
      : done.reply,
  };
}

/** What would have been answered, as a button. */
function answerButton(turn: Turn, decision: Decision): Button | null {
  if (decision.kind !== 'answer') return null;
  return chooseButtons(turn, [decision.candidate.id])[0] ?? null;
}
