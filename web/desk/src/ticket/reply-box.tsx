import { Button, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { FaceSwitch } from '../base/face-switch.js';
import { useKey } from '../base/keys.js';
import { useSteps } from '../base/steps.js';
import { CHANNEL_FACES, type ChannelFace } from '../preview/channel-faces.js';
import { Ask } from './ask.js';
import { CannedMenu } from './canned-menu.js';
import { ReplyPreview } from './reply-preview.js';
import type { Actions } from './use-action.js';
import type { KeptDraft } from './use-draft.js';

const useStyles = makeStyles({
  box: {
    padding: '8px 16px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gap: '8px',
  },
  field: { width: '100%', '& textarea': { minHeight: '7rem', maxHeight: '40dvh' } },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginLeft: 'auto' },
});

type Then = 'answered' | 'waiting-for-mentor';
type Face = 'write' | ChannelFace;
const FACES: readonly (readonly [Face, string])[] = [
  ['write', 'Schrijven'],
  // Short, so that they stand on one line beside the list of questions.
  ...CHANNEL_FACES.map(([face, title]) => [face, face === 'web' ? 'Zo op web' : title] as const),
];
const MAX = 8_000;

/** "[TELEFOON]" or "[naam]", left to fill in; a Markdown link is none. */
function gapIn(text: string): string | null {
  return /\[[\p{L} ]{2,30}\](?!\()/u.exec(text)?.[0] ?? null;
}

interface Props {
  readonly ticket: string;
  readonly draft: KeptDraft;
  readonly actions: Actions;
  readonly mayReply: boolean;
  readonly onTyping: () => void;
}

/** Writing to the mentor: Markdown with a preview per kind of channel. The text stays in this browser until it is sent. */
export function ReplyBox({ ticket, draft, actions, mayReply, onTyping }: Props) {
  const styles = useStyles();
  const [face, setFace] = useState<Face>('write');
  const [sent, setSent] = useState(false);
  const [asking, setAsking] = useState<Then | null>(null);
  const { step } = useSteps();
  const field = useRef<HTMLTextAreaElement>(null);
  const next = useRef<HTMLSpanElement>(null);
  useKey('r', () => {
    setFace('write');
    setTimeout(() => field.current?.focus());
  });
  const send = async (then: Then, sure = false): Promise<void> => {
    if (draft.text.trim() === '' || actions.busy) return;
    if (!sure && gapIn(draft.text) !== null) {
      setAsking(then);
      return;
    }
    const { text, once } = draft;
    if (await actions.act('reply', { markdown: text, then, once }, draft.refused)) {
      draft.done(text);
      setFace('write');
      setSent(true);
      // Out of the field, unless he typed on: a single key goes on to the next question.
      if (field.current?.value.trim() === text.trim()) setTimeout(() => next.current?.querySelector('button')?.focus());
    }
  };
  if (!mayReply)
    return (
      <div className={styles.box}>
        <Text>
          Een collega heeft deze vraag. Neem ze over om te antwoorden.
          {draft.text === '' ? '' : ' Je begonnen antwoord blijft bewaard.'}
        </Text>
      </div>
    );
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      aria-label="Antwoord aan de mentor"
    >
      <FaceSwitch label="Antwoord of voorbeeld" faces={FACES} chosen={face} onChoose={setFace} />
      {face === 'write' ? (
        <Textarea
          className={styles.field}
          aria-label="Antwoord aan de mentor"
          placeholder="De mentor leest dit. Opmaak: **vet**, - lijst, [tekst](link)"
          value={draft.text}
          maxLength={MAX}
          textarea={{ ref: field }}
          onChange={(_event, data) => {
            setSent(false);
            draft.write(data.value);
            onTyping();
          }}
          onSelect={(event) => {
            draft.point(event.currentTarget.selectionStart);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              void send(event.shiftKey ? 'waiting-for-mentor' : 'answered');
          }}
        />
      ) : (
        <ReplyPreview ticket={ticket} markdown={draft.text} face={face} />
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={actions.busy || draft.text.trim() === ''}
          onClick={() => void send('answered')}
        >
          Verstuur als antwoord
        </Button>
        <Button
          disabledFocusable={actions.busy || draft.text.trim() === ''}
          onClick={() => void send('waiting-for-mentor')}
        >
          Verstuur en wacht op de mentor
        </Button>
        <CannedMenu
          ticket={ticket}
          onInsert={(text) => {
            setFace('write');
            draft.insert(text);
          }}
        />
        {sent && (
          <span ref={next}>
            <Button
              appearance="outline"
              onClick={() => {
                step(1);
              }}
            >
              Volgende vraag
            </Button>
          </span>
        )}
        <span className={styles.hint}>
          {draft.text.length > MAX - 1_000
            ? `nog ${String(MAX - draft.text.length)} tekens`
            : 'Ctrl+Enter verstuurt als antwoord'}
        </span>
      </div>
      {asking !== null && (
        <Ask
          title="Nog iets in te vullen"
          text={`In je antwoord staat nog ${gapIn(draft.text) ?? ''}. De mentor leest het zoals het er staat.`}
          yes="Verstuur toch"
          onNo={() => {
            setAsking(null);
          }}
          onYes={() => {
            setAsking(null);
            void send(asking, true);
          }}
        />
      )}
    </form>
  );
}
