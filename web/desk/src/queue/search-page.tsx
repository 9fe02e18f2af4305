import { Badge, Card, Spinner, Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import type { SearchHit } from '../../../../handlers/desk/views.js';
import { Link, usePlace } from '../base/place.js';
import { useLoad } from '../base/use-load.js';
import { STATUS_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '12px' },
  list: { listStyleType: 'none', padding: 0, margin: 0, display: 'grid', gap: '8px' },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
});

/** What was found in questions, conversations and the knowledge. */
export default function SearchPage() {
  const styles = useStyles();
  const { query } = usePlace();
  const words = query.get('q') ?? '';
  const { data, error } = useLoad<{ hits: readonly SearchHit[]; left: number }>(
    `/search?q=${encodeURIComponent(words)}`,
  );
  return (
    <div className={styles.page}>
      <Title3 as="h1">Gezocht op “{words}”</Title3>
      <Link to="/">Terug naar de vragen</Link>
      {error && <Text role="alert">{error.message}</Text>}
      {!data && !error && <Spinner label="Zoeken" />}
      {data?.hits.length === 0 && <Text>Niets gevonden. Probeer minder of andere woorden.</Text>}
      <ul className={styles.list}>
        {data?.hits.map((hit) => (
          <li key={`${hit.kind}-${hit.id}`}>
            <Card>
              {hit.kind === 'ticket' ? (
                <Link to={`/vraag/${hit.id}`} className={styles.link}>
                  {hit.title}
                </Link>
              ) : (
                <a href={`/faq/${hit.id}`} target="_blank" rel="noreferrer" className={styles.link}>
                  {hit.title}
                </a>
              )}
              <Text>{hit.excerpt}</Text>
              <span>
                <Badge appearance="tint">{hit.status === null ? 'Kennisbank' : STATUS_WORDS[hit.status]}</Badge>
              </span>
            </Card>
          </li>
        ))}
      </ul>
      {data && data.left > 0 && (
        <Text>
          Nog {data.left.toLocaleString('nl-BE')} oudere {data.left === 1 ? 'vraag' : 'vragen'} met deze woorden. Typ er
          een woord bij om ze te vinden.
        </Text>
      )}
    </div>
  );
}
