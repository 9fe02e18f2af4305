import { findNumbers } from '../safe/phone-numbers.js';
import { toSafeTree, type SafeNode } from '../safe/html-tree.js';

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element, its attributes and its children; `null` and `false` leave something out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(label: string, className: string, onPress: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', class: className }, label);
  element.addEventListener('click', onPress);
  return element;
}

export interface Words {
  readonly html?: string;
  readonly markdown: string;
}

/** Rendered Markdown as elements: through the allow-list, with telephone numbers to press. */
export function prose({ html, markdown }: Words, urgent: 'urgent' | 'ordinary' = 'ordinary'): HTMLElement {
  const nodes: readonly SafeNode[] =
    html === undefined
      ? markdown.split(/\n{2,}/).map((text) => ({ tag: 'p', href: null, start: null, children: [text] }))
      : toSafeTree(html);
  return el('div', { class: 'prose' }, ...nodes.map((node) => toDom(node, urgent, false)));
}

function toDom(node: SafeNode, urgent: 'urgent' | 'ordinary', inLink: boolean): Node {
  if (typeof node === 'string') return inLink ? document.createTextNode(node) : callable(node, urgent);
  // Headings within an answer stand below the page's own.
  const tag = /^h[1-6]$/.test(node.tag) ? 'h3' : node.tag;
  const element = document.createElement(tag);
  if (node.tag === 'a' && node.href !== null) {
    element.setAttribute('href', node.href);
    element.setAttribute('rel', 'noopener noreferrer');
    if (/^https?:/i.test(node.href)) element.setAttribute('target', '_blank');
  }
  if (node.start !== null) element.setAttribute('start', String(node.start));
  element.append(...node.children.map((child) => toDom(child, urgent, inLink || node.tag === 'a')));
  return element;
}

function callable(text: string, urgent: 'urgent' | 'ordinary'): Node {
  const fragment = document.createDocumentFragment();
  for (const piece of findNumbers(text, urgent)) {
    fragment.append(typeof piece === 'string' ? piece : el('a', { href: piece.tel, class: 'tel' }, piece.shown));
  }
  return fragment;
}
