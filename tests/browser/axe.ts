import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Findings of axe that matter, as "rule: element"; of the colours alone where nothing else can differ. */
export async function findings(page: Page, look: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(
            on: object,
            options: object,
          ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
        };
      };
      // Fluent UI's sentinels pass the focus on at once: nobody ever stands on them.
      const { violations } = await axe.run({ include: [['body']], exclude: [['[data-tabster-dummy]']] }, rules);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
    },
    look === 'all' ? {} : { runOnly: { type: 'rule', values: ['color-contrast'] } },
  );
}
