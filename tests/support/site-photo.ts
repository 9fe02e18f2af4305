import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** A drawn picture of a garden site, as the bytes of a JPEG. */
export async function sitePhoto(browser: Browser, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ path: join(import.meta.dirname, 'draw-site.js') });
    const address = await page.evaluate<string>(`drawSite(${String(width)}, ${String(height)})`);
    return Buffer.from(address.split(',')[1] ?? '', 'base64');
  } finally {
    await page.close();
  }
}
