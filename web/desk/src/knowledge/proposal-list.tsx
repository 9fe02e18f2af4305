import { Badge, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { Proposal } from '../../../../handlers/desk/learn/views.js';
import { FaceSwitch } from '../base/face-switch.js';
import { useLive } from '../base/live.js';
import { sayWhen, useNow } from '../base/moment.js';
import { Link } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { sayChange, STATE_WORDS } from './learn-words.js';
import { usePageStyles } from './page-styles.js';

const FACES = [
  ['waiting', STATE_WORDS.waiting],
  ['published', STATE_WORDS.published],
  ['rejected', STATE_WORDS.rejected],
] as const;

/** What waits for a second look, and what was decided. */
export function ProposalList() {
  const styles = usePageStyles();
  const { nameOf } = useSession();
  const now = useNow();
  const [state, setState] = useState<Proposal['state']>('waiting');
  const { data, reload } = useLoad<{ proposals: readonly Proposal[] }>(`/knowledge/proposals?state=${state}`);
  useLive('knowledge', reload);
  return (
    <>
      <FaceSwitch
        label="Welke voorstellen?"
        faces={FACES}
        chosen={state === 'withdrawn' ? 'rejected' : state}
        onChoose={setState}
      />
      {!data && <Spinner size="small" label="Laden" />}
      {data?.proposals.length === 0 && (
        <span>{state === 'waiting' ? 'Er wacht niets op goedkeuring.' : 'Nog niets.'}</span>
      )}
      {data && data.proposals.length > 0 && (
        <div className={styles.wrap} tabIndex={0} role="region" aria-label="Voorstellen">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Voorstel</th>
                <th scope="col">Wat</th>
                <th scope="col">Van</th>
                <th scope="col">Wanneer</th>
              </tr>
            </thead>
            <tbody>
              {data.proposals.map((proposal) => (
                <tr key={proposal.id}>
                  <td>
                    <Link to={`/kennis/voorstel/${proposal.id}`}>{proposal.title}</Link>
                    {proposal.change.do === 'add-phrasing' && (
                      <div className={styles.quiet}>“{proposal.change.phrasing}”</div>
                    )}
                  </td>
                  <td>
                    <Badge appearance="tint">{sayChange(proposal.change)}</Badge>
                  </td>
                  <td>
                    {nameOf(proposal.by)}
                    {proposal.ticket && (
                      <div className={styles.quiet}>
                        uit <Link to={`/vraag/${proposal.ticket.id}`}>vraag {proposal.ticket.number}</Link>
                      </div>
                    )}
                  </td>
                  <td>{sayWhen(proposal.decidedAt ?? proposal.at, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
