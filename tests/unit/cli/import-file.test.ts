import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

async function keep(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(shell.folder, name);
  await writeFile(path, bytes);
  return path;
}

async function imported(file: string, ...options: string[]) {
  const { status, out, err } = await shell.run(['import', file, '--json', ...options]);
  return status === 0 ? JSON.parse(out) : { status, err };
}

/** What the memory says in English of a French sentence. */
async function english(text: string): Promise<string[]> {
  const { out } = await shell.run(['lookup', text, '--from', 'fr', '--to', 'en', '--json', '--minimum-rate', '95']);
  return JSON.parse(out).matches.map(({ target }: { target: string[] }) => target.join(''));
}

const tu = (fr: string, en: string, attributes = '') =>
  `<tu${attributes}><tuv xml:lang="fr-FR"><seg>${fr}</seg></tuv><tuv xml:lang="EN_us"><seg>${en}</seg></tuv></tu>`;
const tmx = (...tus: string[]) => `<tmx version="1.4"><header srclang="fr"/><body>\n${tus.join('\n')}\n</body></tmx>`;

describe('calque import of TMX', () => {
  const PORT = 'Le port de la ville est fermé.';
  const OLD = tmx(tu(PORT, 'The harbour is shut.', ' changedate="20200101T000000Z"'));
  const NEW = tmx(
    tu(PORT, 'The town’s harbour is closed.', ' changedate="20210101T000000Z"'),
    tu('La gare de la ville est ouverte.', 'The town’s station is open.'),
    tu('Trop tard.', ''),
  );

  it('keeps both translations of a text, leaves the first, or takes the newer one, as it is told', async () => {
    const [old, recent] = [await keep('old.tmx', OLD), await keep('new.tmx', NEW)];
    for (const [mode, counts, kept] of [
      [
        'add',
        { added: 2, merged: 0, skipped: 0, overwritten: 0 },
        ['The harbour is shut.', 'The town’s harbour is closed.'],
      ],
      ['skip', { added: 1, merged: 0, skipped: 1, overwritten: 0 }, ['The harbour is shut.']],
      ['newer', { added: 1, merged: 0, skipped: 0, overwritten: 1 }, ['The town’s harbour is closed.']],
    ] as const) {
      await shell.remove();
      shell = await newShell();
      const files = [await keep('old.tmx', OLD), await keep('new.tmx', NEW)];
      await imported(files[0] ?? old);
      const tried = await imported(files[1] ?? recent, '--mode', mode, '--dry-run');
      expect(tried).toMatchObject({ ...counts, dryRun: true });
      expect(await english(PORT)).toEqual(['The harbour is shut.']);
      const done = await imported(files[1] ?? recent, '--mode', mode);
      expect(done).toMatchObject({ ...counts, dryRun: false, refusedCount: 1 });
      expect(done.refused).toEqual([{ line: 4, column: 1, reason: 'The English side has no text.' }]);
      expect((await english(PORT)).toSorted()).toEqual(kept);
      // Done again it changes nothing.
      const again = await imported(files[1] ?? recent, '--mode', mode);
      expect(again).toMatchObject({ added: 0, overwritten: 0 });
      expect((await english(PORT)).toSorted()).toEqual(kept);
    }
  });

  it('does not take an older translation, nor one without a date', async () => {
    await imported(await keep('new.tmx', NEW));
    expect(await imported(await keep('old.tmx', OLD), '--mode', 'newer')).toMatchObject({ overwritten: 0, skipped: 1 });
    const undated = tmx(tu(PORT, 'Shut.'));
    expect(await imported(await keep('u.tmx', undated), '--mode', 'newer')).toMatchObject({ skipped: 1 });
    expect(await english(PORT)).toEqual(['The town’s harbour is closed.']);
  });

  it('counts what is in other languages, and takes each of several translations', async () => {
    const several = `<tu srclang="*all*"><tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="fr"><seg>Oui, mais pas ici.</seg></tuv>
      <tuv xml:lang="en"><seg>Yes, but not here.</seg></tuv><tuv xml:lang="en-GB"><seg>Yes, though not here.</seg></tuv></tu>`;
    expect(await imported(await keep('a.tmx.gz', gzipSync(tmx(several))))).toMatchObject({
      added: 2,
      otherLanguages: { de: 1 },
    });
  });

  it.each([
    ['breaks off', 'a.tmx', OLD.slice(0, -30), 'ill-formed-xml'],
    ['is a broken archive', 'a.tmx.gz', gzipSync(OLD).subarray(0, 60), 'ill-formed-file'],
    ['is empty', 'a.tmx', '', 'empty-text'],
    [
      'has no English',
      'a.tmx',
      '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>A</seg></tuv></tu></body></tmx>',
      'missing-side',
    ],
  ])('changes nothing where the file %s', async (_, name, bytes, code) => {
    const refused = await imported(await keep(name, bytes), '--memory', 'None');
    expect(JSON.parse(refused.err).error.code).toBe(code);
    const exported = await shell.run(['export', '--memory', 'None', '--format', 'tmx']);
    expect(exported.err).toContain('There is no memory “None”');
  });

  it('refuses a mode there is not', async () => {
    expect((await shell.run(['import', 'a.tmx', '--mode', 'best'])).err).toContain(
      '--mode is one of add, skip, newer.',
    );
  });
});

describe('calque import of tables', () => {
  it('reads comma-separated values, quoted and parted as spreadsheets do, by the names in the first row', async () => {
    const csv =
      '\ufeffAnglais;Français;Note\r\n"The quay; it is shut, they say.";"Le quai ""est"" fermé.\nDit-on.";Sic\r\n;Seul.;\r\nYes to that.;Oui à cela.;\r\n';
    const report = await imported(await keep('pairs.csv', csv));
    expect(report).toMatchObject({ added: 2, refused: [{ line: 4, reason: 'Its English side is empty.' }] });
    expect(await english('Le quai "est" fermé.\nDit-on.')).toEqual(['The quay; it is shut, they say.']);
  });

  it('reads a workbook, its columns named', async () => {
    const rows = [
      [{ value: 'x' }, { value: 'La grue est réparée depuis lundi.' }, { value: 'The crane was repaired on Monday.' }],
      [{ value: 7 }, { value: 'Elle a coûté cher à la ville.' }, { value: 'It cost the town dearly.' }],
    ];
    const path = join(shell.folder, 'pairs.xlsx');
    await writeXlsxFile(rows).toFile(path);
    expect(await imported(path, '--columns=-,fr-CA,en')).toMatchObject({ added: 2, refusedCount: 0 });
    expect(await english('La grue est réparée depuis lundi.')).toEqual(['The crane was repaired on Monday.']);
  });

  it.each([
    ['no workbook', 'a.xlsx', 'no workbook', [], 'ill-formed-file'],
    ['a quote that is not closed', 'a.csv', 'fr,en\n"a,b\nc,d', [], 'ill-formed-file'],
    ['Latin-1', 'a.csv', Buffer.from('fr,en\né,e\n', 'latin1'), [], 'not-utf8'],
    ['columns it does not know', 'a.csv', 'a,b\n', ['--columns', 'fr,de'], 'bad-request'],
    ['a language twice', 'a.csv', 'a,b\n', ['--columns', 'fr,fr-CA'], 'bad-request'],
    ['no languages', 'a.csv', 'one,two\n', [], 'missing-side'],
  ])('refuses %s', async (_, name, bytes, options, code) => {
    expect(JSON.parse((await imported(await keep(name, bytes), ...options)).err).error.code).toBe(code);
  });
});

describe('calque import of gettext catalogues', () => {
  const PO = `msgid ""
msgstr ""
"Language: fr_FR\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. Shown on the quay
msgctxt "sign"
msgid "No swimming\\n"
"in the harbour"
msgstr "Baignade interdite "
"dans le port"

#, fuzzy
msgid "One crane"
msgid_plural "%d cranes"
msgstr[0] "Une grue"
msgstr[1] "%d grues"

msgid "Left open"
msgstr ""

#~ msgid "Old"
#~ msgstr "Vieux"
`;

  it('takes its translations, fuzzy ones as drafts, with comments and contexts', async () => {
    const report = await imported(await keep('quay.po', PO));
    expect(report).toMatchObject({ added: 3, refused: [{ line: 19, reason: 'It is not translated.' }] });
    const { out } = await shell.run(['export', '--memory', 'News', '--format', 'tmx']);
    expect(out).toContain('<prop type="po:msgctxt">sign</prop>');
    expect(out).toContain('<note>Shown on the quay</note>');
    expect(out.match(/x-calque-status">draft/g)).toHaveLength(2);
    expect(out).toContain('<tuv xml:lang="fr-FR"><seg>Baignade interdite dans le port</seg>');
  });

  it.each([
    ['in another language', PO.replace('fr_FR', 'de'), 'unknown-language'],
    ['that names no language', PO.replace('"Language: fr_FR\\n"\n', ''), 'missing-side'],
    ['that is none', 'Le port.', 'ill-formed-file'],
  ])('refuses one %s', async (_, text, code) => {
    expect(JSON.parse((await imported(await keep('a.po', text))).err).error.code).toBe(code);
  });
});

describe('calque import of a Trados memory', () => {
  const side = (elements: string) => `<Segment><Elements>${elements}</Elements><CultureName>x</CultureName></Segment>`;
  const text = (value: string) => `<Text><Value>${value}</Value></Text>`;

  it('takes its units with their codes and dates, and leaves it as it is', async () => {
    const path = join(shell.folder, 'desk.sdltm');
    const database = new Database(path);
    database.exec(`
      CREATE TABLE translation_memories (id INTEGER PRIMARY KEY, name TEXT, source_language TEXT, target_language TEXT);
      CREATE TABLE translation_units (id INTEGER PRIMARY KEY, translation_memory_id INT, source_segment TEXT,
        target_segment TEXT, creation_date TEXT, creation_user TEXT, change_date TEXT, change_user TEXT,
        last_used_date TEXT, usage_counter INT);
      INSERT INTO translation_memories VALUES (1, 'Desk', 'en-US', 'fr-FR');`);
    const tag = (type: string) => `<Tag><Type>${type}</Type><Anchor>1</Anchor><TagID>2</TagID></Tag>`;
    const add = database.prepare(
      "INSERT INTO translation_units VALUES (?, 1, ?, ?, '2020-01-02 03:04:05', 'desk', '2021-01-02 03:04:05', 'desk', NULL, 4)",
    );
    add.run(
      1,
      side(text('The quay is ') + tag('Start') + text('shut') + tag('End') + text('.')),
      side(text('Le quai est fermé.')),
    );
    add.run(2, side(text('Alone.')), side(''));
    database.close();
    expect(await imported(path)).toMatchObject({
      added: 1,
      refused: [{ line: 2, reason: 'One of its sides has no text.' }],
    });
    const { out } = await shell.run(['export', '--memory', 'News', '--format', 'tmx']);
    expect(out).toContain('creationdate="20200102T030405Z" creationid="desk" changedate="20210102T030405Z"');
    expect(out).toContain('usagecount="4"');
    expect(out).toMatch(/The quay is <bpt i="1"[^>]*\/?>.*shut<ept/);
  });

  it('refuses what is none', async () => {
    expect(JSON.parse((await imported(await keep('a.sdltm', 'SQLite'))).err).error.code).toBe('ill-formed-file');
    const path = join(shell.folder, 'other.sdltm');
    new Database(path).exec('CREATE TABLE a (b)').close();
    expect(JSON.parse((await imported(path)).err).error.code).toBe('ill-formed-file');
  });
});

describe('calque export of a memory as a table', () => {
  it.each(['csv', 'tsv', 'xlsx'])('gives %s that is taken again as it was', async (kind) => {
    const text = tmx(tu('Le quai, dit-on, est fermé.', 'The quay is &quot;shut&quot;; so they say.'));
    await imported(await keep('a.tmx', text), '--memory', 'First');
    const path = join(shell.folder, `out.${kind}`);
    await shell.run(['export', '--memory', 'First', '--format', kind, '--out', path]);
    expect(await imported(path, '--memory', 'Second')).toMatchObject({ added: 1, refusedCount: 0 });
    expect(new Set(await english('Le quai, dit-on, est fermé.'))).toEqual(
      new Set(['The quay is "shut"; so they say.']),
    );
    expect(await imported(path, '--memory', 'First')).toMatchObject({ added: 0, merged: 1 });
  });
});
