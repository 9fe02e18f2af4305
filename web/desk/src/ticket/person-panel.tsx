import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { may } from '../../../../handlers/desk/coach.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { ApiError } from '../base/api.js';
import { usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { ERROR_WORDS } from '../base/words.js';
import { Ask } from './ask.js';

const useStyles = makeStyles({ box: { display: 'grid', gap: '8px', justifyItems: 'start' } });

/** The rights of the mentor: what we keep of him as a file, and everything gone. */
export function PersonPanel({ view }: { readonly view: TicketView }) {
  const styles = useStyles();
  const { api, coach, lost } = useSession();
  const { go } = usePlace();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, number } = view.ticket;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    try {
      await work();
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError('internal', 'Er liep iets mis.', 0);
      if (error.status === 401) lost();
      setProblem(ERROR_WORDS[error.code as keyof typeof ERROR_WORDS] ?? error.message);
    }
  };
  const take = (): Promise<void> =>
    attempt(async () => {
      save(await api.call<object>('GET', `/tickets/${id}/person`), `gegevens-vraag-${String(number)}.json`);
    });
  const erase = (): Promise<void> =>
    attempt(async () => {
      await api.call('POST', `/tickets/${id}/erase-person`, { sure: 'wissen' });
      go('/');
    });

  return (
    <div className={styles.box}>
      <span>
        Vraagt de mentor wat we van hem bewaren, of wil hij alles weg? Elke keer wordt genoteerd wie het deed.
      </span>
      <Button size="small" onClick={() => void take()}>
        Download alles van deze mentor
      </Button>
      {may(coach.role, 'accounts') ? (
        <Button
          size="small"
          onClick={() => {
            setAsking(true);
          }}
        >
          Wis alles van deze mentor
        </Button>
      ) : (
        <span>Wissen kan alleen een teamleider.</span>
      )}
      {problem !== null && (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {asking && (
        <Ask
          title="Alles van deze mentor wissen?"
          text="Zijn gesprek, al zijn vragen, bestanden en notities verdwijnen. Hij krijgt daar bericht van. Dit kun je niet ongedaan maken."
          yes="Wis alles"
          onYes={() => {
            setAsking(false);
            void erase();
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

/** A file made here: nothing of it stays on the server. */
function save(data: object, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
