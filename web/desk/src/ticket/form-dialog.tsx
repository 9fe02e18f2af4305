import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Actions } from './use-action.js';

interface Props {
  readonly title: string;
  /** What the button says that does it. */
  readonly submit: string;
  /** Everything needed is filled in. */
  readonly ready: boolean;
  readonly actions: Actions;
  /** True when it went well: then the dialog closes. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Another way out, before "Annuleer". */
  readonly other?: { readonly label: string; readonly act: () => Promise<boolean> } | null;
  readonly children: ReactNode;
}

/** A few fields about a ticket and one button. Enter sends it; a refusal is said in the dialog and nothing typed is lost. */
export function FormDialog({ title, submit, ready, actions, onSubmit, onClose, other, children }: Props) {
  const [tried, setTried] = useState(false);
  const run = (act: () => Promise<boolean>): void => {
    if (actions.busy) return;
    setTried(true);
    void act().then((done) => {
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
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) run(onSubmit);
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent style={{ display: 'grid', gap: '12px' }}>
              {children}
              {tried && actions.problem !== null && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{actions.problem}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              {other && (
                <Button
                  onClick={() => {
                    run(other.act);
                  }}
                >
                  {other.label}
                </Button>
              )}
              <Button onClick={onClose}>Annuleer</Button>
              <Button
                appearance="primary"
                type="submit"
                disabledFocusable={!ready || actions.busy}
                style={{ whiteSpace: 'nowrap' }}
              >
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
