/** The pieces of Adaptive Cards (schema 1.5) that our replies are made of, as plain JSON. */

export type CardElement = Readonly<Record<string, unknown>>;
export type CardAction = Readonly<Record<string, unknown>>;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: 'nl';
  /** What a client without cards shows. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
}

export function card(body: readonly CardElement[], fallbackText: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'nl',
    fallbackText,
    body,
  };
}

export function words(text: string, more: CardElement = {}): CardElement {
  return { type: 'TextBlock', text, wrap: true, ...more };
}

export function heading(text: string): CardElement {
  return words(text, { weight: 'Bolder', size: 'Medium', style: 'heading' });
}

export function subtle(text: string): CardElement {
  return words(text, { isSubtle: true, size: 'Small', spacing: 'Small' });
}

export type BoxStyle = 'emphasis' | 'attention' | 'good' | 'accent';

export function box(items: readonly CardElement[], style: BoxStyle, more: CardElement = {}): CardElement {
  return { type: 'Container', style, spacing: 'Medium', items, ...more };
}

export function link(title: string, url: string): CardAction {
  return { type: 'Action.OpenUrl', title, url };
}

/** What a card says back when it is touched: the action, and the message it stands on. */
export interface CardData {
  readonly action: string;
  /** Id of the outgoing message that the card belongs to. */
  readonly of: string;
}

/** An action that updates the card in place; a client that cannot sends it as a message. */
export function execute(title: string, data: CardData): CardAction {
  return { type: 'Action.Execute', title, verb: data.action, data, fallback: { type: 'Action.Submit', title, data } };
}

/** Teams shows six actions of one set; the rest goes in sets of their own. */
const MOST_ACTIONS = 6;

export function actionSets(actions: readonly CardAction[]): readonly CardElement[] {
  const sets: CardElement[] = [];
  for (let from = 0; from < actions.length; from += MOST_ACTIONS)
    sets.push({ type: 'ActionSet', actions: actions.slice(from, from + MOST_ACTIONS) });
  return sets;
}
