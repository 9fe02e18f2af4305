import fc from 'fast-check';
import { toIncomingMessage } from '../../../bot/channels/incoming.js';
import { checkedActivity } from '../../../bot/channels/checked-activity.js';
import { activityBody } from '../../../bot/channels/direct-line-routes.js';
import { DirectLineTokens } from '../../../bot/channels/direct-line-token.js';
import { parseForm } from '../../../bot/channels/multipart.js';
import { isAllowedServiceUrl } from '../../../bot/channels/service-urls.js';
import { readWebhook } from '../../../bot/channels/whatsapp/webhook.js';
import { askLine } from '../../../bot/cli/ask-once.js';
import { keyRing } from '../../../bot/state/sealed/data-key.js';
import { SealError, sealedCodec } from '../../../bot/state/sealed/sealed-codec.js';
import { decodeAction, encodeAction } from '../../../handlers/action.js';
import { parseOpeningHours } from '../../../handlers/desk/opening-hours.js';
import { fileTypeOf } from '../../../handlers/file-type.js';
import { MentorlijnError } from '../../../handlers/errors.js';
import { readBody } from '../../../handlers/http/read-body.js';
import { mask } from '../../../handlers/privacy/mask.js';
import { cleanText } from '../../../handlers/turn/clean-text.js';
import { aboutPerson } from '../../../handlers/turn/about-person.js';
import { coachRequestIn } from '../../../handlers/turn/coach-request.js';
import { wishOf } from '../../../handlers/turn/coach-wish.js';
import { typedCommand } from '../../../handlers/turn/typed-command.js';
import { readFacts } from '../../../handlers/turn/profile/facts.js';
import { readFrontMatter } from '../../../knowledge/front-matter.js';
import { parseItem, parseSignal } from '../../../knowledge/parse-item.js';
import { toHtml, toPlainText, toWhatsAppText } from '../../../knowledge/render.js';
import { detectLanguage } from '../../../knowledge/text/language.js';
import { splitSentences } from '../../../knowledge/text/sentences.js';
import { json, nearly, text } from './inputs.js';

/** Something that reads what comes from outside. `read` throws when a promise of ours is broken. */
export interface Target<T = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  readonly read: (input: T) => void | Promise<void>;
}

export function target<T>(name: string, inputs: fc.Arbitrary<T>, read: (input: T) => unknown): Target {
  return {
    name,
    inputs,
    read: async (input) => {
      try {
        await read(input as T);
      } catch (error) {
        // A refusal with a code that blames the sender is a right answer to nonsense.
        const refused =
          error instanceof MentorlijnError && ['bad-request', 'too-large', 'not-found'].includes(error.code);
        if (!refused) throw error;
      }
    },
  };
}

function must(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`broken: ${promise}`);
}

const NOW = new Date('2026-11-21T08:00:00Z');
const codec = sealedCodec(keyRing('k'.repeat(32)));
const tokens = new DirectLineTokens('s'.repeat(32), () => NOW);
const account = nearly({ id: fc.string(), name: text });
const attachment = nearly({
  contentType: fc.constantFrom('image/png', 'text/html', 'x'),
  contentUrl: fc.webUrl(),
  name: text,
  content: json,
});
const activity = nearly({
  type: fc.constantFrom('message', 'event', 'typing', 'conversationUpdate'),
  id: fc.string(),
  channelId: fc.constantFrom('msteams', 'emulator', 'directline'),
  serviceUrl: fc.webUrl(),
  conversation: fc.record({ id: fc.string({ minLength: 1 }) }),
  from: account,
  recipient: account,
  text,
  name: text,
  value: fc.oneof(json, fc.record({ action: text })),
  attachments: fc.array(attachment, { maxLength: 12 }),
  entities: fc.array(nearly({ type: fc.constantFrom('mention', 'x') }), { maxLength: 3 }),
  channelData: json,
});
const change = nearly({
  field: fc.constant('messages'),
  value: nearly({
    metadata: fc.record({ phone_number_id: fc.constantFrom('1', '2') }),
    contacts: fc.array(nearly({ wa_id: fc.string(), user_id: fc.string(), profile: fc.record({ name: text }) }), {
      maxLength: 2,
    }),
    messages: fc.array(
      nearly({
        id: fc.string(),
        from: fc.string(),
        from_user_id: fc.string(),
        timestamp: fc.oneof(fc.nat().map(String), fc.string()),
        type: fc.constantFrom(
          'text',
          'interactive',
          'button',
          'image',
          'audio',
          'location',
          'contacts',
          'reaction',
          'system',
          'x',
        ),
        text: fc.record({ body: text }),
        interactive: json,
        button: json,
        image: json,
        audio: json,
        location: json,
        contacts: json,
        reaction: json,
        system: json,
      }),
      { maxLength: 3 },
    ),
    statuses: fc.array(
      nearly({ id: fc.string(), status: fc.constantFrom('sent', 'failed', 'x'), timestamp: fc.string(), errors: json }),
      { maxLength: 3 },
    ),
  }),
});
const webhook = nearly({
  object: fc.constant('whatsapp_business_account'),
  entry: fc.array(nearly({ id: fc.string(), changes: fc.array(change, { maxLength: 2 }) }), { maxLength: 2 }),
});
const file = text.map((body) => `---\nquestion: X?\ntheme: dimona\n---\n${body}`);
const file2 = text.map((head) => `---\n${head}\n---\nTekst.\n`);
const DANGEROUS = /<script|<iframe|<object|\son\w+=|(?:href|src)="?\s*(?:javascript|vbscript|data:text)/i;

export const PARSERS: readonly Target[] = [
  target('activity -> message', activity, (body) => {
    const message = toIncomingMessage(checkedActivity(body), null, NOW);
    must(typeof message.text === 'string' && message.text.length <= 20_000, 'a text within its limit');
    must(message.attachments.length <= 10, 'at most ten attachments');
  }),
  target('Direct Line body', activity, (body) => {
    const parsed = readBody(activityBody, body);
    if (parsed.success)
      toIncomingMessage({ ...parsed.data, channelId: 'directline', conversation: { id: 'c' } } as never, null, NOW);
  }),
  target('Direct Line token', fc.oneof(text, fc.string()), async (token) => {
    must((await tokens.verify(token)) === null, 'no made-up token is believed');
  }),
  target('WhatsApp webhook', webhook, (body) => readWebhook(body, '1', NOW)),
  target('service URL', fc.oneof(text, fc.webUrl()), (url) => {
    must(
      !isAllowedServiceUrl(url, [], false) || /^https:\/\/[\w.-]+\.(?:net|com|us)(?:[:/?#]|$)/i.test(url.trim()),
      'known hosts only',
    );
  }),
  target('action', json, (value) => {
    const action = decodeAction(value);
    if (action) must(JSON.stringify(decodeAction(encodeAction(action))) === JSON.stringify(action), 'there and back');
  }),
  target(
    'upload form',
    fc.tuple(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.oneof(fc.string(), fc.constant('multipart/form-data; boundary=x')),
    ),
    ([bytes, type]) => parseForm(Buffer.from(bytes), type),
  ),
  target('file type', fc.tuple(fc.uint8Array({ maxLength: 500 }), fc.option(fc.string())), ([bytes, declared]) =>
    fileTypeOf(bytes, declared),
  ),
  target('front matter', fc.oneof(text, file, file2), (source) => readFrontMatter(source)),
  ...(['entry', 'term', 'checklist'] as const).map((kind) =>
    target(kind, fc.oneof(text, file, file2), (source) =>
      parseItem(kind, { file: 'entries/dimona/x.md', text: source, extraPhrasings: [] }),
    ),
  ),
  target('signal file', fc.oneof(text, file, file2), (source) =>
    parseSignal({ file: 'signals/x.md', text: source, extraPhrasings: [] }),
  ),
  target('opening hours', text, (source) => parseOpeningHours(source)),
  target('profile facts', text, (words) => readFacts(cleanText(words).text)),
  target('wish for the coach', text, (words) => wishOf(cleanText(words).text)),
  target('request for the coach', text, (words) => coachRequestIn(cleanText(words).text)),
  target('about a person', text, (words) => aboutPerson(cleanText(words).text)),
  target('command', text, (words) => typedCommand(cleanText(words).text)),
  target('language', text, (words) => detectLanguage(cleanText(words).text)),
  target('sentences', text, (words) => splitSentences(words)),
  target('mask', text, (words) => {
    must(typeof mask(words) === 'string', 'text stays text');
  }),
  target('mask beside anything', text, (words) => {
    const masked = mask(
      `${words}\nrijksregisternummer 85.07.30-033.28\nmail mij op jan.peeters@telenet.be of bel +32 478 12 34 56.`,
    );
    // What stands before may itself end in half a number, which is nobody's.
    const at = masked.lastIndexOf('\nrijksregisternummer ');
    const own = masked.slice(at);
    must(at >= 0 && !/033\.28|jan\.peeters@|478 12 34/.test(own), 'masked, whatever stands before it');
  }),
  target('Markdown', text, (words) => {
    const tags = toHtml(words).match(/<[^>]*>/g) ?? [];
    must(!tags.some((tag) => DANGEROUS.test(tag)), 'no script in HTML');
    toPlainText(words);
    toWhatsAppText(words);
  }),
  target('line of ask', json, (line) => {
    readBody(askLine, line);
  }),
  target('sealed row', text, (row) => {
    try {
      codec.decode(row, 'r|ticket|1');
    } catch (error) {
      must(error instanceof SealError || error instanceof SyntaxError, 'a refusal of ours');
    }
  }),
];
