import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { KnowledgeItem } from '../../../../handlers/desk/learn/views.js';
import { usePageStyles } from './page-styles.js';
import { useCall } from './use-call.js';

/** "Nagekeken": it is right today, and has to be looked at again by then. */
export function ReviewForm({ item, onDone }: { readonly item: KnowledgeItem; readonly onDone: () => void }) {
  const styles = usePageStyles();
  const { busy, problem, call } = useCall();
  const [reviewBy, setReviewBy] = useState(item.nextReview);
  const done = async (): Promise<void> => {
    if ((await call('POST', `/knowledge/items/${item.row.id}/reviewed`, { reviewBy })) !== null) onDone();
  };
  return (
    <>
      <div className={styles.fields}>
        <Field label="Opnieuw nakijken tegen">
          <Input
            type="date"
            value={reviewBy}
            onChange={(_event, { value }) => {
              setReviewBy(value);
            }}
          />
        </Field>
        <Button disabledFocusable={busy || reviewBy === ''} onClick={() => void done()}>
          Nagekeken: klopt vandaag
        </Button>
      </div>
      {problem !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
