import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import type { Actions } from './use-action.js';

/** Shows the question, in the coach's words, to mentors who ask something alike: they may wait for the same answer. */
export function ShareDialog({
  view,
  actions,
  onClose,
}: {
  readonly view: TicketView;
  readonly actions: Actions;
  readonly onClose: () => void;
}) {
  const shared = view.ticket.openQuestion ?? null;
  const [question, setQuestion] = useState(shared ?? '');
  const save = (text: string): void => {
    void actions.act('open-question', { question: text }).then((done) => {
      if (done) onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>“Ook mijn vraag”</DialogTitle>
          <DialogContent style={{ display: 'grid', gap: '12px' }}>
            <Text>
              Vraagt een andere mentor iets gelijkaardigs, dan toont de bot deze zin en kan hij op hetzelfde antwoord
              wachten. Schrijf dus een algemene vraag, zonder namen of details.
            </Text>
            <Field label="De vraag zoals andere mentors ze lezen">
              <Input
                value={question}
                maxLength={160}
                placeholder="Wanneer wordt de premie betaald?"
                onChange={(_event, { value }) => {
                  setQuestion(value);
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            {shared !== null && (
              <Button
                onClick={() => {
                  save('');
                }}
              >
                Niet meer tonen
              </Button>
            )}
            <Button onClick={onClose}>Annuleer</Button>
            <Button
              appearance="primary"
              disabledFocusable={question.trim().length < 8 || actions.busy}
              onClick={() => {
                if (question.trim().length >= 8) save(question.trim());
              }}
            >
              Toon aan mentors
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
