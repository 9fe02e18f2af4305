import { Button, makeStyles } from '@fluentui/react-components';
import { BookRegular } from '@fluentui/react-icons';
import { may } from '../../../../handlers/desk/coach.js';
import type { Proposal } from '../../../../handlers/desk/learn/views.js';
import { useLive } from '../base/live.js';
import { usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';

const useStyles = makeStyles({
  word: { '@media (max-width: 900px)': { display: 'none' } },
});

/** The way to the knowledge; an editor sees how much waits for a second look. */
export function KnowledgeButton() {
  const styles = useStyles();
  const { coach } = useSession();
  const { go } = usePlace();
  const { data, reload } = useLoad<{ proposals: readonly Proposal[] }>(
    may(coach.role, 'knowledge') ? '/knowledge/proposals' : null,
  );
  useLive('knowledge', reload);
  const count = data?.proposals.length ?? 0;
  const title = count === 0 ? 'Kennis' : `Kennis (${String(count)})`;
  return (
    <Button
      appearance="subtle"
      icon={<BookRegular />}
      aria-label={count === 0 ? title : `${title} te keuren`}
      onClick={() => {
        go(count === 0 ? '/kennis' : '/kennis?toon=voorstellen');
      }}
    >
      <span className={styles.word}>{title}</span>
    </Button>
  );
}
