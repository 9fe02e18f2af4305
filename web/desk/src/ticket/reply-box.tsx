import { Button, Text, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { FaceSwitch } from '../base/face-switch.js';
import { useKey } from '../base/keys.js';
import { useSession } from '../base/session.js';
import { useSteps } from '../base/steps.js';
import { WhatsAppText } from './whatsapp-text.js';
import { CannedMenu } from './canned-menu.js';
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
  preview: {
    minHeight: '7rem',
    maxHeight: '40dvh',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px 12px',
    overflowWrap: 'anywhere',
  },
  plain: { whiteSpace: 'pre-wrap' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginLeft: 'auto' },
});

type Face = 'write' | 'web' | 'plain';
const FACES = [
  ['write', 'Schrijven'],
  ['web', 'Zo op web en Teams'],
  ['plain', 'Zo op WhatsApp'],
] as const satisfies readonly (readonly [Face, string])[];
const MAX = 8_000;

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
  const { step } = useSteps();
  const field = useRef<HTMLTextAreaElement>(null);
  const next = useRef<HTMLSpanElement>(null);
  useKey('r', () => {
    setFace('write');
    setTimeout(() => field.current?.focus());
  });
  const send = async (then: 'answered' | 'waiting-for-mentor'): Promise<void> => {
    if (draft.text.trim() === '' || actions.busy) return;
    if (await actions.act('reply', { markdown: draft.text, then, once: draft.once })) {
      draft.done();
      setFace('write');
      setSent(true);
      // Out of the field: a single key goes on to the next question.
      setTimeout(() => next.current?.querySelector('button')?.focus());
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
        <Preview markdown={draft.text} face={face} />
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
    </form>
  );
}

/** Rendered by the server, the same way as the channels do it; it lets no HTML through. */
function Preview({ markdown, face }: { readonly markdown: string; readonly face: 'web' | 'plain' }) {
  const styles = useStyles();
  const { api } = useSession();
  const [shown, setShown] = useState<{ html: string; whatsapp: string } | null>(null);
  useEffect(() => {
    void api.call<{ html: string; whatsapp: string }>('POST', '/preview', { markdown }).then(setShown, () => {
      setShown({ html: 'Voorbeeld lukt nu niet.', whatsapp: 'Voorbeeld lukt nu niet.' });
    });
  }, [api, markdown]);
  if (!shown) return <div className={styles.preview} />;
  return face === 'plain' ? (
    <div className={`${styles.preview} ${styles.plain}`}>
      <WhatsAppText text={shown.whatsapp} />
    </div>
  ) : (
    <div className={styles.preview} dangerouslySetInnerHTML={{ __html: shown.html }} />
  );
}
