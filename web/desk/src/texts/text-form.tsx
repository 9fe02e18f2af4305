import { Button, Card, Checkbox, Field, Input, Text, Textarea, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CannedText } from '../../../../handlers/desk/views.js';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px' },
  row: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'center' },
});

export interface NewText {
  readonly title: string;
  readonly markdown: string;
  readonly shared: boolean;
}

interface Props {
  readonly text: CannedText | null;
  readonly variables: readonly string[];
  readonly mayShare: boolean;
  readonly problem: string | null;
  readonly onSave: (text: NewText) => void;
  readonly onCancel: () => void;
}

/** Writing a text; the places to fill in are buttons, so that nobody has to remember them. */
export function TextForm({ text, variables, mayShare, problem, onSave, onCancel }: Props) {
  const styles = useStyles();
  const [title, setTitle] = useState(text?.title ?? '');
  const [markdown, setMarkdown] = useState(text?.markdown ?? 'Dag {mentor},\n\n\n\nGroeten,\n{coach}');
  const [shared, setShared] = useState(text === null ? mayShare : text.owner === null);
  return (
    <Card>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ title: title.trim(), markdown, shared });
        }}
      >
        <Field label="Titel" required>
          <Input
            value={title}
            maxLength={60}
            onChange={(_event, { value }) => {
              setTitle(value);
            }}
          />
        </Field>
        <Field label="Tekst" required>
          <Textarea
            rows={8}
            value={markdown}
            maxLength={8_000}
            onChange={(_event, { value }) => {
              setMarkdown(value);
            }}
          />
        </Field>
        <div className={styles.row}>
          <Text size={200}>Wordt vanzelf ingevuld:</Text>
          {variables.map((name) => (
            <Button
              key={name}
              size="small"
              aria-label={`Voeg {${name}} toe`}
              onClick={() => {
                setMarkdown(`${markdown}{${name}}`);
              }}
            >{`{${name}}`}</Button>
          ))}
        </div>
        {mayShare && (
          <Checkbox
            checked={shared}
            label="Voor alle coaches"
            onChange={(_event, { checked }) => {
              setShared(checked === true);
            }}
          />
        )}
        {problem !== null && <Text role="alert">{problem}</Text>}
        <div className={styles.row}>
          <Button type="submit" appearance="primary" disabledFocusable={title.trim().length < 2}>
            Bewaar
          </Button>
          <Button onClick={onCancel}>Annuleer</Button>
        </div>
      </form>
    </Card>
  );
}
