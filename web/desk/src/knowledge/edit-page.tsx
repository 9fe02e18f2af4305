import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Textarea,
  Title3,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Change, KnowledgeItem, Proposal } from '../../../../handlers/desk/learn/views.js';
import type { ItemId } from '../../../../knowledge/entry.js';
import { FaceSwitch } from '../base/face-switch.js';
import { Link, usePlace } from '../base/place.js';
import { useLoad } from '../base/use-load.js';
import { AssessmentPanel } from './assessment-panel.js';
import { NumberedText } from './numbered-text.js';
import { usePageStyles } from './page-styles.js';
import { PreviewPanel } from './preview-panel.js';
import { ReplayPanel } from './replay-panel.js';
import { useCall } from './use-call.js';
import { useChecked } from './use-checked.js';

type Face = 'text' | 'phrasings' | 'retire';
const FACES = [
  ['text', 'Tekst'],
  ['phrasings', 'Vraagvormen'],
  ['retire', 'Intrekken'],
] as const satisfies readonly (readonly [Face, string])[];

/** Changes an item: its file, how people ask it, or that it goes. Everything goes past a second pair of eyes. */
export function EditPage({ id }: { readonly id: string }) {
  const { data, error } = useLoad<KnowledgeItem>(`/knowledge/items/${id}`);
  if (!data)
    return error ? (
      <Text style={{ padding: '24px' }}>{error.message}</Text>
    ) : (
      <Spinner style={{ padding: '48px' }} label="Ingang laden" />
    );
  return <EditForm item={data} />;
}

function EditForm({ item }: { readonly item: KnowledgeItem }) {
  const styles = usePageStyles();
  const { go } = usePlace();
  const { busy, problem, call } = useCall();
  const [face, setFace] = useState<Face>('text');
  const [text, setText] = useState(item.text);
  const [lines, setLines] = useState(item.phrasings.join('\n'));
  const [reason, setReason] = useState('');
  const [remark, setRemark] = useState('');
  const change = changeOf(item, { face, text, lines, reason });
  const checked = useChecked(change ? { change, ticket: null } : null);
  const propose = async (): Promise<void> => {
    const made = await call<{ proposal: Proposal }>('POST', '/knowledge/proposals', {
      change,
      ticket: null,
      tellAsker: false,
      remark,
    });
    if (made) go(`/kennis/voorstel/${made.proposal.id}`);
  };
  return (
    <div className={styles.page}>
      <Link to={`/kennis/ingang/${item.row.id}`}>Terug naar de ingang</Link>
      <Title3 as="h1">Wijzig: {item.row.title}</Title3>
      <FaceSwitch label="Wat wijzig je?" faces={FACES} chosen={face} onChoose={setFace} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {face === 'text' && (
            <NumberedText
              label={`Het hele bestand ${item.path}`}
              value={text}
              onChange={setText}
              problems={checked.assessment?.problems ?? []}
            />
          )}
          {face === 'phrasings' && (
            <Field
              label="Zo vragen mentors het"
              hint="Eén manier per regel. Wat in het bestand zelf staat, wijzig je bij Tekst."
            >
              <Textarea
                rows={20}
                value={lines}
                onChange={(_event, { value }) => {
                  setLines(value);
                }}
              />
            </Field>
          )}
          {face === 'retire' && (
            <Field
              label="Waarom antwoordt deze ingang niet meer?"
              hint="Vragen hierover gaan dan naar een andere ingang of naar de coach."
            >
              <Input
                value={reason}
                maxLength={500}
                onChange={(_event, { value }) => {
                  setReason(value);
                }}
              />
            </Field>
          )}
        </div>
        <div className={styles.stack}>
          {change && <AssessmentPanel assessment={checked.assessment} problem={checked.problem} />}
          {change && checked.problem === null && <ReplayPanel replay={checked.replay} percent={checked.percent} />}
          {face === 'text' && <PreviewPanel preview={checked.assessment?.preview ?? item.preview} />}
        </div>
      </div>
      <div className={styles.fields}>
        <Field label="Woordje erbij voor wie het naleest">
          <Input
            value={remark}
            maxLength={500}
            onChange={(_event, { value }) => {
              setRemark(value);
            }}
          />
        </Field>
        <Button appearance="primary" disabledFocusable={busy || !change} onClick={() => void propose()}>
          Stel voor
        </Button>
      </div>
      {problem !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface Edited {
  readonly face: Face;
  readonly text: string;
  readonly lines: string;
  readonly reason: string;
}

/** Null while nothing changed. */
function changeOf(item: KnowledgeItem, { face, text, lines, reason }: Edited): Change | null {
  const id = item.row.id as ItemId;
  switch (face) {
    case 'text':
      return text === item.text ? null : { do: 'write', path: item.path, text, before: item.text };
    case 'phrasings': {
      const wanted = lines
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const added = wanted.filter((line) => !item.phrasings.includes(line));
      const removed = item.phrasings.filter((line) => !wanted.includes(line.trim()));
      return added.length + removed.length === 0 ? null : { do: 'phrasings', item: id, added, removed };
    }
    case 'retire':
      return reason.trim() === '' ? null : { do: 'retire', item: id, reason };
  }
}
