import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createSignalDetector } from '../../knowledge/detect-signal.js';
import { ordinaryMessages } from '../../knowledge/signal-ordinary.js';
import { trainSignals, type SignalModel } from '../../knowledge/signal-training.js';
import { readYaml } from '../../knowledge/front-matter.js';
import { loadKeptLibrary } from '../../knowledge/library-cache.js';
import { readFolder } from '../../knowledge/load-library.js';
import { loadSignalModel } from '../../knowledge/model-cache.js';
import { SIGNAL_KINDS, type SignalKind } from '../../knowledge/signals.js';
import { createAlarm } from '../../web/mentor/offline/alarm.js';
import { crossValidate, figuresOf, type Judged } from './cross-validation.js';
import { readSignals } from './signals-on-disk.js';

const signals = readSignals();
const { library } = await loadKeptLibrary(await readFolder('knowledge'), '.cache');
if (library === null) throw new Error('the knowledge has problems');
const ordinary = ordinaryMessages(library);
const model = await loadSignalModel(library, '.cache');
const detector = createSignalDetector(signals, model);
const kindOf = (text: string, before: readonly string[] = []): SignalKind | null =>
  detector.detect(text, before)?.signal.kind ?? null;

describe('the signal files', () => {
  it.each(signals.map((signal) => [signal.kind, signal] as const))(
    '%s has examples and look-alikes enough',
    (_kind, signal) => {
      expect(signal.examples.length).toBeGreaterThanOrEqual(70);
      expect(signal.lookAlikes.length).toBeGreaterThanOrEqual(70);
    },
  );

  it('have no message that is both an example and a look-alike, or an example of two kinds', () => {
    const examples = signals.flatMap(({ examples }) => examples.map((text) => text.toLowerCase()));
    const lookAlikes = new Set(signals.flatMap((signal) => signal.lookAlikes.map((text) => text.toLowerCase())));
    expect(examples.filter((text) => lookAlikes.has(text))).toEqual([]);
    expect(examples.filter((text, index) => examples.indexOf(text) !== index)).toEqual([]);
  });

  it('use only word lists that exist', () => {
    const names = new Set(signals.flatMap(({ words }) => Object.keys(words)));
    const used = signals.flatMap(({ rules }) => rules.flatMap(({ all, not }) => [...all.flat(), ...not]));
    const references = used.filter((pattern) => pattern.startsWith('<')).map((pattern) => pattern.slice(1, -1));
    expect(references.filter((name) => !names.has(name))).toEqual([]);
  });

  it('name only sources that exist', () => {
    const sources = readYaml(readFileSync('knowledge/sources.yaml', 'utf8')).data as Record<'topics' | 'facts', object>;
    const refs = signals.flatMap((signal) => signal.sources.map(({ ref }) => ref));
    expect(refs.filter((ref) => !(ref in sources.topics) && !(ref in sources.facts))).toEqual([]);
  });

  it.each([
    ['medical', ['112', '070 245 245', '02 235 53 00']],
    ['safety', ['112']],
    ['psychosocial', ['112', '1813', '102', '106', '116 000', '101', '1712']],
    ['violence', ['101', '112', '1712', '102', '116 000']],
    ['inspection', ['sociaal secretariaat']],
  ] as const)('%s says what to do in at most five lines, with its numbers', (kind, needed) => {
    const text = signals.find((signal) => signal.kind === kind)?.text ?? '';
    expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(5);
    for (const number of needed) expect(text).toContain(number);
  });
});

describe('what stands in the files decides', () => {
  it.each(signals.map((signal) => [signal.kind, signal] as const))('every example of %s raises it', (kind, signal) => {
    expect(signal.examples.filter((text) => kindOf(text) !== kind)).toEqual([]);
  });

  it.each(signals.map((signal) => [signal.kind, signal] as const))(
    'no look-alike of %s raises anything',
    (_kind, signal) => {
      expect(signal.lookAlikes.filter((text) => kindOf(text) !== null)).toEqual([]);
    },
  );

  it.each([
    'mijn gast is vandaag niet afgekomen en neemt zijn gsm niet op',
    'mijn leerling is vandaag niet gekomen en neemt niet op',
    'hij is niet komen opdagen en zijn gsm staat af',
  ])('a learner who does not show up is no emergency: "%s"', (text) => {
    expect(kindOf(text)).toBeNull();
  });

  it('holds back an example that becomes a look-alike', () => {
    const text = 'hij bloedt hard';
    const changed = signals.map((signal) => ({
      ...signal,
      examples: signal.examples.filter((example) => example !== text),
      lookAlikes: signal.kind === 'medical' ? [...signal.lookAlikes, text] : signal.lookAlikes,
    }));
    expect(createSignalDetector(changed, model).detect(text, [])).toBeNull();
  });
});

describe('messages nobody wrote down', () => {
  it('keeps the figures of cross-validation: whole messages left out', () => {
    const figures = figuresOf(crossValidate({ signals, ordinary }, 4, 1));
    // Hands 6 to 8 wrote along the border on purpose: of their messages fewer are told than of a stranger's (urgent-strangers).
    expect(figures.recognised).toBeGreaterThanOrEqual(0.925);
    expect(figures.rightKind).toBeGreaterThanOrEqual(0.825);
    expect(figures.inVain).toBeLessThanOrEqual(0.085);
    // Some phrasings of entries on accidents and violence are alarms.
    expect(figures.everyday).toBeLessThanOrEqual(0.038);
  });

  it('keeps the figures of the held-out set, which never served for training', () => {
    const judged = readFileSync('tests/signals/held-out.tsv', 'utf8')
      .trim()
      .split('\n')
      .map((line): Judged => {
        const [label = '-', text = ''] = line.split('\t');
        return {
          text,
          expected: SIGNAL_KINDS.find((kind) => kind === label) ?? null,
          found: kindOf(text),
          why: '',
          urgent: 0,
          byRule: false,
          everyday: false,
        };
      });
    const trained = new Set(signals.flatMap((signal) => [...signal.examples, ...signal.lookAlikes]));
    expect(judged.filter(({ text }) => trained.has(text))).toEqual([]);
    const figures = figuresOf(judged);
    expect(figures.recognised).toBeGreaterThanOrEqual(0.92);
    expect(figures.inVain).toBeLessThanOrEqual(0.15);
  });

  it.each([
    ['zit onder het bloed, kettingzaag', 'medical'],
    ['hij ligt op de grond en zegt niks', 'medical'],
    ['HIJ BLOEDT HARD!!!', 'medical'],
    ['brand in de loods', 'safety'],
    ['hij zegt dat hij niet meer wil leven', 'psychosocial'],
    ['zijn vader slaat hem', 'violence'],
    ['inspectie staat hier', 'inspection'],
    ['mijn planning is een ramp', null],
    ['steendood na drie dagen', null],
    ['mijn leerling luistert niet', null],
    ['wat doe ik bij een ongeval', null],
    ['il est malade qui paie', null],
    ['spuiten met roundup', null],
    ['help', null],
    ['moet ik dimona doen voor nen sao', null],
    ['wat is een prestatiestaat', null],
    ['hallo', null],
    ['', null],
    ['?!?', null],
  ] as const)('"%s" -> %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('French and English', () => {
  it.each([
    'my student cut his hand with the chainsaw, lots of blood',
    'help he is unconscious',
    'mon élève saigne beaucoup après une chute',
    'il ne respire plus',
    'he fell from the roof and does not move',
  ])('%s: raised by its words', (text) => {
    expect(kindOf(text)).toBe('medical');
  });

  it.each([
    'what is the best phone to buy this year',
    'quel contrat faut-il signer avec cet élève et avec son école',
    'how many hours per week does he work with me',
    'combien de jours de vacances peut-il prendre chez nous',
  ])('%s: no alarm', (text) => {
    expect(kindOf(text)).toBeNull();
  });
});

describe('the turn before', () => {
  it.each([
    [['hij is gevallen van de ladder daarnet'], 'hij zegt niks meer', 'medical'],
    [['we waren aan het snoeien in de boom', 'hij is gevallen'], 'en nu beweegt hij niet meer', 'medical'],
    [['mijn leerling was al de hele dag stil'], 'hij zegt dat hij niet meer wil leven', 'psychosocial'],
    [['ik heb een vraag over zijn uren'], 'wie betaalt dat', null],
    [['hij bloedt hard'], 'dank u', null],
    [['hij bloedt hard', 'de ambulance is er'], 'moet ik dat aangeven bij de verzekering', null],
    [['welke kettingzaag mag hij gebruiken'], 'en een haagschaar', null],
  ] as const)('%j, then "%s" -> %s', (before, text, kind) => {
    expect(kindOf(text, before)).toBe(kind);
  });
});

describe('whatever comes in', () => {
  it('answers a message of 8,000 characters, with the alarm in the middle', () => {
    const calm = 'Wij hebben vandaag de haag geschoren en daarna de planten water gegeven. ';
    const half = calm.repeat(Math.floor(3_950 / calm.length));
    expect(kindOf(`${half}Hij bloedt hard en ik krijg hem niet wakker. ${half}`)).toBe('medical');
    expect(kindOf(calm.repeat(Math.floor(8_000 / calm.length)))).toBeNull();
  });

  it.each([
    ['a'.repeat(8_000)],
    ['🩸'.repeat(2_000)],
    ['. '.repeat(4_000)],
    ['* <bloed> * __proto__ constructor toString'],
    ['\u0000\u202e'],
  ])('survives odd input %#', (text) => {
    expect(() => kindOf(text)).not.toThrow();
  });

  it('gives the same answer from a kept model as from a new one', () => {
    const kept = JSON.parse(JSON.stringify(model)) as SignalModel;
    const again = createSignalDetector(signals, kept);
    for (const text of ['zijn teen is eraf', 'hij wil niet meer leven', 'wie betaalt de dokter', 'de wand schuift'])
      expect(again.assess(text)).toEqual(detector.assess(text));
  });

  it('sounds the same on a phone without network', () => {
    const alarm = createAlarm(
      signals.map((signal) => ({ ...signal, html: '' })),
      model,
    );
    const texts = ['zijn teen is eraf', 'hij wil niet meer leven', 'il est malade qui paie', 'de wand schuift', 'help'];
    expect(texts.map((text) => alarm(text)?.kind ?? null)).toEqual(texts.map((text) => kindOf(text)));
  });

  it('learns the same twice, whatever the order of the files', () => {
    const few = signals.map((signal) => ({
      ...signal,
      examples: signal.examples.slice(0, 60),
      lookAlikes: signal.lookAlikes.slice(0, 60),
    }));
    const learned = (list: typeof few): string =>
      JSON.stringify(trainSignals({ signals: list, ordinary: ordinary.slice(0, 5) }));
    expect(learned([...few].reverse())).toBe(learned(few));
  });
});
