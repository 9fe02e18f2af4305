import {
  Badge,
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalView } from '../../../../handlers/desk/learn/views.js';
import { may } from '../../../../handlers/desk/coach.js';
import { useLive } from '../base/live.js';
import { sayWhen, useNow } from '../base/moment.js';
import { Link, usePlace } from '../base/place.js';
import { useSession } from '../base/session.js';
import { useLoad } from '../base/use-load.js';
import { AmendForm } from './amend-form.js';
import { AssessmentPanel } from './assessment-panel.js';
import { sayChange, STATE_WORDS } from './learn-words.js';
import { LineDiff } from './line-diff.js';
import { usePageStyles } from './page-styles.js';
import { PreviewPanel } from './preview-panel.js';
import { RehearsalPanel } from './rehearsal-panel.js';
import { useCall } from './use-call.js';
import { useChecked } from './use-checked.js';

const WHY_NOT = {
  'no-editor': 'Een redacteur of teamleider keurt dit goed.',
  own: 'Dit is je eigen voorstel. Een andere redacteur of teamleider keurt het goed.',
} as const;

/** The second look: what changes, what the check says, which questions go elsewhere; then publish or not. */
export function ProposalPage({ id }: { readonly id: string }) {
  const styles = usePageStyles();
  const { data, error, reload, put } = useLoad<ProposalView>(`/knowledge/proposals/${id}`);
  useLive('knowledge', reload);
  if (!data)
    return error ? (
      <Text style={{ padding: '24px' }}>{error.message}</Text>
    ) : (
      <Spinner style={{ padding: '48px' }} label="Voorstel laden" />
    );
  const { proposal, assessment, before, after } = data;
  const waiting = proposal.state === 'waiting';
  return (
    <div className={styles.page}>
      <Link to="/kennis?toon=voorstellen">Terug naar de voorstellen</Link>
      <Title3 as="h1">{proposal.title}</Title3>
      <Facts view={data} />
      {proposal.change.do === 'add-phrasing' && (
        <Card>
          <Text>
            Wie dit vraagt, krijgt voortaan <Link to={`/kennis/ingang/${proposal.item}`}>{proposal.title}</Link>:
          </Text>
          <Text size={400}>“{proposal.change.phrasing}”</Text>
        </Card>
      )}
      {proposal.change.do === 'phrasings' && (
        <LineDiff before={proposal.change.removed.join('\n')} after={proposal.change.added.join('\n')} />
      )}
      {proposal.change.do === 'retire' && (
        <Text>Deze ingang geeft geen antwoord meer. Reden: {proposal.change.reason}</Text>
      )}
      {data.outdated !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{data.outdated}</MessageBarBody>
        </MessageBar>
      )}
      {waiting && <Judge view={data} onChanged={reload} />}
      {waiting && <AmendForm view={data} onAmended={put} />}
      {waiting && assessment?.preview && proposal.change.do === 'write' && (
        <PreviewPanel preview={assessment.preview} />
      )}
      {waiting && proposal.change.do === 'write' && before !== null && after !== null && (
        <LineDiff before={before} after={after} />
      )}
    </div>
  );
}

function Facts({ view: { proposal } }: { readonly view: ProposalView }) {
  const styles = usePageStyles();
  const { nameOf } = useSession();
  const now = useNow();
  return (
    <div className={styles.row}>
      <Badge appearance="tint">{sayChange(proposal.change)}</Badge>
      <Badge
        color={proposal.state === 'published' ? 'success' : proposal.state === 'waiting' ? 'warning' : 'informative'}
      >
        {STATE_WORDS[proposal.state]}
      </Badge>
      <Text>
        voorgesteld door {nameOf(proposal.by)}, {sayWhen(proposal.at, now)}
      </Text>
      {proposal.decidedBy !== null && proposal.decidedAt !== null && (
        <Text>
          beslist door {nameOf(proposal.decidedBy)}, {sayWhen(proposal.decidedAt, now)}
        </Text>
      )}
      {proposal.ticket && <Link to={`/vraag/${proposal.ticket.id}`}>uit vraag {proposal.ticket.number}</Link>}
      {proposal.tellAsker && proposal.state === 'waiting' && (
        <Text>De mentor hoort het als dit gepubliceerd is en zijn eigen vraag beantwoord is.</Text>
      )}
      {proposal.remark !== '' && <Text>“{proposal.remark}”</Text>}
    </div>
  );
}

function Judge({ view, onChanged }: { readonly view: ProposalView; readonly onChanged: () => void }) {
  const styles = usePageStyles();
  const { coach } = useSession();
  const { go } = usePlace();
  const { busy, problem, call } = useCall();
  const [reason, setReason] = useState('');
  const { proposal, mayApprove } = view;
  const checked = useChecked(view.outdated === null ? { change: proposal.change, ticket: null } : null);
  const broken = checked.assessment?.problems.some(({ severity }) => severity === 'error') ?? false;
  const decide = (how: string, body: object): void => {
    void call('POST', `/knowledge/proposals/${proposal.id}/${how}`, body).then((done) => {
      if (done === null) onChanged();
      else go('/kennis?toon=voorstellen');
    });
  };
  const approving = mayApprove === 'yes' || mayApprove === 'alone';
  return (
    <>
      {view.outdated === null && <AssessmentPanel assessment={checked.assessment} problem={checked.problem} />}
      {view.outdated === null && checked.problem === null && (
        <RehearsalPanel proposal={proposal} replay={checked.replay} percent={checked.percent} />
      )}
      {mayApprove === 'alone' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            Er is geen andere redacteur of teamleider. In de geschiedenis staat dat niemand anders dit las.
          </MessageBarBody>
        </MessageBar>
      )}
      {problem !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.fields}>
        {approving ? (
          <Button
            appearance="primary"
            disabledFocusable={busy || broken || view.outdated !== null}
            onClick={() => {
              decide('approve', {});
            }}
          >
            Publiceer
          </Button>
        ) : (
          <Text>{WHY_NOT[mayApprove]}</Text>
        )}
        {may(coach.role, 'knowledge') && (
          <>
            <Field label="Waarom niet?">
              <Input
                value={reason}
                maxLength={500}
                onChange={(_event, { value }) => {
                  setReason(value);
                }}
              />
            </Field>
            <Button
              disabledFocusable={busy || reason.trim() === ''}
              onClick={() => {
                decide('reject', { reason });
              }}
            >
              Wijs af
            </Button>
          </>
        )}
        {proposal.by === coach.id && (
          <Button
            disabledFocusable={busy}
            onClick={() => {
              decide('withdraw', { reason: '' });
            }}
          >
            Trek in
          </Button>
        )}
      </div>
    </>
  );
}
