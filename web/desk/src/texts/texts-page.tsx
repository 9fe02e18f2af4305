import { Badge, Button, Card, Text, Title2, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { may } from '../../../../handlers/desk/coach.js';
import type { CannedText } from '../../../../handlers/desk/views.js';
import { ApiError } from '../base/api.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { TextForm, type NewText } from './text-form.js';

const useStyles = makeStyles({
  page: { maxWidth: '48rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '16px' },
  line: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  title: { flex: '1 1 12rem' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Texts to use again: the shared ones and one's own. */
export default function TextsPage() {
  const styles = useStyles();
  const { api, coach } = useSession();
  const { data, reload } = useLoad<{ texts: readonly CannedText[]; variables: readonly string[] }>('/canned');
  const [editing, setEditing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const mayShare = may(coach.role, 'knowledge');
  const run = (work: Promise<unknown>): void => {
    setProblem(null);
    work.then(
      () => {
        setEditing(null);
        reload();
      },
      (error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
      },
    );
  };
  const save = (id: string | null, text: NewText): void => {
    run(api.call(id === null ? 'POST' : 'PUT', id === null ? '/canned' : `/canned/${id}`, text));
  };
  const form = (text: CannedText | null): React.JSX.Element => (
    <TextForm
      text={text}
      variables={data?.variables ?? []}
      mayShare={mayShare}
      problem={problem}
      onSave={(next) => {
        save(text?.id ?? null, next);
      }}
      onCancel={() => {
        setEditing(null);
        setProblem(null);
      }}
    />
  );
  return (
    <div className={styles.page}>
      <Title2 as="h1">Standaardteksten</Title2>
      <Link to="/">Terug naar de vragen</Link>
      {editing === '' ? (
        form(null)
      ) : (
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              setEditing('');
            }}
          >
            Nieuwe tekst
          </Button>
        </div>
      )}
      {problem !== null && editing === null && <Text role="alert">{problem}</Text>}
      {data?.texts.map((text) =>
        editing === text.id ? (
          <div key={text.id}>{form(text)}</div>
        ) : (
          <Card key={text.id}>
            <div className={styles.line}>
              <Text as="h2" weight="semibold" className={styles.title}>
                {text.title}
              </Text>
              <Badge appearance="tint">{text.owner === null ? 'van iedereen' : 'van jou'}</Badge>
              {(text.owner !== null || mayShare) && (
                <>
                  <Button
                    size="small"
                    aria-label={`Wijzig ${text.title}`}
                    onClick={() => {
                      setEditing(text.id);
                    }}
                  >
                    Wijzig
                  </Button>
                  <Button
                    size="small"
                    aria-label={`Verwijder ${text.title}`}
                    onClick={() => {
                      run(api.call('DELETE', `/canned/${text.id}`));
                    }}
                  >
                    Verwijder
                  </Button>
                </>
              )}
            </div>
            <Text className={styles.words}>{text.markdown}</Text>
          </Card>
        ),
      )}
    </div>
  );
}
