import { isSlot } from '../knowledge/body.js';
import { SLOT_VALUES, THEMES, type ItemId, type Slot, type Theme } from '../knowledge/entry.js';

/** What a button does. Typed text and buttons lead to the same actions. */
export type Action =
  | { readonly do: 'helped'; readonly item: ItemId }
  | { readonly do: 'not-helped'; readonly item: ItemId }
  | { readonly do: 'more'; readonly item: ItemId }
  | { readonly do: 'show'; readonly item: ItemId }
  | { readonly do: 'none-of-these' }
  | { readonly do: 'ask-coach' }
  | { readonly do: 'slot'; readonly slot: Slot; readonly value: string }
  | { readonly do: 'theme'; readonly theme: Theme }
  | { readonly do: 'callback'; readonly when: CallbackSlot }
  | { readonly do: 'also-mine'; readonly ticket: string }
  | { readonly do: 'resolved'; readonly ticket: string }
  /** A coach takes a ticket from an alert; nothing a mentor is ever offered. */
  | { readonly do: 'claim'; readonly ticket: string }
  /** A step of a survey: `yes`, `start`, `2-4` (the third question: 4), … */
  | { readonly do: 'survey'; readonly say: string }
  | { readonly do: SimpleCommand };

const SIMPLE_COMMANDS = [
  'menu',
  'my-questions',
  'stop',
  'resume',
  'profile',
  'erase',
  'erase-confirmed',
  'what-is-kept',
  'help',
  'skip-slot',
  'new-question',
  'call-me',
  'cancel',
  'false-alarm',
  'continue',
  'part',
  'tips',
  'tips-on',
  'tips-off',
] as const;
export type SimpleCommand = (typeof SIMPLE_COMMANDS)[number];

const CALLBACK_SLOTS = ['ochtend', 'middag', 'na-het-werk', 'altijd'] as const;
export type CallbackSlot = (typeof CALLBACK_SLOTS)[number];

const ITEM_ACTIONS = ['helped', 'not-helped', 'more', 'show'] as const;

/** Action -> the short string that channels carry (WhatsApp allows 256 characters). */
export function encodeAction(action: Action): string {
  switch (action.do) {
    case 'helped':
    case 'not-helped':
    case 'more':
    case 'show':
      return `${action.do}:${action.item}`;
    case 'slot':
      return `slot:${action.slot}:${action.value}`;
    case 'theme':
      return `theme:${action.theme}`;
    case 'callback':
      return `callback:${action.when}`;
    case 'survey':
      return `survey:${action.say}`;
    case 'also-mine':
    case 'resolved':
    case 'claim':
      return `${action.do}:${action.ticket}`;
    default:
      return action.do;
  }
}

/** The reverse; null for anything we never sent, whatever a client makes up. */
export function decodeAction(value: unknown): Action | null {
  if (typeof value !== 'string' || value.length > 256) return null;
  const [name = '', first = '', second = ''] = value.split(':');
  const id = /^[a-zA-Z0-9-]+$/.test(first) ? first : null;
  if (includes(ITEM_ACTIONS, name)) return id === null ? null : { do: name, item: id as ItemId };
  if (includes(SIMPLE_COMMANDS, name)) return { do: name };
  if (name === 'none-of-these' || name === 'ask-coach') return { do: name };
  if (name === 'also-mine' || name === 'resolved' || name === 'claim')
    return id === null ? null : { do: name, ticket: id };
  if (name === 'survey') return id === null ? null : { do: 'survey', say: id };
  if (name === 'theme') return includes(THEMES, first) ? { do: 'theme', theme: first } : null;
  if (name === 'callback') return includes(CALLBACK_SLOTS, first) ? { do: 'callback', when: first } : null;
  if (name !== 'slot' || !isSlot(first)) return null;
  return (SLOT_VALUES[first] as readonly string[]).includes(second) ? { do: 'slot', slot: first, value: second } : null;
}

function includes<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}
