import {
  Button,
  Field,
  Input,
  makeStyles,
  Spinner,
  Text,
  Textarea,
  Title2,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';
import type { SurveyView } from '../../../../handlers/survey/views.js';
import { ApiError } from '../base/api.js';
import { newName } from '../base/kept.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { DayField } from './day-field.js';
import { emptyQuestion, toDraft, toForm, type SurveyForm } from './draft.js';
import { MentorPreview } from './mentor-preview.js';
import { Questions } from './questions.js';
import { SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({
  page: { maxWidth: '52rem', margin: '0 auto', padding: '16px', display: 'grid', gap: '12px' },
  form: { display: 'grid', gap: '12px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: '10px',
    '& > *': { minWidth: 0 },
  },
  tools: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const EMPTY: SurveyForm = { title: '', intro: '', questions: [], from: '', to: '' };

/** Writes a new survey, or goes on with one that does not run yet. */
export default function WritePage() {
  const { query } = usePlace();
  const id = query.get('id');
  const loaded = useLoad<SurveyView>(id === null ? null : `/surveys/${id}`);
  if (id === null) return <Writer id={null} start={{ ...EMPTY, questions: [emptyQuestion(newName())] }} />;
  if (loaded.data) return <Writer key={id} id={id} start={toForm(loaded.data.survey)} />;
  return loaded.error ? <Text role="alert">{loaded.error.message}</Text> : <Spinner label="Laden" />;
}

function Writer({ id, start }: { readonly id: string | null; readonly start: SurveyForm }) {
  const styles = useStyles();
  const { api } = useSession();
  const { go } = usePlace();
  const [form, setForm] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<SurveyForm>): void => {
    setForm({ ...form, ...part });
  };
  const run = (work: Promise<SurveyView | null>): void => {
    setProblem(null);
    work.then(
      (view) => {
        go(view ? `/inzichten/bevragingen/bekijk?id=${view.survey.id}` : '/inzichten/bevragingen');
      },
      (error: unknown) => {
        setProblem(error instanceof ApiError ? error.message : SURVEY_PAGE.failed);
      },
    );
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if ((form.from === '') !== (form.to === '')) {
      setProblem(SURVEY_PAGE.halfWindow);
      return;
    }
    const draft = toDraft(form);
    run(id === null ? api.call('POST', '/surveys', draft) : api.call('PUT', `/surveys/${id}`, draft));
  };
  return (
    <div className={styles.page}>
      <Title2 as="h1">{SURVEY_PAGE.make}</Title2>
      <Link to="/inzichten/bevragingen">{SURVEY_PAGE.backToList}</Link>
      <form className={styles.form} onSubmit={submit}>
        <Field label={SURVEY_PAGE.surveyTitle} required>
          <Input
            value={form.title}
            maxLength={80}
            onChange={(_event, { value }) => {
              change({ title: value });
            }}
          />
        </Field>
        <Field label={SURVEY_PAGE.surveyIntro} required>
          <Textarea
            value={form.intro}
            maxLength={400}
            onChange={(_event, { value }) => {
              change({ intro: value });
            }}
          />
        </Field>
        <Questions
          questions={form.questions}
          onChange={(questions) => {
            change({ questions });
          }}
        />
        <Title3 as="h2">{SURVEY_PAGE.when}</Title3>
        <Text size={200} className={styles.quiet}>
          {SURVEY_PAGE.whenHint}
        </Text>
        <div className={styles.row}>
          <DayField
            label={SURVEY_PAGE.first}
            value={form.from}
            onChange={(from) => {
              change({ from });
            }}
          />
          <DayField
            label={SURVEY_PAGE.last}
            value={form.to}
            onChange={(to) => {
              change({ to });
            }}
          />
        </div>
        {problem !== null && <Text role="alert">{problem}</Text>}
        <div className={styles.tools}>
          <Button type="submit" appearance="primary">
            {SURVEY_PAGE.save}
          </Button>
          {id !== null && (
            <Button
              onClick={() => {
                run(api.call('DELETE', `/surveys/${id}`, {}).then(() => null));
              }}
            >
              {SURVEY_PAGE.remove_}
            </Button>
          )}
        </div>
      </form>
      <MentorPreview draft={toDraft(form)} />
    </div>
  );
}
