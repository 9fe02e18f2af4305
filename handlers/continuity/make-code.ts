import { text, type TextPart } from '../reply.js';
import { LABELS } from '../texts.js';
import { result, type Turn, type TurnResult } from '../turn/turn.js';
import {
  CODE_MINUTES,
  codeFrom,
  codeId,
  counted,
  isUsedUp,
  MAKINGS,
  putToken,
  sayCode,
  type CodeRecord,
  type Count,
  type JoinCode,
} from './code.js';
import { CONTINUITY_TEXTS as TEXTS, JOIN_WORDS } from './texts.js';

/** "code", "verder op WhatsApp": a code that opens this conversation elsewhere, once, for a quarter of an hour. */
export async function makeCode(turn: Turn): Promise<TurnResult> {
  const { conversation, now, store } = turn;
  const countId = `codes-of|${conversation.key}`;
  const before = await store.get<Count>('token', countId);
  if (isUsedUp(before?.body ?? null, MAKINGS, now)) return result('smalltalk', [text(TEXTS.tooManyCodes)]);
  const code = codeFrom(turn.newSecret());
  const id = codeId(code);
  const former = before?.body.code === undefined ? null : await store.get('token', before.body.code);
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000).toISOString();
  const record: CodeRecord = { conversation: conversation.key, expiresAt };
  const count: Count = { ...counted(before?.body ?? null, MAKINGS, now), code: id };
  const owner = conversation.key;
  return result('smalltalk', codeParts(turn, code), {
    buttons: [{ label: LABELS.menu, action: { do: 'menu' } }],
    writes: {
      puts: [
        putToken(id, record, CODE_MINUTES, { now, expect: 'absent', owner }),
        putToken(countId, count, MAKINGS.minutes, { now, expect: before?.version ?? 'absent', owner }),
      ],
      // One code at a time: the one on the screen.
      deletes: former ? [{ kind: 'token', id: former.id, expect: former.version }] : [],
    },
  });
}

function codeParts({ message, places }: Turn, code: JoinCode): readonly TextPart[] {
  const number = message.address.channel === 'whatsapp' ? null : (places?.whatsappNumber() ?? null);
  const said = sayCode(code);
  return [
    text(TEXTS.code(said, CODE_MINUTES)),
    ...(number === null
      ? []
      : [text(TEXTS.onWhatsApp(`https://wa.me/${number}?text=${encodeURIComponent(JOIN_WORDS(said))}`))]),
    ...(places === undefined ? [] : [text(TEXTS.onOther(`${places.publicUrl}/verder/${said}`))]),
    text(TEXTS.warning),
  ];
}
