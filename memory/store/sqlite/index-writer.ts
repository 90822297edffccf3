import { comparedWords } from '../../match/profile.ts';
import type { Language } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import { type IndexEntry, type IndexedText, LARGEST_BLOCK } from '../../retrieval/index/block.ts';
import { numberWord, type WordId } from '../../retrieval/index/word-ids.ts';
import type { BlockTable } from './index-blocks.ts';
import type { TailTable } from './index-tail.ts';
import type { WordTable } from './index-words.ts';

/** What the index is to know of a unit. */
export interface IndexedTexts {
  readonly memoryId: MemoryId;
  readonly fr: string;
  readonly en: string;
}

/** Keeps the index in step with the units, inside the transactions that change them. */
export interface IndexWriter {
  /** Has a new unit found. */
  add(unitId: UnitId, texts: IndexedTexts): void;
  /** Has a unit found by these texts from now on and by no others, or, without them, no more. */
  change(unitId: UnitId, texts: IndexedTexts | undefined): void;
  /** Writes what was added and changed: the last work of a transaction. */
  flush(): void;
  /** Forgets what was added and changed in a transaction that did not come to be. */
  discard(): void;
  /** Builds the index anew from all units, given in ascending id. @param report called with how many are done */
  rebuild(units: Iterable<readonly [UnitId, IndexedTexts]>, report?: (done: number) => void): void;
  /** Rises with every change of the index by this connection. */
  readonly generation: number;
}

/** As long as it takes no time that anyone would notice, small blocks become one. */
const LARGEST_MERGED = 8192;

interface Tables {
  readonly words: WordTable;
  readonly blocks: BlockTable;
  readonly tail: TailTable;
}

/** @param longestTail units written one by one until they are worth a block; twice as many written at once are */
export function indexWriter({ words, blocks, tail }: Tables, longestTail: number): IndexWriter {
  const added = new Map<UnitId, IndexedTexts>();
  const changed = new Map<UnitId, IndexedTexts | undefined>();
  let generation = 0;

  function entriesFrom(texts: readonly Put[]): readonly IndexEntry[] {
    const french = readTexts(texts, 'fr');
    const english = readTexts(texts, 'en');
    return texts.map(([unitId, { memoryId }], index) => ({
      unitId,
      memoryId,
      fr: french[index] ?? NO_TEXT,
      en: english[index] ?? NO_TEXT,
    }));
  }

  function readTexts(texts: readonly Put[], language: Language): readonly IndexedText[] {
    const read = texts.map(([, sides]) => comparedWords(sides[language], language));
    words.number(language, newWords(language, read));
    return read.map(({ forms, stems, numbers }) => ({
      words: Uint32Array.from(forms, (form, index) => words.find(language, form, stems[index] ?? '')),
      numbers: Uint32Array.from(new Set(numbers), (number) => numberId(language, number)).sort(),
    }));
  }

  function numberId(language: Language, number: string): WordId {
    const word = numberWord(number);
    return words.find(language, word, word);
  }

  /** The words that have no number yet, with their stems, those of the most frequent stems first. */
  function newWords(language: Language, texts: readonly ComparedWords[]): ReadonlyMap<string, string> {
    const stemOfForm = new Map<string, string>();
    const frequency = new Map<string, number>();
    const see = (form: string, stem: string): void => {
      if (!stemOfForm.has(form) && words.has(language, form)) return;
      stemOfForm.set(form, stem);
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    };
    for (const { forms, stems, numbers } of texts) {
      for (const [index, form] of forms.entries()) see(form, stems[index] ?? '');
      for (const number of numbers) see(numberWord(number), numberWord(number));
    }
    const often = (stem: string) => frequency.get(stem) ?? 0;
    return new Map([...stemOfForm].sort(([, a], [, b]) => often(b) - often(a)));
  }

  function write(texts: readonly Put[]): void {
    const entries = entriesFrom(texts);
    if (entries.length >= 2 * longestTail) blocks.add(entries);
    else for (const entry of entries) tail.add(entry);
  }

  function closeTail(): void {
    let entries = tail.entries();
    tail.clear();
    // As with carrying in addition: each unit is written again only when as many more have come.
    for (const block of blocks.list().toReversed()) {
      if (block.size > entries.length * 2 || block.size + entries.length > LARGEST_MERGED) break;
      entries = [...blocks.liveEntries(block.id), ...entries].sort((a, b) => a.unitId - b.unitId);
      blocks.remove(block.id);
    }
    blocks.add(entries);
  }

  return {
    add: (unitId, texts) => {
      added.set(unitId, texts);
    },

    change(unitId, texts) {
      if (!added.has(unitId)) changed.set(unitId, texts);
      else if (texts === undefined) added.delete(unitId);
      else added.set(unitId, texts);
    },

    flush() {
      if (added.size + changed.size === 0) return;
      generation++;
      for (const unitId of changed.keys()) if (!tail.remove(unitId)) blocks.kill(unitId);
      const all: (readonly [UnitId, IndexedTexts | undefined])[] = [...changed, ...added];
      const puts = all.filter(isPut).sort(([a], [b]) => a - b);
      added.clear();
      changed.clear();
      for (let from = 0; from < puts.length; from += LARGEST_BLOCK) write(puts.slice(from, from + LARGEST_BLOCK));
      if (tail.size() >= longestTail) closeTail();
    },

    discard() {
      if (added.size + changed.size === 0) return;
      added.clear();
      changed.clear();
      words.forget();
      generation++;
    },

    rebuild(units, report = () => {}) {
      generation++;
      for (const table of [tail, blocks, words]) table.clear();
      let done = 0;
      let batch: Put[] = [];
      const writeBatch = () => {
        if (batch.length > 0) write(batch);
        done += batch.length;
        batch = [];
        report(done);
      };
      for (const unit of units) {
        batch.push(unit);
        if (batch.length === LARGEST_BLOCK) writeBatch();
      }
      writeBatch();
      if (tail.size() >= longestTail) closeTail();
    },

    get generation() {
      return generation;
    },
  };
}

type Put = readonly [UnitId, IndexedTexts];

function isPut(one: readonly [UnitId, IndexedTexts | undefined]): one is Put {
  return one[1] !== undefined;
}

type ComparedWords = ReturnType<typeof comparedWords>;

const NO_TEXT: IndexedText = { words: new Uint32Array(), numbers: new Uint32Array() };
