import { Badge, Select, mergeClasses } from '@fluentui/react-components';
import type { KnowledgeRow } from '../../../../handlers/desk/learn/views.js';
import { THEME_TITLES } from '../../../../knowledge/entry.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { CERTAINTY_WORDS, KIND_WORDS } from './learn-words.js';
import { usePageStyles } from './page-styles.js';
import { useCall } from './use-call.js';

/** Items with their figures and dates; in review, with who looks after them. */
export function KnowledgeTable({
  rows,
  review,
  onChanged,
}: {
  readonly rows: readonly KnowledgeRow[];
  readonly review: boolean;
  readonly onChanged: () => void;
}) {
  const styles = usePageStyles();
  if (rows.length === 0)
    return <span>{review ? 'Niets aan nazicht toe in de komende twee maanden.' : 'Niets gevonden.'}</span>;
  return (
    <div className={styles.wrap} tabIndex={0} role="region" aria-label="Ingangen">
      <table className={mergeClasses(styles.table, styles.cards)}>
        <thead>
          <tr>
            <th scope="col">Ingang</th>
            <th scope="col">Thema</th>
            <th scope="col" className={styles.number}>
              Getoond
            </th>
            <th scope="col" className={styles.number}>
              Geholpen
            </th>
            <th scope="col" className={styles.number}>
              Niet
            </th>
            <th scope="col" className={styles.number}>
              Naar coach
            </th>
            <th scope="col">Nakijken tegen</th>
            <th scope="col">Wie</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/kennis/ingang/${row.id}`}>{row.title}</Link>
                <div className={styles.quiet}>
                  {KIND_WORDS[row.kind]} · {CERTAINTY_WORDS[row.certainty]} · {row.phrasings} vraagvormen
                  {row.waiting > 0 ? ` · ${String(row.waiting)} voorstel` : ''}
                </div>
              </td>
              <td data-wide="">{row.theme === null ? '' : THEME_TITLES[row.theme]}</td>
              <td className={styles.number} data-label="Getoond">
                {row.figures.shown}
              </td>
              <td className={styles.number} data-label="Geholpen">
                {row.figures.helped}
              </td>
              <td className={styles.number} data-label="Niet">
                {row.figures.notHelped}
              </td>
              <td className={styles.number} data-label="Naar coach">
                {row.figures.toCoach}
              </td>
              <td data-label="Nakijken tegen" data-wide="">
                {sayDate(row.reviewBy)}{' '}
                {row.overdue && (
                  <Badge color="danger" size="small">
                    over datum
                  </Badge>
                )}
              </td>
              <td data-label="Wie" data-wide="">
                <Owner row={row} onChanged={onChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who looks after it: chosen from the colleagues. */
export function Owner({ row, onChanged }: { readonly row: KnowledgeRow; readonly onChanged: () => void }) {
  const { coaches } = useSession();
  const { busy, call } = useCall();
  return (
    <Select
      size="small"
      disabled={busy}
      aria-label={`Wie kijkt “${row.title}” na?`}
      value={row.owner ?? ''}
      onChange={(_event, { value }) => {
        void call('POST', `/knowledge/items/${row.id}/owner`, { owner: value === '' ? null : value }).then(onChanged);
      }}
    >
      <option value="">niemand</option>
      {coaches
        .filter(({ active, id }) => active || id === row.owner)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}

const day = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'short', year: 'numeric' });

/** "1 sep 2027". */
export function sayDate(iso: string): string {
  return day.format(new Date(`${iso.slice(0, 10)}T12:00:00Z`));
}
