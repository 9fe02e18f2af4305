import { Button, Card, Field, Input, makeStyles, Select, Textarea, Title3 } from '@fluentui/react-components';
import { ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import { MOST_OPTIONS, OPTION_LENGTH, QUESTION_KINDS } from '../../../../handlers/survey/views.js';
import { linesOf, type QuestionForm } from './draft.js';
import { KIND_WORDS, SURVEY_PAGE } from './words.js';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '4px', '& > :first-child': { marginRight: 'auto' } },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: '10px',
    '& > *': { minWidth: 0 },
  },
});

interface QuestionFieldsProps {
  readonly question: QuestionForm;
  /** From 1. */
  readonly place: number;
  readonly onChange: (part: Partial<QuestionForm>) => void;
  readonly onRemove: () => void;
  readonly onUp: () => void;
}

/** One question of a survey being written. */
export function QuestionFields({ question, place, onChange, onRemove, onUp }: QuestionFieldsProps) {
  const styles = useStyles();
  return (
    <Card role="group" aria-label={SURVEY_PAGE.question(place)}>
      <div className={styles.head}>
        <Title3 as="h2">{SURVEY_PAGE.question(place)}</Title3>
        {place > 1 && (
          <Button appearance="subtle" icon={<ArrowUpRegular />} aria-label={SURVEY_PAGE.up(place)} onClick={onUp} />
        )}
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={SURVEY_PAGE.remove(place)}
          onClick={onRemove}
        />
      </div>
      <Field label={SURVEY_PAGE.text} required>
        <Input
          value={question.text}
          maxLength={200}
          onChange={(_event, { value }) => {
            onChange({ text: value });
          }}
        />
      </Field>
      <div className={styles.row}>
        <Field label={SURVEY_PAGE.kind}>
          <Select
            value={question.kind}
            onChange={(_event, { value }) => {
              onChange({ kind: QUESTION_KINDS.find((kind) => kind === value) ?? 'scale' });
            }}
          >
            {QUESTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </Select>
        </Field>
        {question.kind === 'scale' && <ScaleFields question={question} onChange={onChange} />}
      </div>
      {question.kind === 'choice' && <OptionsField question={question} onChange={onChange} />}
    </Card>
  );
}

type Part = Pick<QuestionFieldsProps, 'question' | 'onChange'>;

function ScaleFields({ question, onChange }: Part) {
  return (
    <>
      <Field label={SURVEY_PAGE.low} required>
        <Input
          value={question.low}
          maxLength={40}
          onChange={(_event, { value }) => {
            onChange({ low: value });
          }}
        />
      </Field>
      <Field label={SURVEY_PAGE.high} required>
        <Input
          value={question.high}
          maxLength={40}
          onChange={(_event, { value }) => {
            onChange({ high: value });
          }}
        />
      </Field>
    </>
  );
}

function OptionsField({ question, onChange }: Part) {
  const options = linesOf(question.options);
  const long = options.find((option) => option.length > OPTION_LENGTH);
  const problem =
    long !== undefined
      ? `"${long}" is langer dan ${String(OPTION_LENGTH)} tekens.`
      : options.length > MOST_OPTIONS
        ? `Hoogstens ${String(MOST_OPTIONS)} keuzes: wat erna komt, valt weg.`
        : undefined;
  return (
    <Field label={SURVEY_PAGE.options} required {...(problem === undefined ? {} : { validationMessage: problem })}>
      <Textarea
        value={question.options}
        resize="vertical"
        rows={4}
        onChange={(_event, { value }) => {
          onChange({ options: value });
        }}
      />
    </Field>
  );
}
