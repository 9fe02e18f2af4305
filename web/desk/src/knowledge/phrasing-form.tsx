import { Badge, Field, Input, Radio, RadioGroup, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LearnStart } from '../../../../handlers/desk/learn/views.js';
import type { SearchHit } from '../../../../handlers/desk/views.js';
import { useLoad } from '../base/use-load.js';
import { KIND_WORDS } from './learn-words.js';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '12px' },
  list: { maxHeight: '16rem', overflow: 'auto' },
  short: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface PhrasingWish {
  readonly item: string;
  readonly words: string;
}

interface Option {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly short: string;
}

/** The mentor's words, and the entry that answers them. */
export function PhrasingForm({
  suggestions,
  wish,
  onChange,
}: {
  readonly suggestions: LearnStart['suggestions'];
  readonly wish: PhrasingWish;
  readonly onChange: (wish: PhrasingWish) => void;
}) {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const { data } = useLoad<{ hits: readonly SearchHit[] }>(
    query.trim().length < 2 ? null : `/search?q=${encodeURIComponent(query.trim())}`,
  );
  const found: readonly Option[] =
    data?.hits
      .filter(({ kind }) => kind === 'entry')
      .map(({ id, title, excerpt }) => ({ id, title, note: 'gevonden', short: excerpt })) ?? [];
  const ranked = suggestions.map(({ id, title, kind, score, short }) => ({
    id,
    title,
    note: `${KIND_WORDS[kind].toLowerCase()}, ${String(Math.round(score * 100))} %`,
    short,
  }));
  const options = query.trim().length < 2 ? ranked : found;
  return (
    <div className={styles.box}>
      <Field label="Zo vroeg de mentor het" hint="Persoonlijke gegevens zijn verborgen. Maak er gerust één zin van.">
        <Textarea
          value={wish.words}
          rows={2}
          maxLength={4_000}
          onChange={(_event, { value }) => {
            onChange({ ...wish, words: value });
          }}
        />
      </Field>
      <Field label="Welke ingang geeft het antwoord?">
        <RadioGroup
          className={styles.list}
          value={wish.item}
          onChange={(_event, { value }) => {
            onChange({ ...wish, item: value });
          }}
        >
          {options.map(({ id, title, note, short }) => (
            <Radio
              key={id}
              value={id}
              label={
                <>
                  {title}{' '}
                  <Badge appearance="tint" color="informative" size="small">
                    {note}
                  </Badge>
                  <span className={styles.short}>{short}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label="Zoek een andere ingang">
        <Input
          type="search"
          value={query}
          onChange={(_event, { value }) => {
            setQuery(value);
          }}
        />
      </Field>
    </div>
  );
}
