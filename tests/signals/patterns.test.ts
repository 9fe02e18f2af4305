import { describe, expect, it } from '@jest/globals';
import { createHeadFinder } from '../../knowledge/signal-heads.js';
import { createPatternFinder, toToken } from '../../knowledge/signal-patterns.js';
import { toPassages, toSignalWords } from '../../knowledge/signal-passages.js';
import { createRuleReader } from '../../knowledge/signal-rules.js';
import { createSignalSpelling } from '../../knowledge/signal-spelling.js';
import type { Signal, SignalRule } from '../../knowledge/signals.js';

const tokens = (text: string) => toSignalWords(text).map((word) => toToken(word, undefined));

describe('patterns', () => {
  it.each([
    ['bloed*', 'hij bloedt', [1]],
    ['*zaag', 'met de kettingzaag', [2]],
    ['zegt niets', 'hij zegt niks meer', [1]],
    ['reageert * niet', 'hij reageert gewoon echt niet', [1]],
    ['reageert * niet', 'hij reageert op geen een vraag van mij niet', []],
    ['mes', 'messen', []],
    ['112', 'bel ik 112', [2]],
  ])('"%s" in "%s" stands at %j', (pattern, text, places) => {
    expect(
      createPatternFinder([[pattern]])
        .find(tokens(text))
        .get(0) ?? [],
    ).toEqual(places);
  });

  it('fit the head of a compound nobody wrote before', () => {
    const head = createHeadFinder(new Set(['draad', 'gebrand']));
    expect(head('hoogspanningsdraad')).toBe('draad');
    expect(head('weggebrand')).toBe('gebrand');
    expect(head('vlindermes')).toBe('mes');
    expect(head('draad')).toBeUndefined();
    const finder = createPatternFinder([['draad']]);
    expect(finder.find([toToken('hoogspanningsdraad', head('hoogspanningsdraad'))]).get(0)).toEqual([0]);
  });
});

describe('passages of a long message', () => {
  const sentences = (count: number, of: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => of(n)).join(' ');
  const words = (text: string) => toPassages(text).flatMap(({ words: read }) => read);
  const unlike = (n: number): string =>
    `woord${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26))}.`;

  it.each([
    ['one-word sentences', sentences(1_200, unlike)],
    ['sentences of two words', sentences(700, (n) => `hij ${unlike(n)}`)],
    ['an address again and again', 'jan@telenet.be'.repeat(280)],
    ['no sentence at all', sentences(1_200, unlike).replaceAll('.', '')],
  ])('%s: every word is read, none much more than a handful of times', (_name, text) => {
    const all = toSignalWords(text);
    expect(new Set(words(text))).toEqual(new Set(all));
    expect(words(text).length).toBeLessThanOrEqual(all.length * 5);
  });

  it('short and long sentences in turn leave nothing out', () => {
    const long = sentences(31, unlike).replaceAll('.', '');
    const text = Array.from({ length: 12 }, (_, n) => `kort${unlike(n)} ${long}.`).join(' ');
    expect(new Set(words(text))).toEqual(new Set(toSignalWords(text)));
  });

  it('letters without an end are read as one long word', () => {
    expect(toSignalWords('fi'.repeat(4_000)).map(({ length }) => length)).toEqual([64]);
  });
});

describe('rules', () => {
  const signalWith = (rule: SignalRule): Signal => ({
    kind: 'medical',
    title: 't',
    words: { wie: ['hij', 'ze'], vroeger: ['vorige'] },
    rules: [rule],
    examples: [],
    lookAlikes: [],
    coach: '',
    text: '',
    sources: [],
    certainty: 'bevestigd',
    checked: '2026-11-21',
    next: null,
    reviewBy: '2027-09-01',
    file: 'signals/medical.md',
  });
  const reader = createRuleReader([signalWith({ all: [['<wie>'], ['valt']], not: ['<vroeger>'], near: 3 })]);

  it.each([
    ['hij valt', true],
    ['ze zegt dat ze valt', true],
    ['hij zit nu al vier uur en valt', false],
    ['vorige week valt hij', false],
    ['valt', false],
  ])('"%s" holds: %s', (text, holds) => {
    expect(reader.read(tokens(text)).held.length > 0).toBe(holds);
  });

  it('tells a rule that is held back from one that is not there', () => {
    expect(reader.read(tokens('vorige week valt hij')).heldBack).toEqual(['medical']);
    expect(reader.read(tokens('hij staat')).heldBack).toEqual([]);
  });
});

describe('passages', () => {
  it('keeps a short message whole', () => {
    expect(toPassages('Hij viel. Hij beweegt niet!').map(({ words }) => words.length)).toEqual([5]);
  });

  it('reads every word of a long message in a passage of its sentence', () => {
    const text = Array.from({ length: 40 }, (_unused, at) => `Dit is zin nummer ${String(at)} van dit verhaal.`).join(
      ' ',
    );
    const passages = toPassages(text);
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.flatMap(({ words }) => words)).size).toBe(new Set(toSignalWords(text)).size);
  });

  it('gives nothing for nothing', () => {
    expect(toPassages('')).toEqual([]);
  });
});

describe('spelling', () => {
  const spell = createSignalSpelling(new Set(['bewusteloos', 'gebroken', 'gewond', 'kettingzaag', 'gezond']));
  it.each([
    ['bewustloos', 'bewusteloos'],
    ['bewusteloso', 'bewusteloos'],
    ['gebrooken', 'gebroken'],
    ['kettinzaag', 'kettingzaag'],
    ['gezond', 'gezond'],
    ['gewend', 'gewend'],
    ['gemond', 'gemond'],
  ])('%s -> %s', (written, meant) => {
    expect(spell(written)).toBe(meant);
  });
});
