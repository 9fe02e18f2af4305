import {
  Badge,
  Button,
  Card,
  Field,
  Select,
  Text,
  Textarea,
  Title3,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { TriedQuestion } from '../../../../handlers/desk/try-question.js';
import type { Slot } from '../../../../knowledge/entry.js';
import { ApiError } from '../base/api.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { ChannelFaces } from '../preview/channel-faces.js';
import { ReasonsCard } from './reasons-card.js';
import { URGENCY_WORDS } from '../base/words.js';

const useStyles = makeStyles({
  page: {
    maxWidth: '60rem',
    margin: '0 auto',
    padding: '16px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '14px',
  },
  wrap: { overflowX: 'auto' },
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'end' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      padding: '4px 8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'top',
    },
  },
});

const DECISION_WORDS = {
  answer: 'Geeft dit antwoord',
  choose: 'Laat kiezen',
  escalate: 'Biedt de coach aan',
  urgent: 'Noodsignaal',
  smalltalk: 'Praat gewoon mee',
  decline: 'Wijst vriendelijk af',
} as const;

const ASKS_WORDS = {
  contract: 'SAO of OAO',
  age: 'leeftijd',
  level: 'BUSO of 7de jaar BSO',
  first_employee: 'eerste personeelslid of niet',
  crew: 'alleen of met een ploeg',
  position: 'werkgever of werknemer',
  experience: 'eerste leerling of niet',
} as const satisfies Readonly<Record<Slot, string>>;

/** What would the bot say? The very code of a real turn; nothing is kept. */
export default function TryPage() {
  const styles = useStyles();
  const { api, lost } = useSession();
  const [text, setText] = useState('');
  const [contract, setContract] = useState('');
  const [tried, setTried] = useState<TriedQuestion | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = (): void => {
    setProblem(null);
    api
      .call<TriedQuestion>('POST', '/try', { text, profile: contract === '' ? {} : { contract } })
      .then(setTried, (error: unknown) => {
        if (error instanceof ApiError && error.status === 401) lost();
        setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
      });
  };
  return (
    <div className={styles.page}>
      <Title3 as="h1">Probeer een vraag</Title3>
      <Link to="/">Terug naar de vragen</Link>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field label="Typ zoals een mentor" style={{ flex: '1 1 20rem' }}>
          <Textarea
            value={text}
            rows={2}
            maxLength={4_000}
            onChange={(_event, data) => {
              setText(data.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault();
                ask();
              }
            }}
          />
        </Field>
        <Field label="Overeenkomst">
          <Select
            value={contract}
            onChange={(_event, data) => {
              setContract(data.value);
            }}
          >
            <option value="">Onbekend</option>
            <option>SAO</option>
            <option>OAO</option>
          </Select>
        </Field>
        <Button appearance="primary" type="submit" disabled={text.trim() === ''}>
          Probeer
        </Button>
      </form>
      {problem !== null && <Text role="alert">{problem}</Text>}
      {tried && (
        <div role="region" aria-label="Resultaat" className={styles.page} style={{ padding: 0, width: '100%' }}>
          <span className={styles.row}>
            <Badge
              size="large"
              color={tried.decision === 'answer' ? 'success' : tried.decision === 'urgent' ? 'danger' : 'warning'}
            >
              {DECISION_WORDS[tried.decision]}
            </Badge>
            {tried.urgent !== null && <Text>{URGENCY_WORDS[tried.urgent]}</Text>}
            {tried.asks !== null && <Text>vraagt ook naar: {ASKS_WORDS[tried.asks]}</Text>}
            <Text>kent {Math.round(tried.knownShare * 100)} % van de woorden</Text>
          </span>
          <Card>
            <ChannelFaces previews={[tried.shown]} />
          </Card>
          <Text>Zo wordt de vraag bewaard: “{tried.masked}”</Text>
          <ReasonsCard tried={tried} />
          <div className={styles.wrap} tabIndex={0} role="region" aria-label="Kandidaten en waarom">
            <table className={styles.table}>
              <caption>Kandidaten en waarom</caption>
              <thead>
                <tr>
                  <th scope="col">Ingang</th>
                  <th scope="col">Kans</th>
                  <th scope="col">Gedeelde woorden</th>
                  <th scope="col">Rangschikkers</th>
                </tr>
              </thead>
              <tbody>
                {tried.candidates.map(({ id, title, score, why }) => (
                  <tr key={id}>
                    <td>{title}</td>
                    <td>{Math.round(score * 100)} %</td>
                    <td>{why.terms.slice(0, 8).join(', ')}</td>
                    <td>
                      {Object.entries(why.rankers)
                        .map(([name, value]) => `${name} ${value.toFixed(2)}`)
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </div>
  );
}
