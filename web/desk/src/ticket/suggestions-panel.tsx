import { Badge, Button, Card, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Suggestions, TicketView } from '../../../../handlers/desk/views.js';
import { useKey } from '../base/keys.js';
import { Link } from '../base/place.js';
import { useLoad } from '../base/use-load.js';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', paddingBottom: '12px' },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  answer: {
    display: 'block',
    maxHeight: '5.8em',
    overflow: 'hidden',
    whiteSpace: 'pre-wrap',
  },
});

/** Below this probability an entry is noise; the best one is always worth a look. */
const WORTH_SHOWING = 0.1;

function likely(entries: Suggestions['entries']): Suggestions['entries'] {
  return entries.filter(({ score }, index) => index === 0 || score >= WORTH_SHOWING).slice(0, 3);
}

/** Entries and earlier answers that may help; one click puts them in the reply. */
export function SuggestionsPanel({
  view,
  onInsert,
}: {
  readonly view: TicketView;
  readonly onInsert: (text: string) => void;
}) {
  const styles = useStyles();
  const { data, error } = useLoad<Suggestions>(`/tickets/${view.ticket.id}/suggestions`);
  const [first] = data?.entries ?? [];
  useKey(
    'v',
    first
      ? () => {
          onInsert(first.markdown);
        }
      : null,
  );
  if (error) return <Text>{error.message}</Text>;
  return (
    <div className={styles.list}>
      {!data && <Spinner size="tiny" label="Voorstellen zoeken" />}
      {likely(data?.entries ?? []).map((entry) => (
        <Card key={entry.id} size="small">
          <a href={entry.path} target="_blank" rel="noreferrer">
            {entry.title}
          </a>
          <span className={styles.why}>
            {Math.round(entry.score * 100)} % · gedeelde woorden: {entry.why.terms.slice(0, 6).join(', ') || 'geen'}
          </span>
          <details className={styles.why}>
            <summary>Waarom dit?</summary>
            {Object.entries(entry.why.rankers)
              .map(([name, score]) => `${name} ${score.toFixed(2)}`)
              .join(' · ')}
          </details>
          <div className={styles.row}>
            <Button
              size="small"
              onClick={() => {
                onInsert(entry.markdown);
              }}
              aria-label={`Zet in antwoord: ${entry.title}`}
            >
              Zet in antwoord
            </Button>
            {entry.certainty === 'te-controleren' && (
              <Badge color="warning" appearance="tint">
                nog te controleren
              </Badge>
            )}
          </div>
        </Card>
      ))}
      {data?.similar.map((ticket) => (
        <Card key={ticket.id} size="small">
          <span className={styles.why}>
            Collega antwoordde op <Link to={`/vraag/${ticket.id}`}>vraag {ticket.number}</Link> (
            {Math.round(ticket.likeness * 100)} % gelijk): {ticket.question}
          </span>
          <span className={styles.answer}>{ticket.answer}</span>
          <div className={styles.row}>
            <Button
              size="small"
              onClick={() => {
                onInsert(ticket.answer);
              }}
              aria-label={`Zet in antwoord: wat vraag ${String(ticket.number)} kreeg`}
            >
              Zet in antwoord
            </Button>
          </div>
        </Card>
      ))}
      {data?.entries.length === 0 && data.similar.length === 0 && <Text>Niets gevonden dat hierop lijkt.</Text>}
    </div>
  );
}
