import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalContent, type InlineContent } from '../../../memory/model/inline.ts';
import type { UnitId } from '../../../memory/model/unit.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, ascending, at, makeMemory, nth, rejection, THREE, unit } from './samples.ts';

export function unitContract(open: OpenStore): void {
  describe('units', () => {
    it('keeps all that is known of a unit', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const fr: InlineContent = [
        { form: 'open', id: '1', type: 'bold', data: '<b>' },
        'Oui',
        { form: 'close', id: '1' },
      ];
      const given = unit(fr, 'Yes', {
        fr: { language: 'fr-CA', content: fr },
        originalLanguage: 'fr',
        origin: { kind: 'alignment', confidence: 0.75 },
        status: 'draft',
        note: 'à revoir',
        properties: [
          { type: 'x-domain', value: 'justice' },
          { type: 'x-id', value: '7', side: 'en' },
        ],
        createdAt: at(1),
        createdBy: 'author',
        changedAt: at(2),
        changedBy: 'editor',
        useCount: 4,
        lastUsedAt: at(3),
      });
      const { unitIds, ...counts } = await store.addUnits(memoryId, [given], actor(9));
      expect(counts).toEqual({ added: 1, merged: 0 });
      const id = nth(unitIds, 0);
      expect(await store.getUnit(id)).toEqual({
        unit: { id, memoryId, version: 1, ...given, occurrences: [] },
        places: [],
      });
    });

    it('gives a unit the clock and caller where a file states nothing', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const { unitIds } = await store.addUnits(
        id,
        [unit('Un.', 'One.'), unit('Deux.', 'Two.', { createdAt: at(1), createdBy: 'author' })],
        actor(9, 'importer'),
      );
      const stated = { createdAt: at(1), createdBy: 'author', changedAt: at(1), changedBy: 'author' };
      const here = { createdAt: at(9), createdBy: 'importer', changedAt: at(9), changedBy: 'importer' };
      expect((await store.getUnit(nth(unitIds, 0))).unit).toMatchObject({ ...here, useCount: 0, properties: [] });
      expect((await store.getUnit(nth(unitIds, 1))).unit).toMatchObject(stated);
    });

    it('gives back any text and code as it was stored, and finds it again', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const code = fc.record({ form: fc.constantFrom('open', 'close', 'standalone'), id: fc.string() });
      const text = fc.string({ unit: 'binary', minLength: 1 });
      const halved = fc.constantFrom('\ud83d', 'a\udc00b', 'nul\u0000byte', '\u202eright to left', ' \u00a0\u202f');
      const content = fc.array(fc.oneof(text, halved, code), { minLength: 1, maxLength: 5 });
      const pairs = fc.array(fc.tuple(content, content), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(pairs, async (drawn) => {
          const given = drawn.map(([fr, en]) => unit(fr as InlineContent, en as InlineContent));
          const { unitIds } = await store.addUnits(id, given, actor());
          for (const [index, { fr, en }] of given.entries()) {
            const { unit: kept } = await store.getUnit(nth(unitIds, index));
            expect(kept.fr.content).toEqual(canonicalContent(fr.content));
            expect(kept.en.content).toEqual(canonicalContent(en.content));
          }
          expect(await store.addUnits(id, given, actor())).toEqual({ added: 0, merged: given.length, unitIds });
        }),
        { numRuns: 20 },
      );
    });

    it('merges a pair it holds, and keeps apart what differs in text, codes or memory', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const { id: elsewhere } = await makeMemory(store, 'elsewhere');
      const first = await store.addUnits(id, [unit('Oui.', 'Yes.'), unit('Oui.', 'Yes.')], actor());
      expect(first).toEqual({ added: 1, merged: 1, unitIds: [first.unitIds[0], first.unitIds[0]] });
      const others = [
        unit('Oui.', 'Yes'),
        unit('oui.', 'Yes.'),
        unit('Oui.', 'Indeed.'),
        unit(['Oui.', { form: 'standalone', id: '1' }], 'Yes.'),
      ];
      expect(await store.addUnits(id, others, actor())).toMatchObject({ added: 4, merged: 0 });
      expect(await store.addUnits(elsewhere, [unit('Oui.', 'Yes.')], actor())).toMatchObject({ added: 1 });
      expect(await store.getMemory(id)).toMatchObject({ unitCount: 5 });
    });

    it('lets a merged unit gain what it lacked, and lose nothing', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const old = { type: 'x-a', value: '1' };
      const draft = unit('Oui.', 'Yes.', { status: 'draft', properties: [old], useCount: 5 });
      const more = { type: 'x-b', value: '2' };
      const better = unit('Oui.', 'Yes.', {
        status: 'reviewed',
        note: 'vu',
        originalLanguage: 'en',
        properties: [old, more],
        useCount: 2,
        lastUsedAt: at(4),
      });
      const [unitId = 0] = (await store.addUnits(id, [draft], actor())).unitIds;
      await store.addUnits(id, [better], actor(1, 'second'));
      const merged = (await store.getUnit(unitId)).unit;
      expect(merged).toMatchObject({
        version: 2,
        status: 'reviewed',
        note: 'vu',
        originalLanguage: 'en',
        properties: [old, more],
        useCount: 5,
        lastUsedAt: at(4),
        changedBy: 'second',
      });
      await store.addUnits(id, [draft], actor(2, 'third'));
      expect((await store.getUnit(unitId)).unit).toEqual(merged);
    });

    it('does not bring a rejected unit back by an import', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const [unitId = 0] = (await store.addUnits(id, [unit('Oui.', 'Yes.')], actor())).unitIds;
      await store.addUnits(id, [unit('Oui.', 'Yes.', { status: 'rejected' })], actor());
      expect((await store.getUnit(unitId)).unit).toMatchObject({ status: 'confirmed', version: 1 });
      await store.changeUnit(unitId, 1, { status: 'rejected' }, actor());
      await store.addUnits(id, [unit('Oui.', 'Yes.', { status: 'reviewed' })], actor());
      expect((await store.getUnit(unitId)).unit).toMatchObject({ status: 'rejected', version: 2 });
    });

    it('stores all of a batch or nothing', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const empty = await rejection(store.addUnits(id, [...THREE, unit('Oui.', [])], actor()), 'empty-text');
      expect(empty.details.where).toBe('units[3].en');
      await rejection(store.addUnits(id, [...THREE, unit([''], 'Yes.')], actor()), 'empty-text');
      for (const moment of ['createdAt', 'changedAt', 'lastUsedAt']) {
        const soon = await rejection(
          store.addUnits(id, [...THREE, unit('a', 'b', { [moment]: 'soon' })], actor()),
          'bad-request',
        );
        expect(soon.details.where).toBe(`units[3].${moment}`);
      }
      // Whatever was begun is done before what comes after it.
      const many = Array.from({ length: 8 }, (_, index) => unit(`Phrase ${index}.`, `Sentence ${index}.`));
      const { unitIds } = await store.addUnits(id, many, actor());
      expect(await store.getMemory(id)).toMatchObject({ unitCount: many.length });
      expect(await allIds(store, { memoryId: id }, 10)).toEqual(ascending(unitIds));
    });

    it('counts uses without making a version', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const [unitId = 0] = (await store.addUnits(id, [unit('Oui.', 'Yes.')], actor())).unitIds;
      await store.markUsed(unitId, at(5));
      await store.markUsed(unitId, at(4));
      expect((await store.getUnit(unitId)).unit).toMatchObject({ useCount: 2, lastUsedAt: at(5), version: 1 });
      await rejection(store.markUsed(unitId + 1, at(5)), 'not-found');
    });

    it('lists in pages that meet without gap or double', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const { id: other } = await makeMemory(store, 'other');
      const many = Array.from({ length: 25 }, (_, index) => unit(`Phrase ${index}.`, `Sentence ${index}.`));
      const { unitIds } = await store.addUnits(id, many, actor());
      await store.addUnits(other, many, actor());
      expect(await allIds(store, { memoryId: id }, 10)).toEqual(ascending(unitIds));
      expect(await allIds(store, { memoryId: id }, 25)).toEqual(ascending(unitIds));
      expect(await allIds(store, {}, 7)).toHaveLength(50);
      for (const limit of [0, 1001, 2.5, Number.NaN]) await rejection(store.listUnits({}, { limit }), 'bad-request');
      for (const cursor of ['', 'x', '-1', '1 OR 1', '9'.repeat(30)]) {
        await rejection(store.listUnits({}, { limit: 5, cursor }), 'bad-request');
      }
    });

    it('filters by text on either side, whatever the case and accents', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const units = [
        unit('L’Élysée s’en défend.', 'The presidency denies it.'),
        unit('Hausse de 50 %.', 'A rise of 50%.'),
        unit('Hausse de 500 [env.].', 'A rise of 500.'),
      ];
      const { unitIds } = await store.addUnits(id, units, actor());
      const [elysee = 0, percent = 0, about = 0] = unitIds;
      const found = (text: string) => allIds(store, { memoryId: id, text }, 5);
      expect(await found("L'elysee")).toEqual([elysee]);
      expect(await found('DÉNIES')).toEqual([elysee]);
      expect(await found('50%')).toEqual([percent]);
      expect(await found('50 %')).toEqual([percent]);
      expect(await found('[env.]')).toEqual([about]);
      expect(await found('hausse')).toEqual(ascending([percent, about]));
      expect(await found('* de')).toEqual([]);
      expect(await found('')).toEqual(ascending(unitIds));
      await rejection(found('x'.repeat(501)), 'text-too-long');
    });

    it('finds units by either side, origin, flag and conditions together', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const machine = unit('Le port.', 'The port.', { origin: { kind: 'machine', engine: 'M' }, status: 'draft' });
      const units = [machine, unit('Un porto.', 'A port.'), unit('La mer.', 'The sea.', { status: 'draft' })];
      const provenance = { publication: 'Écho' };
      const { unitIds } = await store.addDocument(memoryId, { provenance, units }, actor());
      const [port = 0, wine = 0, sea = 0] = unitIds;
      const [alone = 0] = (await store.addUnits(memoryId, [unit('Le PORT seul.', 'Alone.')], actor())).unitIds;
      await store.changeUnit(sea, 1, { flagged: true }, actor());
      const found = (filter: UnitFilter) => allIds(store, { memoryId, ...filter }, 1);
      expect(await found({ fr: 'port' })).toEqual(ascending([port, wine, alone]));
      expect(await found({ en: 'port' })).toEqual([port, wine]);
      expect(await found({ fr: 'port', en: 'alone' })).toEqual([alone]);
      expect(await found({ origin: 'machine' })).toEqual([port]);
      expect(await found({ flagged: true })).toEqual([sea]);
      expect(await found({ flagged: false, status: 'draft' })).toEqual([port]);
      expect(await found({ publication: 'echo', text: 'port' })).toEqual([port, wine]);
      expect(await found({ publication: 'echo', changedFrom: at(1) })).toEqual([]);
    });

    it('scans memories in ascending id, from where the last scan ended', async () => {
      const store = await open();
      const { id: one } = await makeMemory(store, 'one');
      const { id: two } = await makeMemory(store, 'two');
      const { id: three } = await makeMemory(store, 'three');
      for (const id of [one, two, three, one, two]) {
        await store.addUnits(
          id,
          [unit(`Fois ${id} ${Math.floor(id / 2)}.`, `x${(await store.getMemory(id)).unitCount}`)],
          actor(),
        );
      }
      const first = await store.scanUnits([two, one, one], 0, 3);
      const rest = await store.scanUnits([two, one, one], first.at(-1)?.unit.id ?? 0, 3);
      expect(first.map(({ unit: { memoryId } }) => memoryId)).toEqual([one, two, one]);
      expect(rest.map(({ unit: { memoryId } }) => memoryId)).toEqual([two]);
      expect(await store.scanUnits([], 0, 3)).toEqual([]);
      expect(await store.scanUnits([99], 0, 3)).toEqual([]);
      await rejection(store.scanUnits([one], 0, 0), 'bad-request');
    });

    it('fills a scan past deleted units', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const unitIds = ascending((await store.addUnits(id, THREE, actor())).unitIds);
      await store.deleteUnit(nth(unitIds, 0), 1, actor());
      const seen = await store.scanUnits([id], 0, 2);
      expect(seen.map(({ unit: { id: unitId } }) => unitId)).toEqual(unitIds.slice(1));
    });
  });
}

async function allIds(store: Store, filter: UnitFilter, limit: number): Promise<UnitId[]> {
  const ids: UnitId[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listUnits(filter, cursor === undefined ? { limit } : { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
}
