import {
  Button,
  CounterBadge,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { CHANNELS } from '../../../../handlers/message.js';
import { VIEWS, type ViewName } from '../../../../handlers/desk/views.js';
import { PHASES, PHASE_TITLES, THEMES, THEME_TITLES } from '../../../../knowledge/entry.js';
import { readKept, writeKept } from '../base/kept.js';
import { useNow } from '../base/moment.js';
import { CHANNEL_WORDS, VIEW_WORDS } from '../base/words.js';
import { MoreRows } from './more-rows.js';
import { ParkedList } from './parked-list.js';
import { QueueRowLink } from './queue-row-link.js';
import { useEveryone } from './use-everyone.js';
import { useQueue } from './use-queue.js';
import { useQueueKeys } from './use-queue-keys.js';

const useStyles = makeStyles({
  views: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    padding: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  view: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    padding: '4px 10px',
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    font: 'inherit',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  filters: {
    display: 'flex',
    gap: '6px',
    padding: '8px',
    flexWrap: 'wrap',
    '& > *': { flex: '1 1 6rem', minWidth: 0 },
  },
  rows: { listStyleType: 'none', margin: 0, padding: 0, overflow: 'auto', flex: 1 },
  // What is not on screen is not laid out: two hundred rows cost as much as ten.
  row: { contentVisibility: 'auto', containIntrinsicSize: 'auto 88px' },
  empty: { padding: '24px', textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

/** The queue: views with counts, filters, and the questions by promise. Looks again whenever something changes anywhere. */
export function QueuePane({ selected }: { readonly selected: string | null }) {
  const styles = useStyles();
  const [view, setView] = useState<ViewName>(() => VIEWS.find((name) => name === readKept('view')) ?? 'new');
  const [filter, setFilter] = useState<Readonly<Record<string, string>>>({});
  const { data, error, rows, more, fetching, showMore } = useQueue(view, filter);
  const choose = (name: ViewName): void => {
    writeKept('view', name);
    setView(name);
  };
  const looking = useEveryone();
  const now = useNow(30_000);
  useQueueKeys(rows, selected, choose);
  return (
    <>
      <div className={styles.views} role="group" aria-label="Welke vragen">
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === view}
            className={mergeClasses(styles.view, name === view && styles.chosen)}
            onClick={() => {
              choose(name);
            }}
          >
            {VIEW_WORDS[name]}
            {data && data.counts[name] > 0 && (
              <CounterBadge
                count={data.counts[name]}
                overflowCount={999}
                size="small"
                color={name === 'overdue' || name === 'urgent' ? 'danger' : 'informative'}
              />
            )}
          </button>
        ))}
      </div>
      <div className={styles.filters}>
        <Choice
          label="Thema"
          value={filter.theme}
          values={THEMES.map((theme) => [theme, THEME_TITLES[theme]])}
          onChoose={(theme) => {
            setFilter({ ...filter, theme });
          }}
        />
        <Choice
          label="Fase"
          value={filter.phase}
          values={PHASES.map((phase) => [phase, PHASE_TITLES[phase]])}
          onChoose={(phase) => {
            setFilter({ ...filter, phase });
          }}
        />
        <Choice
          label="Kanaal"
          value={filter.channel}
          values={CHANNELS.slice(0, 3).map((channel) => [channel, CHANNEL_WORDS[channel]])}
          onChoose={(channel) => {
            setFilter({ ...filter, channel });
          }}
        />
        {data && data.schools.length > 0 && (
          <Choice
            label="School"
            value={filter.school}
            values={data.schools.map((school) => [school, school])}
            onChoose={(school) => {
              setFilter({ ...filter, school });
            }}
          />
        )}
      </div>
      {error && (
        <MessageBar intent="error">
          <MessageBarBody>{error.message} We proberen het opnieuw.</MessageBarBody>
        </MessageBar>
      )}
      {data && data.failed > 0 && (
        <MessageBar intent="error">
          <MessageBarBody>
            {data.failed === 1
              ? 'Eén bericht kon niet bezorgd worden.'
              : `${String(data.failed)} berichten konden niet bezorgd worden.`}{' '}
            Kijk bij de vraag.
          </MessageBarBody>
        </MessageBar>
      )}
      <ParkedList />
      {!data && !error && <Spinner style={{ padding: '24px' }} label="Vragen laden" />}
      {data && (
        <ul className={styles.rows} onKeyDown={moveFocus} aria-label={VIEW_WORDS[view]}>
          {rows.map((row) => (
            <li key={row.id} className={styles.row}>
              <QueueRowLink row={row} selected={row.id === selected} looking={looking.get(row.id) ?? null} now={now} />
            </li>
          ))}
          {rows.length === 0 && !more && (
            <li className={styles.empty}>
              {Object.values(filter).some((value) => value !== '') ? (
                <>
                  Geen vragen hier met deze filter.{' '}
                  <Button
                    size="small"
                    onClick={() => {
                      setFilter({});
                    }}
                  >
                    Zonder filter
                  </Button>
                </>
              ) : (
                (EMPTY[view] ?? 'Geen vragen hier.')
              )}
            </li>
          )}
          {more && <MoreRows fetching={fetching} onMore={showMore} />}
        </ul>
      )}
    </>
  );
}

const EMPTY: Partial<Record<ViewName, string>> = {
  new: 'Geen nieuwe vragen. Goed gedaan.',
  mine: 'Je hebt geen vragen bij je.',
  overdue: 'Niets is te laat.',
  urgent: 'Geen dringende vragen.',
};

/** Arrow keys walk through the list. */
function moveFocus(event: React.KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function Choice({
  label,
  value = '',
  values,
  onChoose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly values: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Select
      size="small"
      aria-label={label}
      value={value}
      onChange={(_event, data) => {
        onChoose(data.value);
      }}
    >
      <option value="">{label}: alle</option>
      {values.map(([value, title]) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </Select>
  );
}
