import { Button, Checkbox, Field, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { CAUSES, WANTED_SUPPORT, type TicketTags } from '../../../../handlers/ticket.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { FACTORS, THEMES, THEME_TITLES } from '../../../../knowledge/entry.js';
import { CAUSE_WORDS, FACTOR_WORDS, SUPPORT_WORDS } from '../base/words.js';
import type { Actions } from './use-action.js';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '10px', paddingBottom: '12px' },
  group: { border: 0, margin: 0, padding: 0 },
});

/** The causes of the scheme, and the words an older label may hold. */
function causesFor(cause: string | null): readonly string[] {
  return cause === null || CAUSES.some((known) => known === cause) ? CAUSES : [...CAUSES, cause];
}

/** The scheme by which the sector counts questions. */
export function LabelsForm({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const styles = useStyles();
  // What a colleague saves shows here, until one changes something oneself.
  const [edited, setEdited] = useState<TicketTags | null>(null);
  const [saved, setSaved] = useState(false);
  const tags = edited ?? view.ticket.tags;
  const change = (part: Partial<TicketTags>): void => {
    setSaved(false);
    setEdited({ ...tags, ...part });
  };
  const save = async (): Promise<void> => {
    if (!(await actions.act('tags', tags))) return;
    setEdited(null);
    setSaved(true);
  };
  return (
    <div className={styles.form}>
      <Field label="Thema">
        <Select
          value={tags.theme ?? ''}
          onChange={(_event, { value }) => {
            change({ theme: THEMES.find((theme) => theme === value) ?? null });
          }}
        >
          <option value="">Nog geen</option>
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {THEME_TITLES[theme]}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.group}>
        <legend>Factoren</legend>
        {FACTORS.map((factor) => (
          <div key={factor}>
            <Checkbox
              label={FACTOR_WORDS[factor]}
              checked={tags.factors.includes(factor)}
              onChange={(_event, { checked }) => {
                change({
                  factors: FACTORS.filter((other) =>
                    other === factor ? checked === true : tags.factors.includes(other),
                  ),
                });
              }}
            />
          </div>
        ))}
      </fieldset>
      <Field label="Oorzaak">
        <Select
          value={tags.cause ?? ''}
          onChange={(_event, { value }) => {
            change({ cause: value === '' ? null : value });
          }}
        >
          <option value="">Nog geen</option>
          {causesFor(tags.cause).map((cause) => (
            <option key={cause} value={cause}>
              {CAUSE_WORDS[cause] ?? cause}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Gewenste steun">
        <Select
          value={tags.support ?? ''}
          onChange={(_event, { value }) => {
            change({ support: WANTED_SUPPORT.find((support) => support === value) ?? null });
          }}
        >
          <option value="">Nog geen</option>
          {WANTED_SUPPORT.map((support) => (
            <option key={support} value={support}>
              {SUPPORT_WORDS[support]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Wie raakt dit?">
        <Select
          value={tags.scope ?? ''}
          onChange={(_event, { value }) => {
            change({ scope: value === 'collectief' || value === 'individueel' ? value : null });
          }}
        >
          <option value="">Nog geen</option>
          <option value="individueel">Deze mentor</option>
          <option value="collectief">Veel mentors</option>
        </Select>
      </Field>
      <Field
        label="Signaal voor het beleid"
        hint="Wat de sector of de overheid moet weten. Zet er geen namen in. Leeg: geen signaal."
      >
        <Textarea
          value={tags.signal ?? ''}
          maxLength={500}
          onChange={(_event, { value }) => {
            change({ signal: value.trim() === '' ? null : value });
          }}
        />
      </Field>
      <div>
        <Button size="small" disabledFocusable={actions.busy} onClick={() => void save()}>
          Bewaar labels
        </Button>{' '}
        <span role="status">{saved ? 'Bewaard.' : edited === null ? '' : 'Nog niet bewaard.'}</span>
      </div>
    </div>
  );
}
