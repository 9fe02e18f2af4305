import { Button, makeStyles, Spinner, Text, Title2, Title3, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { may } from '../../../../handlers/desk/coach.js';
import type { QuestionResult, SurveyView } from '../../../../handlers/survey/views.js';
import { ApiError } from '../base/api.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { Bars } from '../insights/charts/bars.js';
import '../insights/print.css';
import { saveFile } from '../insights/save-file.js';
import { sayDay, sayNumber, sayPercent } from '../insights/texts.js';
import { DayField } from './day-field.js';
import { STAGE_WORDS, SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '12px' },
  tools: { display: 'flex', gap: '8px 12px', alignItems: 'end', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: {
    display: 'grid',
    gap: '8px',
    padding: '16px',
    breakInside: 'avoid',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** One survey: when it runs, how many took it, and what they answered. */
export default function SurveyPage() {
  const styles = useStyles();
  const { query } = usePlace();
  const loaded = useLoad<SurveyView>(`/surveys/${query.get('id') ?? ''}`);
  if (loaded.error) return <Text role="alert">{loaded.error.message}</Text>;
  if (!loaded.data) return <Spinner label="Laden" />;
  const { survey, stage, invited, started, finished, stopped, results } = loaded.data;
  return (
    <div className={styles.page}>
      <Title2 as="h1">{survey.title}</Title2>
      <div className="not-on-paper">
        <Link to="/inzichten/bevragingen">{SURVEY_PAGE.backToList}</Link>
      </div>
      <Text>{survey.intro}</Text>
      <Text weight="semibold">
        {STAGE_WORDS[stage]}
        {survey.window && ` · ${SURVEY_PAGE.from(sayDay(survey.window.from), sayDay(survey.window.to))}`}
      </Text>
      <Tools view={loaded.data} onChanged={loaded.put} />
      <Title3 as="h2">{SURVEY_PAGE.results}</Title3>
      <Text>{SURVEY_PAGE.taken(invited, started, finished, stopped)}</Text>
      {results.map((one, at) => (
        <Result key={at} place={at + 1} result={one} />
      ))}
    </div>
  );
}

function Result({ result, place }: { readonly result: QuestionResult; readonly place: number }) {
  const styles = useStyles();
  const { question, answers, counts, mean, words, hidden } = result;
  return (
    <section className={styles.part} aria-label={SURVEY_PAGE.question(place)}>
      <Title3 as="h3">
        {place}. {question.text}
      </Title3>
      <Text size={200} className={styles.quiet}>
        {SURVEY_PAGE.answers(answers)}
        {mean !== null && `, ${SURVEY_PAGE.mean(sayNumber(mean))}`}
      </Text>
      {hidden && <Text>{SURVEY_PAGE.few}</Text>}
      {counts.length > 0 && (
        <Bars
          whole={answers}
          bars={counts.map(({ label, count }) => ({
            title: label,
            parts: [count],
            shown: `${sayNumber(count)} · ${sayPercent(count / Math.max(1, answers))}`,
          }))}
        />
      )}
      {words.length > 0 && (
        <>
          <Text size={200} className={styles.quiet}>
            {SURVEY_PAGE.careful}
          </Text>
          <ul className={styles.words}>
            {words.map((said, at) => (
              <li key={at}>{said}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Tools({ view, onChanged }: { readonly view: SurveyView; readonly onChanged: (view: SurveyView) => void }) {
  const styles = useStyles();
  const { api, coach } = useSession();
  const { go } = usePlace();
  const { survey, stage, editable } = view;
  const [last, setLast] = useState(survey.window?.to ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const lead = may(coach.role, 'surveys');
  const moveEnd = (): void => {
    const { title, intro, questions, window } = survey;
    setProblem(null);
    const draft = { title, intro, questions, window: window === null ? null : { from: window.from, to: last } };
    api.call<SurveyView>('PUT', `/surveys/${survey.id}`, draft).then(onChanged, (error: unknown) => {
      setProblem(error instanceof ApiError ? error.message : SURVEY_PAGE.failed);
    });
  };
  return (
    <div className={`${styles.tools} not-on-paper`}>
      {lead && editable && (
        <Button
          icon={<EditRegular />}
          onClick={() => {
            go(`/inzichten/bevragingen/schrijf?id=${survey.id}`);
          }}
        >
          Pas aan
        </Button>
      )}
      {lead && stage === 'open' && (
        <>
          <DayField label={SURVEY_PAGE.last} value={last} onChange={setLast} />
          <Button onClick={moveEnd}>{SURVEY_PAGE.moveEnd}</Button>
        </>
      )}
      <Button
        icon={<ArrowDownloadRegular />}
        onClick={() => {
          void saveFile(api, `/surveys/${survey.id}/csv`).then((kept) => {
            setProblem(kept ? null : SURVEY_PAGE.csvFailed);
          });
        }}
      >
        {SURVEY_PAGE.csv}
      </Button>
      {problem !== null && <Text role="alert">{problem}</Text>}
    </div>
  );
}
