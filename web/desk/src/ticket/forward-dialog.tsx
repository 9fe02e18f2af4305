import {
  Button,
  Checkbox,
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
import { ApiError } from '../base/api.js';
import { CopyField } from '../base/copy-field.js';
import { useSession } from '../base/session.js';

/** The question as text for a trajectbegeleider or a service; without consent only what names nobody. */
export function ForwardDialog({ view, onClose }: { readonly view: TicketView; readonly onClose: () => void }) {
  const { api } = useSession();
  const [to, setTo] = useState('');
  const [consent, setConsent] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = (): void => {
    api
      .call<{ text: string }>('POST', `/tickets/${view.ticket.id}/forward`, {
        to,
        consent: consent ? 'given' : 'not-asked',
      })
      .then(
        (answer) => {
          setText(answer.text);
        },
        (error: unknown) => {
          setProblem(error instanceof ApiError ? error.message : 'Dat lukte niet.');
        },
      );
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
          <DialogTitle>Doorsturen als tekst</DialogTitle>
          <DialogContent style={{ display: 'grid', gap: '12px' }}>
            <Text>Je kopieert de tekst zelf naar een mail of bericht. Interne notities zitten er nooit in.</Text>
            <Field label="Aan wie?" required>
              <Input
                value={to}
                onChange={(_event, data) => {
                  setTo(data.value);
                  setText(null);
                }}
                placeholder="trajectbegeleider, sociaal secretariaat …"
              />
            </Field>
            <Checkbox
              checked={consent}
              onChange={(_event, data) => {
                setConsent(data.checked === true);
                // What was made for the other answer is no longer what may be given.
                setText(null);
              }}
              label="De mentor vindt het goed dat zijn naam en eigen woorden meegaan"
            />
            {text !== null && <CopyField label="Tekst om te kopiëren" text={text} rows={8} />}
            {problem !== null && <Text role="alert">{problem}</Text>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Klaar</Button>
            <Button appearance="primary" disabled={to.trim().length < 2 || text !== null} onClick={make}>
              Maak de tekst
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
