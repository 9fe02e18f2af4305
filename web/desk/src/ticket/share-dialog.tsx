import { Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { FormDialog } from './form-dialog.js';
import type { Actions } from './use-action.js';

/** Shorter is no question. */
const FEWEST_LETTERS = 8;

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
  const save = (text: string): Promise<boolean> => actions.act('open-question', { question: text });
  return (
    <FormDialog
      title="“Ook mijn vraag”"
      submit="Toon aan mentors"
      ready={question.trim().length >= FEWEST_LETTERS}
      actions={actions}
      onSubmit={() => save(question.trim())}
      onClose={onClose}
      other={shared === null ? null : { label: 'Niet meer tonen', act: () => save('') }}
    >
      <Text>
        Vraagt een andere mentor iets gelijkaardigs, dan toont de bot deze zin en kan hij op hetzelfde antwoord wachten.
        Schrijf dus een algemene vraag, zonder namen of details.
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
    </FormDialog>
  );
}
