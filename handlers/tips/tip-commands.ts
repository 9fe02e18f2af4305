import type { Conversation, TipWish } from '../conversation.js';
import { text, type TextPart } from '../reply.js';
import { result, type Turn, type TurnResult } from '../turn/turn.js';
import { TIP_LABELS, TIP_TEXTS } from './texts.js';

/** "tips": what they are, and the question whether he wants them. Nobody gets one without having said yes. */
export function offerTips({ conversation }: Turn): TurnResult {
  if (conversation.tips?.wants === true)
    return result('smalltalk', [text(conversation.stopped ? TIP_TEXTS.stopped : TIP_TEXTS.alreadyOn)], {
      buttons: [{ label: TIP_LABELS.off, action: { do: 'tips-off' } }],
    });
  return result('smalltalk', [text(TIP_TEXTS.offer)], {
    buttons: [
      { label: TIP_LABELS.yes, action: { do: 'tips-on' } },
      { label: TIP_LABELS.no, action: { do: 'cancel' } },
    ],
    conversation: { tipsNamed: true },
  });
}

/** Yes. Who once said "stop" and now asks for tips wants to hear from us again. */
export function tipsOn({ conversation, now }: Turn): TurnResult {
  const tips = wish(conversation, true, now);
  return result('smalltalk', [text(TIP_TEXTS.on)], { conversation: { tips, tipsNamed: true, stopped: false } });
}

export function tipsOff({ conversation, now }: Turn): TurnResult {
  const tips = wish(conversation, false, now);
  return result('smalltalk', [text(TIP_TEXTS.off)], { conversation: { tips, tipsNamed: true } });
}

/** What he had stays known: off and on again must not bring it twice. */
function wish({ tips }: Conversation, wants: boolean, now: Date): TipWish {
  return { wants, since: now.toISOString(), sent: tips?.sent ?? [] };
}

/** Said once, when an answer helped: then a person has a second to spare. */
export function tipHint({ conversation }: Turn): readonly TextPart[] {
  return conversation.tips?.wants === true || conversation.tipsNamed === true || conversation.stopped
    ? []
    : [text(TIP_TEXTS.hint)];
}
