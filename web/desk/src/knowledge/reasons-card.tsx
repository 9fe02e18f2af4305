import { Card, Text } from '@fluentui/react-components';
import type { TriedQuestion } from '../../../../handlers/desk/try-question.js';

/** Why a tried question was answered or not: what was read in it, and every condition of a direct answer. */
export function ReasonsCard({ tried }: { readonly tried: TriedQuestion }) {
  const { signal, named, terms, concepts, checks } = tried;
  return (
    <Card>
      <Text weight="semibold">Waarom</Text>
      {signal && (
        <Text>
          Noodsignaal: {signal.kind} ({signal.why})
        </Text>
      )}
      {named && <Text>Gevraagd bij naam: {named.id}</Text>}
      <Text>Gelezen woorden: {terms.join(' ')}</Text>
      {concepts.length > 0 && <Text>Begrippen: {concepts.join(', ')}</Text>}
      <ul style={{ margin: 0, paddingLeft: '1.2em', listStyle: 'none' }}>
        {checks.map(({ name, ok, text }) => (
          <li key={name}>
            {ok ? '✓' : '✗'} {text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
