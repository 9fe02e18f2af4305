import { Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import type { DraftFields } from '../../../../handlers/desk/learn/views.js';
import { THEMES, THEME_TITLES } from '../../../../knowledge/entry.js';

const useStyles = makeStyles({ box: { display: 'grid', gap: '12px' } });
const MAX_SHORT_WORDS = 60;

/** A new entry in four fields; the rest of the file follows from them. */
export function DraftForm({
  draft,
  onChange,
}: {
  readonly draft: DraftFields;
  readonly onChange: (draft: DraftFields) => void;
}) {
  const styles = useStyles();
  const short = draft.answer.trim().split(/\n\s*\n/)[0] ?? '';
  const words = short.split(/\s+/).filter((word) => word !== '').length;
  return (
    <div className={styles.box}>
      <Field label="De vraag, zoals elke mentor ze zou stellen">
        <Input
          value={draft.question}
          maxLength={120}
          onChange={(_event, { value }) => {
            onChange({ ...draft, question: value });
          }}
        />
      </Field>
      <Field label="Thema">
        <Select
          value={draft.theme}
          onChange={(_event, { value }) => {
            onChange({ ...draft, theme: THEMES.find((theme) => theme === value) ?? draft.theme });
          }}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {THEME_TITLES[theme]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Het antwoord"
        hint={`De eerste alinea is het korte antwoord: nu ${String(words)} woorden, hoogstens ${String(MAX_SHORT_WORDS)}. Bron: een antwoord van een coach.`}
        {...(words > MAX_SHORT_WORDS
          ? {
              validationState: 'warning',
              validationMessage: 'Het korte antwoord is lang: laat er een lege regel na de kern.',
            }
          : {})}
      >
        <Textarea
          value={draft.answer}
          rows={6}
          maxLength={20_000}
          onChange={(_event, { value }) => {
            onChange({ ...draft, answer: value });
          }}
        />
      </Field>
      <Field label="Zo vragen mentors het" hint="Eén manier per regel.">
        <Textarea
          value={draft.phrasings.join('\n')}
          rows={2}
          onChange={(_event, { value }) => {
            onChange({ ...draft, phrasings: value.split('\n') });
          }}
        />
      </Field>
    </div>
  );
}
