/** Somebody offers a place to a learner, in whatever trade: 'wij hebben een drukkerij en zoeken een leerling'. */
const SEEKS =
  /\b(?:zoek|zoekt|zoeken|gezocht|wil|willen|zou|zouden|neem|nemen|opleiden|begeleiden)\b(?: \p{L}+){0,4} (?:duale )?(?:leerling|leerlinge|leerjongen|leermeisje|leergast|leerjongere)\b|\b(?:leerling|leerjongen|leermeisje|leergast)\b(?: \p{L}+){0,3} (?:gezocht|opleiden|aannemen)\b/iu;
/** A learner or his family who looks for a place; lessons, a room: that is not a mentor. */
const OTHERWISE =
  /\bmijn (?:zoon|dochter|kleinzoon|kleindochter|kind|broer|zus|neef|nicht)\b|\b(?:bijles\w*|zangles\w*|muziekles\w*|rijles\w*|rijschool|kot|appartement)\b|\bleerling(?:en)? zoekt\b/i;

/** Whether a mentor to be looks for a learner: never refused as not ours, whatever his trade. */
export function seeksLearner(text: string): boolean {
  return SEEKS.test(text) && !OTHERWISE.test(text);
}
