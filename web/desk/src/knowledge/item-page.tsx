import { Badge, Button, Spinner, Text, Title3 } from '@fluentui/react-components';
import type { KnowledgeItem } from '../../../../handlers/desk/learn/views.js';
import { may } from '../../../../handlers/desk/coach.js';
import { THEME_TITLES } from '../../../../knowledge/entry.js';
import { useLive } from '../base/live.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { Owner, sayDate } from './knowledge-table.js';
import { CERTAINTY_WORDS, KIND_WORDS, sayChange } from './learn-words.js';
import { usePageStyles } from './page-styles.js';
import { PreviewPanel } from './preview-panel.js';
import { ReviewForm } from './review-form.js';
import { VersionList } from './version-list.js';

/** One item: how it looks, how it fares, who looks after it, and how it came to be. */
export function ItemPage({ id }: { readonly id: string }) {
  const styles = usePageStyles();
  const { coach } = useSession();
  const { go } = usePlace();
  const { data, error, reload } = useLoad<KnowledgeItem>(`/knowledge/items/${id}`);
  useLive('knowledge', reload);
  if (!data)
    return error ? (
      <Text style={{ padding: '24px' }}>{error.message}</Text>
    ) : (
      <Spinner style={{ padding: '48px' }} label="Ingang laden" />
    );
  const { row } = data;
  const editor = may(coach.role, 'knowledge');
  return (
    <div className={styles.page}>
      <Link to="/kennis">Terug naar de kennis</Link>
      <div className={styles.row}>
        <Title3 as="h1">{row.title}</Title3>
        <Button
          className={styles.right}
          appearance="primary"
          onClick={() => {
            go(`/kennis/ingang/${id}/wijzig`);
          }}
        >
          Wijzig
        </Button>
      </div>
      <div className={styles.row}>
        <Badge appearance="tint">{KIND_WORDS[row.kind]}</Badge>
        {row.theme !== null && <Badge appearance="tint">{THEME_TITLES[row.theme]}</Badge>}
        <Badge appearance="tint" color={row.certainty === 'te-controleren' ? 'warning' : 'informative'}>
          {CERTAINTY_WORDS[row.certainty]}
        </Badge>
        {row.overdue && <Badge color="danger">over datum</Badge>}
        <a href={data.publicPath} target="_blank" rel="noreferrer">
          Openbare bladzijde
        </a>
      </div>
      <Text>
        Getoond {row.figures.shown}, geholpen {row.figures.helped}, niet geholpen {row.figures.notHelped}, naar de coach{' '}
        {row.figures.toCoach} (laatste twaalf maanden).
      </Text>
      {data.waiting.map((proposal) => (
        <Link key={proposal.id} to={`/kennis/voorstel/${proposal.id}`}>
          Er wacht een voorstel: {sayChange(proposal.change).toLowerCase()}
        </Link>
      ))}
      <div className={styles.columns}>
        <PreviewPanel preview={data.preview} />
        <div className={styles.stack}>
          <div className={styles.row}>
            <Text>
              Nagekeken op {sayDate(row.checked)}, opnieuw tegen {sayDate(row.reviewBy)} door
            </Text>
            <Owner row={row} onChanged={reload} />
          </div>
          {editor && <ReviewForm item={data} onDone={reload} />}
          <details>
            <summary>{row.phrasings} vraagvormen</summary>
            <ul>
              {data.phrasings.map((phrasing) => (
                <li key={phrasing}>{phrasing}</li>
              ))}
            </ul>
          </details>
          <details>
            <summary>Bronnen</summary>
            <ul>
              {data.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </details>
          <VersionList item={data} editor={editor} onDone={reload} />
        </div>
      </div>
    </div>
  );
}
