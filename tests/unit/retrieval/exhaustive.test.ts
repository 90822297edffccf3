import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../memory/match/profile.ts';
import { grossRate } from '../../../memory/match/rate.ts';
import { contentFromText, contentText } from '../../../memory/model/inline.ts';
import type { UnitInContext, UnitPlace } from '../../../memory/model/unit.ts';
import { exhaustiveMatches, exhaustiveRetrieval } from '../../../memory/retrieval/exhaustive.ts';
import type { Query } from '../../../memory/retrieval/retrieval.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';
import { MEMORY, query, scanOf, unit } from './units.ts';

const ALL = { matches: true, related: true };
const find = (units: readonly UnitInContext[], asked: Query) => exhaustiveRetrieval(scanOf(units)).find(asked, ALL);
const matchesOf = async (units: readonly UnitInContext[], asked: Query) => (await find(units, asked)).matches;

const SENTENCE = 'La France a acheté le logiciel espion.';
const place = (given: Partial<UnitPlace> = {}): UnitPlace => ({ documentId: 7, position: 3, provenance: {}, ...given });
const side = (fr: string) => ({ fr, en: '' });

describe('matches', () => {
  it('are exact, in context, fuzzy, best first, with what is known of the unit', async () => {
    const provenance = { publication: 'Gazette', translator: 'Mots & Cie', credit: 'Traduit par Mots & Cie.' };
    const units = [
      unit(1, 'La France a acheté ce logiciel espion.', 'France bought this spyware.'),
      unit(2, SENTENCE, 'France has bought the spyware.'),
      unit(3, SENTENCE, 'France bought the spyware.', { originalLanguage: 'fr' }, [
        place(),
        place({ position: 9, provenance, previous: side('Avant.'), next: side('Après.') }),
      ]),
      unit(4, 'Tout autre chose.', 'Something else.'),
    ];
    const matches = await matchesOf(units, query(SENTENCE, { previous: ['Avant.'], next: ['Après.'] }));
    expect(matches.map(({ unitId, kind, rate }) => [unitId, kind, rate])).toEqual([
      [3, 'context', 101],
      [2, 'exact', 100],
      [1, 'fuzzy', 85],
    ]);
    expect(matches[0]).toMatchObject({ original: 'source', provenance, documentId: 7, position: 9, warnings: [] });
    expect(matches[2]?.diff.map((part) => part.op)).toEqual(['equal', 'delete', 'insert', 'equal']);
    expect(matches[1]).not.toHaveProperty('original');
    expect(matches[1]).not.toHaveProperty('documentId');
  });

  it('serve both directions from one unit', async () => {
    const units = [unit(1, SENTENCE, 'France bought the spyware.', { originalLanguage: 'fr' })];
    const asked = query('France bought the spyware.', { sourceLanguage: 'en', targetLanguage: 'fr' });
    const [match] = await matchesOf(units, asked);
    expect(match).toMatchObject({ kind: 'exact', grossRate: 100, rate: 99, original: 'target', target: [SENTENCE] });
    expect(match?.penalties).toEqual([{ name: 'reverse', points: 1 }]);
  });

  it('know the original from the document where the unit does not say', async () => {
    const units = [unit(1, SENTENCE, 'x', {}, [place({ provenance: { originalLanguage: 'en' } })])];
    const [match] = await matchesOf(units, query(SENTENCE));
    expect(match).toMatchObject({ original: 'target', penalties: [{ name: 'reverse', points: 1 }] });
  });

  it('are adapted where numbers alone differ, and keep the stored source', async () => {
    const units = [unit(1, 'Il a vendu 12 logiciels.', 'It sold 12 programs.')];
    const [match] = await matchesOf(units, query('Il a vendu 1 500 logiciels.'));
    expect(match).toMatchObject({
      kind: 'adapted',
      rate: 99,
      source: ['Il a vendu 12 logiciels.'],
      target: ['It sold 1,500 programs.'],
      adapted: [{ kind: 'number', from: '12', to: '1,500' }],
    });
  });

  it('are left out by their net rate', async () => {
    const units = [unit(1, SENTENCE, 'x', { status: 'draft', origin: { kind: 'machine', engine: 'x' } })];
    const memories = [{ ...MEMORY, penalty: 5 }];
    const at = (minimumRate: number) => matchesOf(units, query(SENTENCE, { memories, minimumRate }));
    expect((await at(85)).map((match) => match.rate)).toEqual([85]);
    expect(await at(86)).toEqual([]);
  });

  it('are never rejected units, units without target, or of other memories', async () => {
    const units = [
      unit(1, SENTENCE, 'x', { status: 'rejected' }),
      unit(2, SENTENCE, ' '),
      unit(3, SENTENCE, []),
      unit(4, SENTENCE, 'x', { memoryId: 2 }),
    ];
    expect(await find(units, query(SENTENCE))).toEqual({ matches: [], related: [], fragments: [] });
    expect(await find(units, query(SENTENCE, { memories: [] }))).toEqual({ matches: [], related: [], fragments: [] });
  });

  it('at a minimum of 101 are those in context', async () => {
    const units = [unit(1, SENTENCE, 'x', {}, [place({ previous: side('Avant.') })]), unit(2, SENTENCE, 'y')];
    const asked = query(SENTENCE, { minimumRate: 101, previous: ['Avant.'] });
    expect((await matchesOf(units, asked)).map((match) => match.unitId)).toEqual([1]);
  });

  it('are all there are, in every memory of any size, and the best of them when cut', async () => {
    const word = fc.constantFrom('la', 'France', 'logiciel', 'logiciels', 'État', '12', 'pas', '!');
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 40 }),
        text,
        fc.integer({ min: 50, max: 100 }),
        async (stored, asked, minimumRate) => {
          const units = stored.map((fr, index) => unit(index + 1, fr, `target ${'a'.repeat(index + 1)}`));
          const profile = profileOf(contentFromText(asked), 'fr');
          const expected = units.filter(
            (one) => grossRate(profile, profileOf(one.unit.fr.content, 'fr')) >= minimumRate,
          );
          const all = await matchesOf(units, query(asked, { minimumRate, limit: 50 }));
          expect(all.map((match) => match.unitId).sort((a, b) => a - b)).toEqual(expected.map((one) => one.unit.id));
          const cut = await matchesOf(units, query(asked, { minimumRate, limit: 3 }));
          expect(cut).toEqual(all.slice(0, 3));
        },
      ),
    );
  });

  it('come from beyond the first batch', async () => {
    const units = Array.from({ length: 2_500 }, (_, index) => unit(index + 1, `mot${index}`, 'x'));
    expect((await matchesOf(units, query('mot2499'))).map((match) => match.unitId)).toEqual([2_500]);
  });
});

describe('related', () => {
  const stored = [
    unit(1, 'Le gouvernement français était en train de finaliser son projet d’acquisition de Pegasus.', 'A'),
    unit(2, 'Selon la revue, Paris mettait la dernière main à l’achat du logiciel espion de NSO.', 'B'),
    unit(3, 'Le temps sera ensoleillé demain sur toute la Bretagne.', 'C'),
    unit(4, 'Les agriculteurs manifestent devant le ministère à Rennes.', 'D'),
    unit(5, 'Selon la revue, Paris mettait la dernière main à l’achat des logiciels espions de NSO.', 'E'),
  ];

  it('are stored sentences that say something similar, none twice', async () => {
    const { matches, related } = await find(
      stored,
      query('NSO allait vendre à Paris son logiciel espion, dernière main mise à l’achat.'),
    );
    expect(matches).toEqual([]);
    expect(related.map((one) => one.unitId)).toEqual([2]);
    expect(related[0]?.confidence).toBeGreaterThanOrEqual(0.3);
    expect(related[0]?.confidence).toBeLessThanOrEqual(1);
  });

  it('are not what is shown as a match', async () => {
    const text = contentText(stored[1]?.unit.fr.content ?? []);
    const { matches, related } = await find(stored, query(text));
    expect(matches.map((match) => match.unitId)).toEqual([2, 5]);
    expect(related).toEqual([]);
  });

  it('are none where nothing is', async () => {
    for (const text of ['Une recette de cuisine aux champignons.', 'il y a de la', '…', '', '\ud800', '12 %']) {
      expect((await find(stored, query(text))).related).toEqual([]);
    }
  });

  it('are looked for only when asked', async () => {
    const engine = exhaustiveRetrieval(scanOf(stored));
    const asked = query(contentText(stored[1]?.unit.fr.content ?? []));
    expect((await engine.find(asked, { matches: true, related: false })).related).toEqual([]);
    const only = await engine.find(asked, { matches: false, related: true });
    expect(only.matches).toEqual([]);
    expect(only.related[0]?.unitId).toBe(2);
  });

  it('brings back how the affair was said before', needsShared('articles'), async () => {
    const paragraphs = readFileSync(sharedPath('articles/mee-2021-11.fr.txt'), 'utf8').split(/\n+/);
    const units = paragraphs
      .filter((text) => text.trim() !== '')
      .map((text, index) => unit(index + 1, text.trim(), 'x'));
    const asked =
      'Durant l’été 2021, le logiciel espion du même nom et sa créatrice, la start-up israélienne NSO, s’étaient retrouvés sous le feu des projecteurs et des critiques.';
    const { related } = await find(units, query(asked));
    expect(contentText(related[0]?.source ?? [])).toMatch(/s’est retrouvé sous le feu des projecteurs/);
  });
});

describe('the matches of many texts at once', () => {
  it('are those of each, in their order, and every unit is looked at once', async () => {
    const units = [
      unit(1, 'Le port ferme ce soir.', 'The port closes tonight.'),
      unit(2, 'Le port ferme demain.', 'The port closes tomorrow.'),
      unit(3, 'Une tout autre phrase.', 'Another sentence altogether.'),
    ];
    const queries = [
      query('Le port ferme.'),
      query('The port closes.', { sourceLanguage: 'en', targetLanguage: 'fr', limit: 1 }),
      query(''),
      query('Le port ferme demain.', { minimumRate: 90 }),
    ];
    const seen: number[] = [];
    const together = await exhaustiveMatches(scanOf(units), queries, (count) => seen.push(count));
    expect(together).toEqual(await Promise.all(queries.map((asked) => matchesOf(units, asked))));
    expect(together.map((matches) => matches.length)).toEqual([2, 1, 0, 1]);
    expect(seen).toEqual([1, 2, 3]);
  });
});
