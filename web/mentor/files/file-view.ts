import { button, el } from '../view/dom.js';
import type { FileNote } from './file-note.js';
import type { FileShelf } from './file-shelf.js';
import { FILE_KINDS, FILE_TEXTS, saySize } from './texts.js';

/** A file as it is shown: its small picture when this device has one, else what it is and its name. */
export function fileFigure(note: FileNote, shelf: FileShelf): HTMLElement {
  const words = el('span', { class: 'file-name' }, `${FILE_KINDS[note.kind]}: ${note.name} (${saySize(note.size)})`);
  const figure = el('span', { class: `file ${note.kind}` }, words);
  if (note.kind !== 'image') return figure;
  void shelf.get(note.id).then((kept) => {
    if (kept?.thumb) words.replaceWith(el('img', { class: 'thumb', src: kept.thumb, alt: words.textContent }));
  });
  return figure;
}

/** Files that go along with the next message, each with a button to take it out. */
export function chip(note: FileNote, shelf: FileShelf, onDrop: () => void): HTMLElement {
  const name = `${FILE_KINDS[note.kind]} ${note.name}`;
  const drop = button('✕', 'drop', onDrop);
  drop.setAttribute('aria-label', FILE_TEXTS.remove(name));
  return el('li', { class: 'chip' }, fileFigure(note, shelf), note.kind === 'audio' && player(note, shelf), drop);
}

/** Who spoke something in can hear it before it goes. */
function player({ id }: FileNote, shelf: FileShelf): HTMLElement {
  const sound = el('audio', { controls: true, preload: 'metadata' });
  void shelf.get(id).then((kept) => {
    if (kept?.bytes) sound.src = URL.createObjectURL(kept.bytes);
  });
  return sound;
}
