/** Words of danger in French and English; the examples that train the detector are Dutch, so other words of theirs say nothing. */
const DANGER =
  /\b(?:sang|saigne\w*|bless\w+|tomb[eé]e?s?|chute|avale\w*|empoison\w*|br[uû]l\w+|feu|incendie|explos\w+|fuite|electrocut\w*|electris\w*|ecras\w*|coinc\w*|inconscient\w*|evanou\w*|respire\w*|bouge|malaise|convuls\w*|etouff\w*|noy[eé]\w*|mourir|mort|suicid\w*|tuer|pleure\w*|disparu\w*|fugue\w*|frapp\w*|gifl\w*|menac\w*|agress\w*|viol\w*|couteau|harcel\w*|attouch\w*|inspect(?:eur|rice|ion)|police|urgence|ambulance|secours|danger|bleed\w*|blood|hurt|injur\w*|wound\w*|fell|fallen|falling|swallow\w*|drank|poison\w*|burn\w*|fire|smoke|leak\w*|explo\w*|electrocut\w*|shock\w*|crush\w*|trapped|stuck|underneath|collaps\w*|coming down|unconscious|faint\w*|breath\w*|moving|seizure|chok\w*|drown\w*|dying|die|dead|kill\w*|suicid\w*|harm\w*|cry|crying|missing|ran (?:off|away)|hit|punch\w*|beat\w*|slapp\w*|threat\w*|stab\w*|knife|attack\w*|rap(?:e|ed)|molest\w*|touched|inspectors?|emergency|danger\w*|help)\b/;

/** Whether a message in French or English names a danger at all. */
export function namesForeignDanger(text: string): boolean {
  return DANGER.test(text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
}
