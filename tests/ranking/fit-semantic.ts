import { join } from 'node:path';
import type { Item } from '../../knowledge/entry.js';
import { calibrate } from '../../knowledge/match/calibrate.js';
import { signsFor } from '../../knowledge/match/create-matcher.js';
import { likenessOf, logOdds, semanticText } from '../../knowledge/match/semantic.js';
import { select } from '../../knowledge/match/select.js';
import { openEmbedder } from '../../bot/semantic-ranker.js';
import { logistic } from './fit-calibration.js';
import type { HeldOut } from './fit.js';

/** Every so many-th held-out question is embedded: enough for three numbers. */
const EVERY = 4;
const JUDGED = 5;

/** Held-out questions asked with the model of a folder -> the "weights" of its semantic.json. */
export async function fitSemantic(
  modelDir: string,
  items: readonly Item[],
  questions: readonly HeldOut[],
  refs: readonly (readonly string[])[],
): Promise<string> {
  const { embed, settings } = await openEmbedder({ modelDir });
  const rows = await embed(items.map((item) => settings.passage + semanticText(item)));
  const judgements: { signs: readonly number[]; right: boolean }[] = [];
  for (const { text, item, writer, insight, model } of questions.filter((_one, at) => at % EVERY === 0)) {
    if (writer === null && item >= 0) continue;
    const [vector] = await embed([settings.query + text]);
    if (!vector) continue;
    const likeness = likenessOf(vector, rows);
    for (const chosen of select(insight.contenders, model, JUDGED)) {
      const { index } = chosen.contender;
      const said = calibrate(signsFor(chosen, insight));
      const right = (refs[index] ?? []).some((ref) => (refs[item] ?? []).includes(ref));
      judgements.push({ signs: [1, logOdds(said), likeness[index] ?? 0], right });
    }
  }
  const [constant = 0, lexical = 1, likeness = 0] = logistic(judgements).map((value) => Number(value.toFixed(3)));
  return `${join(modelDir, 'semantic.json')}: "weights": ${JSON.stringify({ constant, lexical, likeness })}`;
}
