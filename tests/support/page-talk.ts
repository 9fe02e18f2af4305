import { eventually } from './eventually.js';
import { WebTalk } from './web-talk.js';

/** A mentor at the web page who waits for answers, and comes back after his token expired. */
export class PageTalk extends WebTalk {
  #resume = '';

  override async open(): Promise<this> {
    await super.open();
    const begun = (await this.call('POST', '/conversations', {})) as { resume: string };
    this.#resume = begun.resume;
    return this;
  }

  async comeBack(): Promise<void> {
    this.token = ((await this.call('POST', '/tokens/resume', { resume: this.#resume })) as { token: string }).token;
  }

  /** What the bot said so far, oldest first. */
  async texts(): Promise<readonly string[]> {
    return (await this.heard()).filter(({ from }) => from.id === 'mentorlijn').map(({ text }) => text);
  }

  /** The bot's words, once there are so many. */
  async until(count: number): Promise<readonly string[]> {
    return eventually(async () => {
      const texts = await this.texts();
      if (texts.length >= count) return texts;
      throw new Error(`the page has ${JSON.stringify(texts)}, not ${String(count)}`);
    });
  }
}
