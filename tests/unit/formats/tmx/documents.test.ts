import { describe, expect, it } from 'vitest';
import type { UnitEntry } from '../../../../memory/formats/import-entry.ts';
import type { TmxGroup } from '../../../../memory/formats/tmx/documents.ts';
import { groupDocuments } from '../../../../memory/formats/tmx/documents.ts';
import type { TmxPlace } from '../../../../memory/formats/tmx/entry.ts';

function entry(text: string, place?: TmxPlace): UnitEntry {
  const unit = {
    fr: { language: 'fr', content: [text] },
    en: { language: 'en', content: [text] },
    origin: { kind: 'human' },
    status: 'draft',
  } as const;
  return { kind: 'unit', line: 1, unit, ...(place && { place }) };
}

async function group(entries: Iterable<UnitEntry>): Promise<TmxGroup[]> {
  async function* stream(): AsyncGenerator<UnitEntry> {
    yield* entries;
  }
  const groups: TmxGroup[] = [];
  for await (const found of groupDocuments(stream())) groups.push(found);
  return groups;
}

const texts = ({ units }: TmxGroup): string => units.map(({ fr }) => fr.content.join('')).join(' ');

describe('groupDocuments', () => {
  it('gathers the units of a document in their order, wherever they stand', async () => {
    const at = (document: string, position: number): TmxPlace => ({
      document,
      position,
      provenance: { title: document },
    });
    const groups = await group([
      entry('b1', at('b', 1)),
      entry('a2', at('a', 2)),
      entry('loose'),
      entry('b0', at('b', 0)),
      entry('a0', at('a', 0)),
    ]);
    expect(groups.map((found) => [found.provenance?.title, texts(found)])).toEqual([
      ['b', 'b0 b1'],
      ['a', 'a0 a2'],
      [undefined, 'loose'],
    ]);
  });

  it('keeps the order of the file where there are no positions', async () => {
    const place = { document: 'd', provenance: {} };
    const groups = await group(['x', 'y', 'z'].map((text) => entry(text, place)));
    expect(groups.map(texts)).toEqual(['x y z']);
  });

  it('joins what the units know of the document, the first one’s word first', async () => {
    const groups = await group([
      entry('a', { document: 'd', provenance: { title: 'Un' } }),
      entry('b', { document: 'd', provenance: { title: 'Deux', author: 'Zoé' } }),
    ]);
    expect(groups.map(({ provenance }) => provenance)).toEqual([{ title: 'Un', author: 'Zoé' }]);
  });

  it('keeps no more than 5,000 units waiting: closes the document longest untouched, and loses nothing', async () => {
    const sizes = [
      ['a', 2000],
      ['b', 4000],
      ['a', 200],
    ] as const;
    function* many(): Generator<UnitEntry> {
      for (const [document, size] of sizes) {
        for (let position = 0; position < size; position++) yield entry('x', { document, position, provenance: {} });
      }
    }
    const groups = await group(many());
    expect(groups.map(({ units }) => units.length)).toEqual([2000, 4000, 200]);
  });

  it('gives loose units in groups of bounded size', async () => {
    const groups = await group(Array.from({ length: 2500 }, () => entry('x')));
    expect(groups.map(({ units }) => units.length)).toEqual([1000, 1000, 500]);
  });
});
