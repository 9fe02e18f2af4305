import { Button, MessageBar, MessageBarBody, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { DraftFields, Proposal } from '../../../../handlers/desk/learn/views.js';
import { Link, usePlace } from '../base/place.js';
import { AssessmentPanel } from './assessment-panel.js';
import { DraftForm } from './draft-form.js';
import { usePageStyles } from './page-styles.js';
import { PreviewPanel } from './preview-panel.js';
import { ReplayPanel } from './replay-panel.js';
import { useCall } from './use-call.js';
import { useChecked } from './use-checked.js';

/** A new entry from nothing, or from a question that came along in the address (`?vraag=`). */
export function NewPage() {
  const styles = usePageStyles();
  const { go, query } = usePlace();
  const { busy, problem, call } = useCall();
  const [draft, setDraft] = useState<DraftFields>(() => {
    const question = query.get('vraag')?.trim().slice(0, 400) ?? '';
    return {
      question: question.slice(0, 120),
      theme: 'begeleiding',
      phase: ['tijdens'],
      answer: '',
      phrasings: question === '' ? [] : [question],
    };
  });
  const ready = draft.question.trim().length >= 3 && draft.answer.trim() !== '';
  const checked = useChecked(ready ? { draft, ticket: null } : null);
  const propose = async (): Promise<void> => {
    const made = await call<{ proposal: Proposal }>('POST', '/knowledge/proposals', {
      draft,
      ticket: null,
      tellAsker: false,
    });
    if (made) go(`/kennis/voorstel/${made.proposal.id}`);
  };
  return (
    <div className={styles.page}>
      <Link to="/kennis">Terug naar de kennis</Link>
      <Title3 as="h1">Nieuwe ingang</Title3>
      <div className={styles.columns}>
        <DraftForm draft={draft} onChange={setDraft} />
        <div className={styles.stack}>
          {ready && <AssessmentPanel assessment={checked.assessment} problem={checked.problem} />}
          {ready && checked.problem === null && <ReplayPanel replay={checked.replay} percent={checked.percent} />}
          {checked.assessment?.preview && <PreviewPanel preview={checked.assessment.preview} />}
        </div>
      </div>
      {problem !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div>
        <Button appearance="primary" disabledFocusable={busy || !ready} onClick={() => void propose()}>
          Stel voor
        </Button>
      </div>
    </div>
  );
}
