import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TicketView } from '../../../../handlers/desk/views.js';
import { Attachments } from './attachments.js';
import { History } from './history.js';
import { LabelsForm } from './labels-form.js';
import { Notes } from './notes.js';
import { PersonPanel } from './person-panel.js';
import { Situation } from './situation.js';
import { SuggestionsPanel } from './suggestions-panel.js';
import type { Actions } from './use-action.js';

/** Name, title, content. */
type Part = readonly [string, string, ReactNode];

/** What was sent along comes first: it is often the question itself. */
function attachmentsPart(view: TicketView): readonly Part[] {
  const count = view.attachments.length;
  return count === 0 ? [] : [['attachments', `Bijlagen (${String(count)})`, <Attachments key="a" view={view} />]];
}

/** Everything about the question beside the conversation itself. */
export function SidePanel({
  view,
  actions,
  onInsert,
}: {
  readonly view: TicketView;
  readonly actions: Actions;
  readonly onInsert: (text: string) => void;
}) {
  const parts: readonly Part[] = [
    ...attachmentsPart(view),
    ['suggestions', 'Voorstellen', <SuggestionsPanel key="v" view={view} onInsert={onInsert} />],
    ['situation', 'Situatie en wat de bot probeerde', <Situation key="s" view={view} actions={actions} />],
    [
      'notes',
      `Interne notities (${String(view.ticket.notes.length)})`,
      <Notes key="n" view={view} actions={actions} />,
    ],
    ['labels', 'Labels', <LabelsForm key="l" view={view} actions={actions} />],
    ['history', 'Geschiedenis', <History key="h" view={view} />],
    ['person', 'Privacy van de mentor', <PersonPanel key="p" view={view} />],
  ];
  return (
    <Accordion multiple collapsible defaultOpenItems={['attachments', 'situation', 'suggestions', 'notes']}>
      {parts.map(([name, title, part]) => (
        <AccordionItem key={name} value={name}>
          <AccordionHeader as="h2">{title}</AccordionHeader>
          <AccordionPanel>{part}</AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
