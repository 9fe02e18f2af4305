import { Text } from '@fluentui/react-components';
import { usePlace } from '../base/place.js';
import { EditPage } from './edit-page.js';
import { ItemPage } from './item-page.js';
import { KnowledgePage } from './knowledge-page.js';
import { NewPage } from './new-page.js';
import { ProposalPage } from './proposal-page.js';

/** Everything below /kennis. */
export default function KnowledgePages() {
  const { path } = usePlace();
  if (path === '/kennis') return <KnowledgePage />;
  if (path === '/kennis/nieuw') return <NewPage />;
  const [, kind, id, more] = /^\/kennis\/(ingang|voorstel)\/([\w-]+)(\/wijzig)?$/.exec(path) ?? [];
  if (id === undefined) return <Text style={{ padding: '24px' }}>Deze bladzijde bestaat niet.</Text>;
  if (kind === 'voorstel') return <ProposalPage key={id} id={id} />;
  return more === undefined ? <ItemPage key={id} id={id} /> : <EditPage key={id} id={id} />;
}
