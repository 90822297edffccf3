import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeZip } from '../../memory/formats/archive/store-zip.ts';
import { unpack } from '../../memory/formats/archive/unpack.ts';
import { readZip } from '../../memory/formats/archive/zip.ts';
import { readDocument } from '../../memory/formats/document/read.ts';
import { readRevision } from '../../memory/formats/revision/read.ts';
import { writeRevision } from '../../memory/formats/revision/write.ts';
import { writeWorkbook } from '../../memory/formats/tables/xlsx.ts';
import { writeTbx } from '../../memory/formats/tbx/write.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import { createImports } from '../../src/services/imports/imports.ts';
import { bytesSource, fileSource } from '../../src/services/imports/source.ts';
import { createTermImports } from '../../src/services/imports/term-imports.ts';
import { openAlone } from '../../src/threads/open.ts';
import { docx, wordParagraph, wordRun } from '../support/office.ts';
import { type NamedBytes, outcomes, patience } from './mutant-outcomes.ts';
import { mutant } from './mutants.ts';

const FEW = 60;
const ACTOR = { by: 'test', at: '2026-01-02T03:04:05.000Z' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ROWS = [
  ['fr', 'en', 'origin', 'note'],
  ['Le quai, dit-on, est fermé.', 'The quay is "shut"; so they say.', 'port', ''],
  ['Deux\nlignes', 'Two\nlines', 'port', 'une note'],
  ['Il ouvre lundi à 9 h 30.', 'It opens at 9:30 on Monday.', '', '😀'],
] as const;

const PO = `msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr\\n"

#. A note
#: port.c:12
msgctxt "quay"
msgid "The quay is \\"shut\\".\\n"
msgstr ""
"Le quai est "
"fermé.\\n"

#, fuzzy
msgid "One ship"
msgid_plural "%d ships"
msgstr[0] "Un navire"
msgstr[1] "%d navires"
`;

let folder: string;
let store: Store;
let retrieval: Retrieval;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calque-mutants-'));
  ({ store, retrieval } = await openAlone({ databaseFile: ':memory:' }));
});
afterAll(async () => {
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Changes a part of a ZIP archive, which is whole again then: otherwise hardly one would be opened. */
function mutantInside(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  if (random(4) === 0) return mutant(bytes, random);
  const parts = [...opened(bytes)];
  const chosen = random(parts.length);
  return storeZip(parts.map(([name, part], index) => [name, index === chosen ? mutant(part, random) : part] as const));
}

const known = new WeakMap<Uint8Array, readonly (readonly [string, Uint8Array])[]>();
function opened(bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  return known.get(bytes) ?? [];
}

async function open(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: (readonly [string, Uint8Array])[] = [];
  for (const { name } of readZip(bytes, 'a.zip')) {
    const pieces: Uint8Array[] = [];
    for await (const piece of unpack(bytesSource(bytes, 'a.zip'), [name.toLowerCase()])) pieces.push(piece);
    parts.push([name, Buffer.concat(pieces)]);
  }
  known.set(bytes, parts);
  return bytes;
}

/** Imports a mutant into a memory of its own, where a refused one leaves nothing. */
async function importUnits(bytes: Uint8Array, name: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const wish = { source: fileSource(path, name), memory: name, mode: 'add', dryRun: false } as const;
  try {
    const { memoryId, added, merged } = await createImports(store, retrieval, tmpdir()).run(wish, ACTOR);
    expect(added + merged).toBeGreaterThan(0);
    await store.deleteMemory(memoryId ?? 0);
  } catch (error) {
    expect((await store.findMemory(name))?.unitCount ?? 0).toBe(0);
    throw error;
  }
}

function delimited(separator: string): string {
  return ROWS.map((row) =>
    row
      .map((cell) => (separator === '\t' ? cell.replaceAll('\n', ' ') : `"${cell.replaceAll('"', '""')}"`))
      .join(separator),
  ).join('\r\n');
}

async function sdltm(): Promise<Uint8Array> {
  const segment = (text: string) =>
    `<Segment><Elements><Text><Value>${text}</Value></Text></Elements><CultureName>x</CultureName></Segment>`;
  const database = new Database(':memory:');
  database.exec(`
    CREATE TABLE translation_memories (id INTEGER PRIMARY KEY, name TEXT, source_language TEXT, target_language TEXT);
    CREATE TABLE translation_units (id INTEGER PRIMARY KEY, translation_memory_id INT, source_segment TEXT,
      target_segment TEXT, creation_date TEXT, creation_user TEXT, change_date TEXT, change_user TEXT,
      last_used_date TEXT, usage_counter INT);
    INSERT INTO translation_memories VALUES (1, 'Desk', 'en-US', 'fr-FR');`);
  const add = database.prepare(
    "INSERT INTO translation_units VALUES (?, 1, ?, ?, '2020-01-02 03:04:05', 'desk', NULL, NULL, NULL, 4)",
  );
  for (const [index, [fr, en]] of ROWS.entries()) add.run(index, segment(en), segment(fr));
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

describe('mutants of files to import', { timeout: patience(FEW) }, () => {
  it('of tables, PO and Trados memories are taken, or refused and leave nothing', async () => {
    const plain: readonly NamedBytes[] = [
      ['a.csv', bytesOf(delimited(';'))],
      ['a.tsv', bytesOf(delimited('\t'))],
      ['b.tsv', Buffer.from(`\uFEFF${delimited('\t')}`, 'utf16le')],
      ['a.po', bytesOf(PO)],
      ['a.sdltm', await sdltm()],
    ];
    const counts = await outcomes(plain, { what: 'CSV, TSV, PO, SDLTM', few: 3 * FEW }, importUnits);
    expect(counts['taken']).toBeGreaterThan(0);

    async function* rows() {
      yield* ROWS.slice(1);
    }
    const workbook = await open(await writeWorkbook(ROWS[0], rows()));
    const mutation = { what: 'XLSX', few: FEW, mutate: mutantInside };
    expect((await outcomes([['a.xlsx', workbook]], mutation, importUnits))['taken']).toBeGreaterThan(0);
  });

  it('of TBX are taken, or refused and leave nothing', async () => {
    const terms = [{ text: 'quai', facts: [{ element: 'termNote', type: 'partOfSpeech', text: 'noun' }] }] as const;
    const concept = { id: 'c1', facts: [], languages: [{ language: 'fr', facts: [], terms }] };
    let text = '';
    for await (const piece of writeTbx([concept, { ...concept, id: 'c2' }], { title: 'Port' })) text += piece;
    const files: readonly NamedBytes[] = [['a.tbx', bytesOf(text)]];
    const imports = createTermImports(store, tmpdir());
    const counts = await outcomes(files, { what: 'TBX', few: 2 * FEW }, async (bytes, name) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const termbase = { termbase: name, mode: 'add', dryRun: false } as const;
      try {
        const { termbaseId } = await imports.run({ source: fileSource(path, name), ...termbase }, ACTOR);
        await store.deleteTermbase(termbaseId ?? 0);
      } catch (error) {
        expect(await store.findTermbase(name)).toBeUndefined();
        throw error;
      }
    });
    expect(counts['taken']).toBeGreaterThan(0);
    expect(counts['ill-formed-xml']).toBeGreaterThan(0);
  });

  it('of Word files are read, or refused with an error for people', async () => {
    const article = await open(
      docx(wordParagraph(wordRun('Le quai est fermé.'), 'Heading1') + wordParagraph(wordRun('Il ouvre lundi.'))),
    );
    const segment = { id: 1, version: 1, position: 0, locked: false, status: 'draft' } as const;
    const segments = [{ ...segment, source: ['The quay.'], target: ['Le quai.'] }];
    const revision = await open(
      await writeRevision('Port', [{ name: 'a', sourceLanguage: 'en', targetLanguage: 'fr', segments }]),
    );
    const files: readonly NamedBytes[] = [
      ['article.docx', article],
      ['revision.docx', revision],
    ];
    // What a Word file is read with is loaded with the first.
    await readDocument(article, 'article.docx');
    const counts = await outcomes(files, { what: 'DOCX', few: FEW, mutate: mutantInside }, async (bytes, name) => {
      if (name === 'revision.docx') readRevision(bytes, name);
      else await readDocument(bytes, name);
    });
    expect(counts['taken']).toBeGreaterThan(0);
  });
});
