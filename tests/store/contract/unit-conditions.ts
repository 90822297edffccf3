import { describe, expect, it } from 'vitest';
import type { UnitConditions } from '../../../memory/model/concordance.ts';
import type { Provenance } from '../../../memory/model/provenance.ts';
import type { NewUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, nth, rejection, unit } from './samples.ts';

const HARBOUR: Provenance = { publication: 'Écho du Port', publishedOn: '2021-11-25', translator: 'Mots & Cie' };
const GAZETTE: Provenance = { publication: 'Gazette', publishedOn: '2021-11', originalLanguage: 'en' };

export function unitConditionContract(open: OpenStore): void {
  describe('units that meet conditions', () => {
    /** Four units by name; `both` stands in both documents, `alone` in none. */
    async function fill(store: Store): Promise<Readonly<Record<'port' | 'both' | 'press' | 'alone', UnitId>>> {
      const { id } = await makeMemory(store);
      const both = unit('Les deux.', 'Both.');
      const add = async (provenance: Provenance, units: readonly NewUnit[]) =>
        (await store.addDocument(id, { provenance, units }, actor(1))).unitIds;
      const [port = 0, shared = 0] = await add(HARBOUR, [unit('Le port.', 'The port.', { status: 'reviewed' }), both]);
      const [, press = 0] = await add(GAZETTE, [both, unit('La presse.', 'The press.', { originalLanguage: 'fr' })]);
      const { unitIds } = await store.addUnits(id, [unit('Seule.', 'Alone.', { status: 'draft' })], actor(5));
      return { port, both: shared, press, alone: nth(unitIds, 0) };
    }

    const cases: readonly (readonly [string, UnitConditions, readonly string[]])[] = [
      ['no condition', {}, ['port', 'both', 'press', 'alone']],
      ['a part of the publication, whatever its case and accents', { publication: 'echo' }, ['port', 'both']],
      ['signs that patterns are made of', { publication: '%' }, []],
      ['the translator', { translator: 'mots &' }, ['port', 'both']],
      ['a first day, met by its month', { publishedFrom: '2021-11-26' }, ['both', 'press']],
      ['a last day', { publishedTo: '2021-11-24' }, ['both', 'press']],
      ['a month', { publishedFrom: '2021-11', publishedTo: '2021-11' }, ['port', 'both', 'press']],
      ['a year before', { publishedTo: '2020' }, []],
      ['the moment of change', { changedFrom: at(2) }, ['alone']],
      ['the end of the time of change', { changedBefore: at(5) }, ['port', 'both', 'press']],
      ['the original language, of the document where the unit says none', { originalLanguage: 'en' }, ['both']],
      ['the original language, of the unit', { originalLanguage: 'fr' }, ['press']],
      ['the status', { status: 'reviewed' }, ['port']],
      ['one document that meets both', { publication: 'gazette', translator: 'mots' }, []],
      ['a document and the unit', { publication: 'port', status: 'confirmed' }, ['both']],
    ];

    it('are those of every kind of condition', async () => {
      const store = await open();
      const units = await fill(store);
      const names = (ids: readonly UnitId[]) =>
        Object.entries(units)
          .filter(([, id]) => ids.includes(id))
          .map(([name]) => name);
      const all = Object.values(units);
      for (const [what, conditions, expected] of cases) {
        const among = async (some?: readonly UnitId[]) => names(await store.unitsMeeting(conditions, 10, some));
        expect.soft(await among(), what).toEqual(expected);
        expect.soft(await among(all), what).toEqual(expected);
        expect.soft(await among([units.both]), what).toEqual(expected.filter((name) => name === 'both'));
      }
    });

    it('are given once each, and no more than asked for', async () => {
      const store = await open();
      const { both } = await fill(store);
      const meeting = await store.unitsMeeting({ publishedFrom: '2021' }, 10);
      expect(meeting.filter((id) => id === both)).toHaveLength(1);
      expect(await store.unitsMeeting({}, 2)).toHaveLength(2);
      expect(await store.unitsMeeting({ publication: 'e' }, 1)).toHaveLength(1);
    });

    it('are never deleted ones', async () => {
      const store = await open();
      const { port } = await fill(store);
      await store.deleteUnit(port, 1, actor());
      expect(await store.unitsMeeting({ publication: 'port' }, 10)).not.toContain(port);
      expect(await store.unitsMeeting({}, 10, [port])).toEqual([]);
    });

    it('cannot be asked for by what is no moment, or by an endless name', async () => {
      const store = await open();
      await rejection(store.unitsMeeting({ changedFrom: 'soon' }, 10), 'bad-request');
      await rejection(store.unitsMeeting({ publication: 'a'.repeat(501) }, 10), 'text-too-long');
      await rejection(store.unitsMeeting({}, -1), 'bad-request');
    });
  });
}
