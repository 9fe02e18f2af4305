import { Button, makeStyles, Text } from '@fluentui/react-components';
import { MOST_QUESTIONS } from '../../../../handlers/survey/views.js';
import { newName } from '../base/kept.js';
import { emptyQuestion, type QuestionForm } from './draft.js';
import { QuestionFields } from './question-fields.js';
import { SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({ tools: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' } });

/** The questions of a survey being written: added, moved, taken away. */
export function Questions({
  questions,
  onChange,
}: {
  readonly questions: readonly QuestionForm[];
  readonly onChange: (questions: readonly QuestionForm[]) => void;
}) {
  const styles = useStyles();
  const moveUp = (at: number): readonly QuestionForm[] => [
    ...questions.slice(0, at - 1),
    ...questions.slice(at, at + 1),
    ...questions.slice(at - 1, at),
    ...questions.slice(at + 1),
  ];
  return (
    <>
      {questions.map((question, at) => (
        <QuestionFields
          key={question.key}
          question={question}
          place={at + 1}
          onChange={(part) => {
            onChange(questions.map((one) => (one.key === question.key ? { ...one, ...part } : one)));
          }}
          onRemove={() => {
            onChange(questions.filter(({ key }) => key !== question.key));
          }}
          onUp={() => {
            onChange(moveUp(at));
          }}
        />
      ))}
      <div className={styles.tools}>
        <Button
          disabledFocusable={questions.length >= MOST_QUESTIONS}
          onClick={() => {
            if (questions.length < MOST_QUESTIONS) onChange([...questions, emptyQuestion(newName())]);
          }}
        >
          {SURVEY_PAGE.add}
        </Button>
        {questions.length >= MOST_QUESTIONS && <Text size={200}>{SURVEY_PAGE.most}</Text>}
      </div>
    </>
  );
}
