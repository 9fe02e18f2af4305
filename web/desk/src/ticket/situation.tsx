import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { Link } from '../base/place.js';
import { SchoolField } from './school-field.js';
import type { Actions } from './use-action.js';
import { STATUS_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '10px', paddingBottom: '12px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '2px 12px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  list: { margin: 0, paddingLeft: '18px' },
  pre: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
});

const PROFILE_WORDS: Readonly<Record<string, string>> = {
  contract: 'Overeenkomst',
  level: 'Opleiding',
  age: 'Leeftijd',
  years: 'Jaren oud',
  role: 'Vrager',
  crew: 'Ploeg',
  position: 'Mentor is',
  first_employee: 'Eerste personeel',
  experience: 'Leerlingen',
};

/** Below this the bot had no more than a shared word. */
const WORTH_NAMING = 0.05;

/** Who asks and what the bot already tried, with how sure it was. */
export function Situation({ view, actions }: { readonly view: TicketView; readonly actions: Actions }) {
  const styles = useStyles();
  const { ticket } = view;
  const profile = Object.entries(ticket.profile);
  const tried = ticket.tried.filter(({ shown, score }) => shown || score >= WORTH_NAMING);
  return (
    <div className={styles.parts}>
      <p className={styles.pre}>{ticket.question}</p>
      {profile.length > 0 && (
        <dl className={styles.facts}>
          {profile.map(([slot, value]) => [
            <dt key={`t-${slot}`}>{PROFILE_WORDS[slot] ?? slot}</dt>,
            <dd key={`d-${slot}`}>{String(value)}</dd>,
          ])}
        </dl>
      )}
      <SchoolField view={view} actions={actions} />
      {tried.length > 0 ? (
        <>
          <Text weight="semibold">Geprobeerd door de bot</Text>
          <ul className={styles.list}>
            {tried.map(({ id, title, score, shown, helped }) => (
              <li key={id}>
                <a href={`/faq/${id}`} target="_blank" rel="noreferrer">
                  {title}
                </a>{' '}
                ({Math.round(score * 100)} %{shown ? ', getoond' : ''}
                {helped === false ? ', hielp niet' : helped === true ? ', hielp' : ''})
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Text>De bot toonde geen antwoord.</Text>
      )}
      {view.merged.map(({ id, number, question }) => (
        <Text key={id}>
          Hierbij gevoegd: <Link to={`/vraag/${id}`}>vraag {number}</Link>: {question}
        </Text>
      ))}
      {typeof ticket.mergedInto === 'string' && (
        <Link to={`/vraag/${ticket.mergedInto}`}>Samengevoegd: werk verder in de andere vraag</Link>
      )}
      {view.earlier.length > 0 && (
        <>
          <Text weight="semibold">Andere vragen van deze mentor</Text>
          <ul className={styles.list}>
            {view.earlier.map((row) => (
              <li key={row.id}>
                <Link to={`/vraag/${row.id}`}>{row.number}</Link> ({STATUS_WORDS[row.status]}): {row.excerpt}
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to={`/inzichten/begeleiding/overzicht?ticket=${ticket.id}`}>Overzicht van begeleiding</Link>
    </div>
  );
}
