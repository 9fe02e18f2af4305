import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DraftFields, LearnStart } from '../../../../handlers/desk/learn/views.js';
import type { ItemId } from '../../../../knowledge/entry.js';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { FaceSwitch } from '../base/face-switch.js';
import { useLoad } from '../base/use-load.js';
import { AssessmentPanel } from './assessment-panel.js';
import { DraftForm } from './draft-form.js';
import { PhrasingForm, type PhrasingWish } from './phrasing-form.js';
import { ReplayPanel } from './replay-panel.js';
import { useCall } from './use-call.js';
import { useChecked, type Wish } from './use-checked.js';

const useStyles = makeStyles({
  surface: { maxWidth: '46rem' },
  content: { display: 'grid', gap: '12px' },
});

type Face = 'phrasing' | 'draft';
const FACES = [
  ['phrasing', 'Voeg toe aan een ingang'],
  ['draft', 'Maak een nieuwe ingang'],
] as const satisfies readonly (readonly [Face, string])[];

/** From an answered question to knowledge: a wording, a draft, or nothing. */
export function LearnDialog({
  view,
  onClose,
  onDone,
}: {
  readonly view: TicketView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const { data, error } = useLoad<LearnStart>(`/tickets/${view.ticket.id}/learn`);
  // Opened with its fields in place: a dialog without anything to focus is hidden from assistive technology.
  if (!data) return error ? <span role="alert">{error.message}</span> : <Spinner size="tiny" label="Laden" />;
  return (
    <Dialog
      open
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <LearnForm ticket={view.ticket.id} number={view.ticket.number} start={data} onClose={onClose} onDone={onDone} />
      </DialogSurface>
    </Dialog>
  );
}

interface FormProps {
  readonly ticket: string;
  readonly number: number;
  readonly start: LearnStart;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function LearnForm({ ticket, number, start, onClose, onDone }: FormProps) {
  const styles = useStyles();
  const { busy, problem, call } = useCall();
  const [face, setFace] = useState<Face>(start.suggestions.length > 0 ? 'phrasing' : 'draft');
  const [phrasing, setPhrasing] = useState<PhrasingWish>({
    item: start.suggestions[0]?.id ?? '',
    words: start.masked,
  });
  const [draft, setDraft] = useState<DraftFields>(start.draft);
  const [tell, setTell] = useState(start.mayTell);
  const wish = toWish(face, phrasing, draft, ticket);
  const checked = useChecked(wish);
  const finish = async (path: string, body: unknown): Promise<void> => {
    if ((await call('POST', path, body)) !== null) onDone();
  };
  const send = (publish: boolean): void => {
    void finish('/knowledge/proposals', { ...wish, tellAsker: tell, remark: '', publish });
  };
  return (
    <DialogBody>
      <DialogTitle>Leren uit vraag {number}</DialogTitle>
      <DialogContent className={styles.content}>
        <FaceSwitch label="Wat leren we?" faces={FACES} chosen={face} onChoose={setFace} />
        {face === 'phrasing' ? (
          <PhrasingForm suggestions={start.suggestions} wish={phrasing} onChange={setPhrasing} />
        ) : (
          <DraftForm draft={draft} onChange={setDraft} />
        )}
        {start.mayTell && (
          <Checkbox
            label="Laat de mentor weten dat zijn vraag hielp (hij hoort het na zijn eigen antwoord)"
            checked={tell}
            onChange={(_event, { checked: yes }) => {
              setTell(yes === true);
            }}
          />
        )}
        {wish && <AssessmentPanel assessment={checked.assessment} problem={checked.problem} />}
        {wish && checked.problem === null && <ReplayPanel replay={checked.replay} percent={checked.percent} />}
        {problem !== null && (
          <MessageBar intent="error" role="alert">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        {start.alone && (
          <span>Er is geen andere redacteur of teamleider: wat je publiceert, heeft niemand anders gelezen.</span>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button disabledFocusable={busy} onClick={() => void finish(`/tickets/${ticket}/learn/nothing`, {})}>
          Niets te leren
        </Button>
        <Button onClick={onClose}>Annuleer</Button>
        {start.mayPublish && (
          <Button
            disabledFocusable={busy || !wish}
            onClick={() => {
              send(true);
            }}
          >
            Publiceer meteen
          </Button>
        )}
        <Button
          appearance="primary"
          disabledFocusable={busy || !wish}
          onClick={() => {
            send(false);
          }}
        >
          Stel voor
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

/** Null while something is still missing. */
function toWish(face: Face, phrasing: PhrasingWish, draft: DraftFields, ticket: string): Wish | null {
  if (face === 'phrasing') {
    if (phrasing.item === '' || phrasing.words.trim() === '') return null;
    return { change: { do: 'add-phrasing', item: phrasing.item as ItemId, phrasing: phrasing.words }, ticket };
  }
  if (draft.question.trim().length < 3 || draft.answer.trim() === '') return null;
  return { draft, ticket };
}
