import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import type { SurveyDraft } from '../../../../handlers/survey/author.js';
import { SCALE, type SurveyQuestion } from '../../../../handlers/survey/views.js';
import { SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({
  phone: {
    maxWidth: '24rem',
    padding: '12px',
    display: 'grid',
    gap: '10px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  bubble: {
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    display: 'grid',
    gap: '4px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  button: {
    padding: '2px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Every question as a mentor gets it, one after the other. */
export function MentorPreview({ draft }: { readonly draft: SurveyDraft }) {
  const styles = useStyles();
  const { questions, title, intro } = draft;
  return (
    <section aria-label={SURVEY_PAGE.preview}>
      <Title3 as="h2">{SURVEY_PAGE.preview}</Title3>
      <div className={styles.phone}>
        <div className={styles.bubble}>
          <strong>{title}</strong>
          {intro}
        </div>
        {questions.map((question, at) => (
          <div key={at} className={styles.bubble}>
            <span className={styles.quiet}>
              {SURVEY_PAGE.question(at + 1)} van {questions.length}
            </span>
            {question.text}
            {question.kind === 'scale' && (
              <span className={styles.quiet}>
                1 = {question.low}, 5 = {question.high}
              </span>
            )}
            <div className={styles.buttons}>
              {[...labelsOf(question), 'Sla over'].map((label, place) => (
                <span key={place} className={styles.button}>
                  {label}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function labelsOf(question: SurveyQuestion): readonly string[] {
  switch (question.kind) {
    case 'scale':
      return SCALE.map(String);
    case 'choice':
      return question.options;
    case 'open':
      return [];
  }
}
