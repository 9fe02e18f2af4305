import { Button, Field, Input, makeStyles, Select, Title3, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useState, type SubmitEvent } from 'react';
import { belgianDay } from '../../../../handlers/belgian-day.js';
import { NOTED_KINDS, type ContactStatement } from '../../../../handlers/contacts/views.js';
import { newName } from '../base/kept.js';
import { sayDayOf } from '../insights/texts.js';
import { CONTACT_PAGE, CONTACT_WORDS } from './words.js';

const useStyles = makeStyles({
  box: { maxWidth: '48rem', margin: '16px auto 0', padding: '16px', display: 'grid', gap: '20px' },
  form: { display: 'grid', gap: '10px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 17rem), 1fr))',
    gap: '10px',
    // The longest choice does not push its field over the next one.
    '& > *': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface NoteFormProps {
  readonly statement: ContactStatement;
  readonly onNote: (note: object) => Promise<boolean>;
  readonly onLabel: (label: string) => Promise<boolean>;
  readonly onDrop: (moment: string) => Promise<boolean>;
}

/** What a coach adds: the name on the statement, and moments outside the helpline. */
export function NoteForm({ statement, onNote, onLabel, onDrop }: NoteFormProps) {
  const styles = useStyles();
  const noted = statement.moments.filter(({ ticket }) => ticket === null);
  return (
    <div className={styles.box}>
      {statement.moments.length > 0 && <LabelForm label={statement.label ?? ''} onLabel={onLabel} />}
      <NewMoment onNote={onNote} />
      {noted.length > 0 && (
        <ul className={styles.list}>
          {noted.map(({ id, kind, at }) => {
            const day = sayDayOf(at);
            return (
              <li key={id} className={styles.line}>
                {CONTACT_WORDS[kind]}, {day}
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={CONTACT_PAGE.drop(CONTACT_WORDS[kind], day)}
                  onClick={() => void onDrop(id)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function LabelForm({ label, onLabel }: { readonly label: string; readonly onLabel: NoteFormProps['onLabel'] }) {
  const styles = useStyles();
  const [text, setText] = useState(label);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void onLabel(text.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={CONTACT_PAGE.label}>
        <Input
          value={text}
          maxLength={120}
          onChange={(_event, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <div>
        <Button type="submit">{CONTACT_PAGE.saveLabel}</Button>
      </div>
    </form>
  );
}

function NewMoment({ onNote }: { readonly onNote: NoteFormProps['onNote'] }) {
  const styles = useStyles();
  const today = belgianDay(new Date());
  const [kind, setKind] = useState<(typeof NOTED_KINDS)[number]>('visit');
  const [day, setDay] = useState(today);
  const [minutes, setMinutes] = useState('60');
  const [remark, setRemark] = useState('');
  const [once, setOnce] = useState(newName);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const note = { kind, day, minutes: Number(minutes), remark: remark.trim() === '' ? null : remark.trim(), once };
    void onNote(note).then((done) => {
      if (!done) return;
      setRemark('');
      setOnce(newName());
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Title3 as="h2">{CONTACT_PAGE.note}</Title3>
      <div className={styles.row}>
        <Field label={CONTACT_PAGE.kind}>
          <Select
            value={kind}
            onChange={(_event, { value }) => {
              setKind(NOTED_KINDS.find((name) => name === value) ?? 'visit');
            }}
          >
            {NOTED_KINDS.map((name) => (
              <option key={name} value={name}>
                {CONTACT_WORDS[name]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={CONTACT_PAGE.day} required>
          <Input
            type="date"
            value={day}
            max={today}
            onChange={(_event, { value }) => {
              setDay(value);
            }}
          />
        </Field>
        <Field label={CONTACT_PAGE.minutes} required>
          <Input
            type="number"
            min={0}
            max={1440}
            value={minutes}
            onChange={(_event, { value }) => {
              setMinutes(value);
            }}
          />
        </Field>
      </div>
      <Field label={CONTACT_PAGE.remark}>
        <Input
          value={remark}
          maxLength={200}
          onChange={(_event, { value }) => {
            setRemark(value);
          }}
        />
      </Field>
      <div>
        <Button type="submit" appearance="primary">
          {CONTACT_PAGE.save}
        </Button>
      </div>
    </form>
  );
}
