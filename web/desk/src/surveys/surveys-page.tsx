import { Button, Card, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { may } from '../../../../handlers/desk/coach.js';
import type { SurveyLine } from '../../../../handlers/survey/views.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { sayDay } from '../insights/texts.js';
import { STAGE_WORDS, SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', justifyContent: 'space-between', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Every survey, newest first; a lead starts a new one here. */
export default function SurveysPage() {
  const styles = useStyles();
  const { coach } = useSession();
  const { go } = usePlace();
  const loaded = useLoad<{ surveys: readonly SurveyLine[] }>('/surveys');
  const surveys = loaded.data?.surveys;
  return (
    <div className={styles.page}>
      <Title2 as="h1">{SURVEY_PAGE.title}</Title2>
      <Link to="/inzichten">{SURVEY_PAGE.back}</Link>
      <Text>{SURVEY_PAGE.intro}</Text>
      {loaded.error && <Text role="alert">{loaded.error.message}</Text>}
      {may(coach.role, 'surveys') ? (
        <div>
          <Button
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => {
              go('/inzichten/bevragingen/schrijf');
            }}
          >
            {SURVEY_PAGE.make}
          </Button>
        </div>
      ) : (
        <Text size={200} className={styles.quiet}>
          {SURVEY_PAGE.onlyLead}
        </Text>
      )}
      {surveys?.length === 0 && <Text>{SURVEY_PAGE.none}</Text>}
      <ul className={styles.list}>
        {surveys?.map(({ id, title, stage, window, started, finished }) => (
          <li key={id}>
            <Card className={styles.line} orientation="horizontal">
              <Link to={`/inzichten/bevragingen/bekijk?id=${id}`}>{title}</Link>
              <Text>
                {STAGE_WORDS[stage]}
                {window && ` · ${SURVEY_PAGE.from(sayDay(window.from), sayDay(window.to))}`}
              </Text>
              <Text className={styles.quiet}>{SURVEY_PAGE.count(started, finished)}</Text>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
