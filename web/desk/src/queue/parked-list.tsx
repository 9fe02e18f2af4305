import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ParkedMessage } from '../../../../handlers/desk/parked.js';
import { ApiError } from '../base/api.js';
import { useLive } from '../base/live.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { CHANNEL_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '4px 0', padding: 0, display: 'grid', gap: '8px', width: '100%' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: '8em', overflow: 'auto' },
  small: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', gap: '6px', flexWrap: 'wrap', marginTop: '4px' },
});

interface Parked {
  readonly messages: readonly ParkedMessage[];
}

/** Messages the bot could not handle; not there when there are none. */
export function ParkedList() {
  const styles = useStyles();
  const { api } = useSession();
  const { data, put, reload } = useLoad<Parked>('/parked');
  const [problem, setProblem] = useState<string | null>(null);
  useLive('tickets', reload);
  useLive('again', reload);
  const act = async (what: 'retry' | 'close', id: string): Promise<void> => {
    try {
      const answer = await api.call<Parked & { readonly handled?: boolean }>('POST', `/parked/${what}`, { id });
      put(answer);
      setProblem(
        answer.handled === false ? 'Het lukt nog altijd niet. Lees het bericht en help de mentor zelf.' : null,
      );
    } catch (cause) {
      setProblem(cause instanceof ApiError ? cause.message : 'Er liep iets mis.');
      reload();
    }
  };
  if (!data || data.messages.length === 0) return null;
  const count = data.messages.length;
  return (
    <MessageBar intent="warning" layout="multiline" style={{ maxHeight: '40vh', overflow: 'auto', flexShrink: 0 }}>
      <MessageBarBody>
        <MessageBarTitle>
          {count === 1 ? 'Eén bericht kon ik niet verwerken' : `${String(count)} berichten kon ik niet verwerken`}
        </MessageBarTitle>
        {problem !== null && <p role="alert">{problem}</p>}
        <ul className={styles.list} aria-label="Berichten die niet verwerkt zijn">
          {data.messages.map((message) => (
            <li key={message.id}>
              <div className={styles.small}>
                {message.askerName ?? 'Een mentor'} · {CHANNEL_WORDS[message.channel]} ·{' '}
                {new Date(message.receivedAt).toLocaleString('nl-BE', { dateStyle: 'short', timeStyle: 'short' })}
              </div>
              <div className={styles.words}>{message.text === '' ? '(geen tekst)' : message.text}</div>
              <div className={styles.actions}>
                <Button size="small" onClick={() => void act('retry', message.id)}>
                  Probeer opnieuw
                </Button>
                <Button size="small" appearance="subtle" onClick={() => void act('close', message.id)}>
                  Afgehandeld
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
