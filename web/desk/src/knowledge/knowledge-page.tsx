import {
  Badge,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import { belgianDay, dayFrom } from '../../../../handlers/belgian-day.js';
import type { KnowledgeList, KnowledgeRow } from '../../../../handlers/desk/learn/views.js';
import { THEMES, THEME_TITLES } from '../../../../knowledge/entry.js';
import { FaceSwitch } from '../base/face-switch.js';
import { useLive } from '../base/live.js';
import { Link, usePlace } from '../base/place.js';
import { useLoad } from '../base/use-load.js';
import { KnowledgeTable } from './knowledge-table.js';
import { usePageStyles } from './page-styles.js';
import { ProposalList } from './proposal-list.js';

type Face = 'all' | 'review' | 'proposals';
const MOST_ROWS = 100;

/** Browse the knowledge, see what is due, and what waits for a second look. */
export function KnowledgePage() {
  const styles = usePageStyles();
  const { go, query } = usePlace();
  const { data, error, reload } = useLoad<KnowledgeList>('/knowledge');
  useLive('knowledge', reload);
  const [words, setWords] = useState('');
  const [theme, setTheme] = useState('');
  const [order, setOrder] = useState<Order>('title');
  const face = faceOf(query.get('toon'));
  if (!data)
    return error ? (
      <MessageBar intent="error">
        <MessageBarBody>{error.message}</MessageBarBody>
      </MessageBar>
    ) : (
      <Spinner style={{ padding: '48px' }} label="Kennis laden" />
    );
  const faces = [
    ['all', `Alles (${String(data.counts.all)})`],
    ['review', `Nazicht (${String(data.counts.overdue + data.counts.soon)})`],
    ['proposals', `Voorstellen (${String(data.counts.proposals)})`],
  ] as const;
  const rows = shownRows(data.rows, { face, words, theme, order: face === 'review' ? 'due' : order });
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <Title3 as="h1">Kennis</Title3>
        {data.counts.overdue > 0 && <Badge color="danger">{data.counts.overdue} over datum</Badge>}
        <Button
          className={styles.right}
          onClick={() => {
            go('/kennis/nieuw');
          }}
        >
          Nieuwe ingang
        </Button>
      </div>
      <Link to="/">Terug naar de vragen</Link>
      {data.setAside.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Deze gepubliceerde wijzigingen passen niet meer bij de bestanden en tellen nu niet mee:{' '}
            {data.setAside.join(', ')}.
          </MessageBarBody>
        </MessageBar>
      )}
      <FaceSwitch
        label="Wat tonen?"
        faces={faces}
        chosen={face}
        onChoose={(next) => {
          go(next === 'all' ? '/kennis' : `/kennis?toon=${next === 'review' ? 'nazicht' : 'voorstellen'}`);
        }}
      />
      {face === 'proposals' ? (
        <ProposalList />
      ) : (
        <>
          <div className={styles.fields}>
            <Field label="Zoek" style={{ flex: '1 1 14rem' }}>
              <Input
                type="search"
                value={words}
                onChange={(_event, { value }) => {
                  setWords(value);
                }}
              />
            </Field>
            <Field label="Thema">
              <Select
                value={theme}
                onChange={(_event, { value }) => {
                  setTheme(value);
                }}
              >
                <option value="">Alle thema’s</option>
                {THEMES.map((each) => (
                  <option key={each} value={each}>
                    {THEME_TITLES[each]}
                  </option>
                ))}
              </Select>
            </Field>
            {face === 'all' && (
              <Field label="Sorteer">
                <Select
                  value={order}
                  onChange={(_event, { value }) => {
                    setOrder(ORDERS.find(([name]) => name === value)?.[0] ?? 'title');
                  }}
                >
                  {ORDERS.map(([name, title]) => (
                    <option key={name} value={name}>
                      {title}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
          </div>
          <KnowledgeTable rows={rows.slice(0, MOST_ROWS)} review={face === 'review'} onChanged={reload} />
          {rows.length > MOST_ROWS && (
            <span className={styles.quiet}>
              De eerste {MOST_ROWS} van {rows.length}. Zoek of kies een thema om de rest te zien.
            </span>
          )}
        </>
      )}
    </div>
  );
}

function faceOf(word: string | null): Face {
  return word === 'nazicht' ? 'review' : word === 'voorstellen' ? 'proposals' : 'all';
}

const SOON_DAYS = 60;

const ORDERS = [
  ['title', 'Op titel, vragen eerst'],
  ['shown', 'Meest getoond'],
  ['notHelped', 'Helpt het minst'],
  ['toCoach', 'Meest naar de coach'],
  ['due', 'Eerst nakijken'],
] as const;
type Order = (typeof ORDERS)[number][0];

interface Wanted {
  readonly face: Face;
  readonly words: string;
  readonly theme: string;
  readonly order: Order;
}

function shownRows(rows: readonly KnowledgeRow[], { face, words, theme, order }: Wanted): readonly KnowledgeRow[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const soon = dayFrom(belgianDay(new Date()), SOON_DAYS);
  return rows
    .filter((row) => theme === '' || row.theme === theme)
    .filter(({ id, title }) => wanted.every((word) => `${title} ${id}`.toLowerCase().includes(word)))
    .filter(({ overdue, reviewBy }) => face !== 'review' || overdue || reviewBy < soon)
    .sort((a, b) => compare(a, b, order));
}

function compare(a: KnowledgeRow, b: KnowledgeRow, order: Order): number {
  if (order === 'due' && a.reviewBy !== b.reviewBy) return a.reviewBy < b.reviewBy ? -1 : 1;
  const more = order === 'title' || order === 'due' ? 0 : b.figures[order] - a.figures[order];
  const entriesFirst = Number(b.kind === 'entry') - Number(a.kind === 'entry');
  return more || entriesFirst || a.title.localeCompare(b.title, 'nl');
}
