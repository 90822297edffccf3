import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../memory/checks/run.ts';
import { CHECKS } from '../../../memory/checks/table.ts';
import type { InlineContent } from '../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { Origin } from '../../../memory/model/origin.ts';
import { applyEdits } from '../../../memory/text/edit.ts';
import { defaultStyle } from '../../../memory/text/typography/style.ts';
import { check, segment } from './segments.ts';

/** What each check finds, and the text after its fix where it has one. `~` is a no-break space, `_` a narrow one. */
const SEEDED: readonly [code: string, source: string, target: string, fixed?: string, language?: LanguageTag][] = [
  ['identical', 'The harbour is closed.', 'The harbour is closed.'],
  ['numbers', 'The city has 42 harbours.', 'La ville a 24 ports.', 'La ville a 42 ports.'],
  ['numbers', 'It cost 25000 euros.', 'Elle a coûté 2500 euros.', 'Elle a coûté 25_000 euros.'],
  ['numbers', 'In 1998 they left.', 'Ils sont partis.'],
  ['numbers', 'La ville a 1 234 ports.', 'The city has 1,235 harbours.', 'The city has 1234 harbours.', 'en'],
  ['number-format', 'It rose 3.5 degrees.', 'Elle a pris 3.5 degrés.', 'Elle a pris 3,5 degrés.'],
  [
    'number-format',
    'About 12,500 people came.',
    'Près de 12,500 personnes sont là.',
    'Près de 12_500 personnes sont là.',
  ],
  ['number-format', 'Elle a pris 3,5 degrés.', 'It rose 3,5 degrees.', 'It rose 3.5 degrees.', 'en'],
  ['dates', 'She left on 3 May 2021.', 'Elle est partie le 4 mai 2021.'],
  ['dates', 'She left on 3 May 2021.', 'Elle est partie.'],
  ['times', 'It opens at 2.30 pm.', 'Il ouvre à 15 h 30.'],
  ['currencies', 'It cost $20 million.', 'Elle a coûté 20 millions d’euros.'],
  ['names', 'Yesterday the mayor met Jane Hartley at home.', 'Hier, le maire l’a rencontrée chez elle.'],
  ['negation', 'The mayor did not sign.', 'Le maire a signé.'],
  ['negation', 'The mayor signed.', 'Le maire n’a pas signé.'],
  ['untranslated', 'The mayor said that the harbour is closed.', 'Le maire said that the port est fermé.'],
  ['repeated-word', 'The port is closed.', 'Le port port est fermé.', 'Le port est fermé.'],
  ['brackets', 'The port (north) is closed.', 'Le port (nord est fermé.'],
  ['brackets', 'The port (north) is closed.', 'Le port ancien nord) est fermé.'],
  ['quotation-marks', 'The "port" is closed.', 'Le «~port est fermé.'],
  ['quotation-marks', 'The "port" is closed.', 'Le "port est fermé.'],
  ['end-mark', 'Is the port closed?', 'Le port est fermé.'],
  ['end-mark', 'The port is closed.', 'Le port est fermé'],
  ['edge-spaces', 'The port is closed.', ' Le port est fermé. ', 'Le port est fermé.'],
  ['double-spaces', 'The port is closed.', 'Le port  est fermé.', 'Le port est fermé.'],
  ['mark-spacing', 'Is it closed?', 'Est-il fermé?', 'Est-il fermé_?'],
  ['mark-spacing', 'It says "no".', 'Il dit «non».', 'Il dit «~non~».'],
  ['mark-spacing', 'Is it closed?', 'Est-il fermé ?', 'Est-il fermé?', 'fr-CA'],
  ['mark-spacing', 'Est-il fermé ?', 'Is it closed ?', 'Is it closed?', 'en'],
  ['straight-apostrophes', 'The opening.', "L'ouverture.", 'L’ouverture.'],
  ['straight-quotes', 'The "port".', 'Le "port".', 'Le «~port~».'],
  ['bare-capitals', 'The State and the School.', 'L’Etat et l’Ecole.', 'L’État et l’École.'],
  ['bare-capitals', 'In Paris.', 'A Paris.', 'À Paris.'],
  ['bare-capitals', 'That works.', 'Ca marche.', 'Ça marche.'],
  ['ligatures', 'His sister’s heart.', 'Le coeur de sa soeur.', 'Le cœur de sa sœur.'],
  ['ligatures', 'Works', 'Oeuvres', 'Œuvres'],
  ['length', 'The port is closed because of the storm that came last night.', 'Port fermé.'],
];

const hidden = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('_', '\u202f');

describe('runChecks', () => {
  it.each(SEEDED)('%s: %s – %s', (code, source, target, fixed, language = 'fr') => {
    const found = check(source, hidden(target), language).filter((finding) => finding.code === code);
    expect(found).not.toEqual([]);
    if (fixed === undefined) return;
    const mended = applyEdits(hidden(target), found[0]?.fix?.edits ?? []);
    expect(mended).toBe(hidden(fixed));
    expect(check(source, mended, language).filter((finding) => finding.code === code)).toEqual([]);
  });

  it('has something seeded for every check that looks at text alone', () => {
    const seeded = new Set([
      ...SEEDED.map(([code]) => code),
      'empty',
      'unedited-match',
      'consistency',
      'term-forbidden',
      'term-missing',
    ]);
    const others = CHECKS.map(({ code }) => code).filter((code) => !seeded.has(code) && !code.startsWith('codes-'));
    expect(others).toEqual([]);
  });

  it.each<[string, string, LanguageTag?]>([
    ['In the 1990s, 1.5 million people left.', 'Dans les années 1990, 1 500 000 personnes sont parties.'],
    ['Three ships, 12 sailors.', 'Trois navires, douze marins.'],
    ['In the 21st century', 'Au XXIe siècle'],
    ['It opens at 2 p.m.', 'Il ouvre à 14 heures.'],
    ['She left on Tuesday, May 3.', 'Elle est partie mardi 3 mai.'],
    ['It cost £20.', 'Elle a coûté 20 livres.'],
    ['Jane Hartley spoke in London.', 'Jane Hartley s’est exprimée à Londres.'],
    ['The mayor refused to sign.', 'Le maire n’a pas voulu signer.'],
    ['You complain.', 'Vous vous plaignez.'],
    ['a) the harbour', 'a) le port'],
    ['"We leave," he said.', '« Nous partons », a-t-il dit.'],
    ['NSO', 'NSO'],
    ['See https://example.org/a?b=1.', 'Voir https://example.org/a?b=1.'],
    ['A poet’s marrow', 'Une moelle de poète coexiste'],
    ['Edith Evans lives in Eden.', 'Edith Evans vit à Eden.'],
    ['Has he any?', 'A-t-il quelque chose\u202f?'],
  ])('says nothing of %s – %s', (source, target, language) => {
    expect(check(source, target.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»'), language)).toEqual([]);
  });

  it('says of an empty target that it is empty, and no more', () => {
    expect(check('Two harbours.', '')).toEqual([
      { code: 'empty', severity: 'error', says: 'no-translation', start: 0, end: 0 },
    ]);
    expect(check('', '')).toEqual([]);
  });

  it('warns of a fuzzy match as it was stored, not of an edited one or an exact one', () => {
    const origin = (match: 'fuzzy' | 'related' | 'exact'): Origin => ({ kind: 'match', match, rate: 83 });
    const codes = (match: 'fuzzy' | 'related' | 'exact', unedited: boolean) =>
      runChecks(segment('The harbour.', 'Le port.', 'fr', { origin: origin(match), unedited })).map(({ code }) => code);
    expect(codes('fuzzy', true)).toEqual(['unedited-match']);
    expect(codes('related', true)).toEqual(['unedited-match']);
    expect(codes('fuzzy', false)).toEqual([]);
    expect(codes('exact', true)).toEqual([]);
  });

  it('follows house rules: checks off, other severities, another style', () => {
    const codes = (settings: Parameters<typeof check>[3]) =>
      check('Is "it" closed?', 'Est-"il" fermé?', 'fr', settings).map(({ code, severity }) => `${code} ${severity}`);
    expect(codes({})).toContain('mark-spacing warning');
    expect(codes({ severities: { 'mark-spacing': 'error' } })[0]).toBe('mark-spacing error');
    expect(codes({ off: ['mark-spacing'] })).not.toContain('mark-spacing warning');
    expect(codes({ style: { ...defaultStyle('fr'), beforeHighMarks: 'as-written' } })).not.toContain(
      'mark-spacing warning',
    );
  });

  it('gives places inside the target and fixes that can be made, whatever the texts', () => {
    const word = fc.constantFrom('le', 'The', 'not', '12', '3.5', '"', '«', '»', '(', '!', '?', ' ', "l'", 'A', 'Etat');
    const text = fc.oneof(
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom<LanguageTag>('fr', 'fr-CA', 'en'), (source, target, language) => {
        for (const { start, end, fix, about = [] } of check(source, target, language)) {
          expect(0 <= start && start <= end && end <= target.length).toBe(true);
          expect(about.every((word) => typeof word === 'string')).toBe(true);
          let at = 0;
          for (const edit of fix?.edits ?? []) {
            expect(at <= edit.start && edit.start <= edit.end && edit.end <= target.length).toBe(true);
            at = edit.end;
          }
        }
      }),
    );
  });

  it('stays quick on a text of 20,000 characters', () => {
    const long = 'La (« 12 » maire n’a pas dit: 3 mai 2021 Etat! "'.repeat(420);
    expect(check(long, long).length).toBeGreaterThan(0);
    expect(check(' '.repeat(20_000), `${' '.repeat(20_000)}!`).length).toBeGreaterThan(0);
  });
});

describe('inline codes', () => {
  const open = (id: string) => ({ form: 'open', id }) as const;
  const close = (id: string) => ({ form: 'close', id }) as const;
  const lineBreak = { form: 'standalone', id: '9', type: 'lb' } as const;
  const codes = (source: InlineContent, target: InlineContent) =>
    runChecks(segment('', '', 'fr', { source, target })).map(({ code, about, start }) => [code, about, start]);
  const source = [open('1'), 'Port', close('1'), ' closed', lineBreak];

  it('says which are missing, added or out of order, and where', () => {
    expect(codes(source, [open('1'), 'Port', close('1'), ' fermé', lineBreak])).toEqual([]);
    expect(codes(source, ['Port fermé'])).toEqual([['codes-missing', ['1›', '‹1', '9'], 10]]);
    expect(codes(source, [open('1'), 'Port', close('1'), lineBreak, ' fermé', lineBreak])).toEqual([
      ['codes-added', ['9'], 10],
    ]);
    expect(codes(source, [close('1'), 'Port', open('1'), ' fermé', lineBreak])).toEqual([['codes-order', ['‹1'], 0]]);
  });

  it('says of codes without text that they are missing, and lets halves of pairs stand anywhere', () => {
    expect(codes(source, [open('1')]).map(([code]) => code)).toContain('codes-missing');
    expect(codes([close('4'), 'Port'], ['Port', close('4')])).toEqual([]);
  });

  it('takes pairs that cross in the source as they are', () => {
    const crossed = [open('1'), open('2'), 'Port', close('1'), close('2')];
    expect(codes(crossed, [open('2'), open('1'), 'Port', close('2'), close('1')])).toEqual([]);
  });
});
