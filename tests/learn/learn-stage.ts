import type { LearnDeps, Learning } from '../../handlers/desk/learn/learn-deps.js';
import { overlaysIn } from '../../handlers/desk/learn/overlay-source.js';
import type { KnowledgeNow, Store } from '../../handlers/ports.js';
import { buildLayered } from '../../knowledge/layered.js';
import { createLibraryBuilder } from '../../knowledge/load-library.js';
import { DeskStage } from '../desk/desk-stage.js';
import { FILES } from '../support/fake-knowledge.js';
import { channelPreview } from '../../bot/render/channel-preview.js';
import { tableKnowledge } from '../support/table-knowledge.js';

/** A desk whose knowledge is the small library with whatever was published over it. */
export class LearnStage extends DeskStage {
  readonly learning: Learning;
  readonly #knowledge: { now: KnowledgeNow };

  constructor(
    options: { store?: Store; second?: boolean; kept?: readonly string[]; rehearse?: Learning['rehearse'] } = {},
  ) {
    const { build } = createLibraryBuilder();
    const { library } = build(FILES);
    if (!library) throw new Error('the small library is broken');
    const knowledge = { now: tableKnowledge.meanwhile(library, null as never) };
    super(options.store, { knowledge: { current: () => knowledge.now } });
    this.#knowledge = knowledge;
    this.learning = {
      files: () => FILES,
      build,
      takeOver: () => this.takeOver(),
      setAside: () => [],
      keptQuestions: () => Promise.resolve((options.kept ?? []).map((text) => ({ text, set: 'proef' }))),
      rehearse: options.rehearse ?? tableKnowledge.rehearse,
      needsSecondPerson: options.second ?? true,
    };
  }

  override get desk(): LearnDeps {
    return {
      ...super.desk,
      learning: this.learning,
      publicUrl: 'https://lijn.example',
      preview: channelPreview('https://lijn.example'),
    };
  }

  get learn(): LearnDeps {
    return this.desk;
  }

  /** What a process does when it hears that something was published. */
  async takeOver(): Promise<void> {
    const { library } = await buildLayered(FILES, await overlaysIn(this.store).read(), this.learning.build);
    if (library) this.#knowledge.now = tableKnowledge.meanwhile(library, this.#knowledge.now);
  }
}
