import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Change, ProposalView } from '../../../../handlers/desk/learn/views.js';
import { may } from '../../../../handlers/desk/coach.js';
import { useSession } from '../base/session.js';
import { usePageStyles } from './page-styles.js';
import { useCall } from './use-call.js';

/** Mends the words of a proposal before it is judged. */
export function AmendForm({
  view,
  onAmended,
}: {
  readonly view: ProposalView;
  readonly onAmended: (view: ProposalView) => void;
}) {
  const styles = usePageStyles();
  const { coach } = useSession();
  const { busy, problem, call } = useCall();
  const { proposal } = view;
  const words = wordsOf(proposal.change);
  const [text, setText] = useState(words ?? '');
  if (words === null || (proposal.by !== coach.id && !may(coach.role, 'knowledge'))) return null;
  const save = async (): Promise<void> => {
    const change = withWords(proposal.change, text, view.before);
    const amended = await call<ProposalView>('PUT', `/knowledge/proposals/${proposal.id}`, { change });
    if (amended) onAmended(amended);
  };
  const whole = proposal.change.do === 'write';
  return (
    <details
      open={view.outdated !== null || (view.assessment?.problems.some(({ severity }) => severity === 'error') ?? false)}
    >
      <summary>Pas aan</summary>
      <div className={styles.stack}>
        <Field label={whole ? 'Het hele bestand' : 'De vraagvorm'}>
          <Textarea
            value={text}
            rows={whole ? 18 : 2}
            spellCheck
            textarea={{ className: whole ? styles.code : '' }}
            onChange={(_event, { value }) => {
              setText(value);
            }}
          />
        </Field>
        {problem !== null && (
          <MessageBar intent="error" role="alert">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        <div>
          <Button disabledFocusable={busy || (text === words && view.outdated === null)} onClick={() => void save()}>
            Bewaar de aanpassing
          </Button>
        </div>
      </div>
    </details>
  );
}

function wordsOf(change: Change): string | null {
  if (change.do === 'write') return change.text;
  return change.do === 'add-phrasing' ? change.phrasing : null;
}

/** What is amended starts from what is in force now. */
function withWords(change: Change, text: string, before: string | null): Change {
  if (change.do === 'write') return { ...change, text, before };
  return change.do === 'add-phrasing' ? { ...change, phrasing: text } : change;
}
