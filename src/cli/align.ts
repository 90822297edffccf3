import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AlignedArticle } from '../../memory/alignment/article.ts';
import { alignArticle } from '../../memory/alignment/article.ts';
import { type AlignmentOptions, alignSentences } from '../../memory/alignment/sentences.ts';
import { decodeText } from '../../memory/formats/decode.ts';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import type { Bead } from '../../memory/model/bitext.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import { readConfig } from '../config.ts';
import { fileError } from '../files.ts';
import { learntWords } from '../services/learnt-words.ts';
import { VERSION } from '../version.ts';
import type { Command, Program, Terminal } from './command.ts';
import { readArguments, required, writeLine } from './command.ts';
import { readBytes, readFileDocument, shownName, withInstallation, writeWarnings } from './installation.ts';

export const alignCommand: Command = {
  summary:
    'Aligns two documents without storing them, by the words that the memories have taught where there are any: as TMX, or, with a sentence a line, as links [French]:[English] of lines counted from 0',
  usage: 'align FR EN (--out FILE.tmx | --sentences --links)',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, {
      out: { type: 'string' },
      sentences: { type: 'boolean' },
      links: { type: 'boolean' },
    });
    const [frFile, enFile] = twoFiles(positionals);
    if (values.sentences !== values.links) {
      throw new CalqueError('usage', 'Links count sentences a line: give --sentences and --links together.');
    }
    if (values.links) {
      const read = async (file: string) => decodeText(await readBytes(file, terminal), shownName(file));
      const [fr, en] = [await read(frFile), await read(enFile)];
      const options = await wordsHere(fr, en, terminal, program);
      for (const bead of alignSentences(sentencesOf(fr), sentencesOf(en), options))
        writeLine(terminal.stdout, linkOf(bead));
      return 0;
    }
    const out = required(values.out, '--out');
    const [fr, en] = [await readFileDocument(frFile, terminal), await readFileDocument(enFile, terminal)];
    const article = alignArticle(fr, en, {}, await wordsHere(fr.text, en.text, terminal, program));
    writeWarnings(article.warnings, terminal);
    await save(article, out, terminal);
    writeLine(terminal.stdout, `${article.beads.length} units written to ${out}.`);
    for (const language of ['fr', 'en'] as const) {
      for (const sentence of article.unaligned[language]) {
        writeLine(terminal.stdout, `${language} without a partner: ${sentence}`);
      }
    }
    return 0;
  },
};

function twoFiles([fr, en, more]: readonly string[]): readonly [string, string] {
  if (fr === undefined || en === undefined) throw new CalqueError('usage', 'Name the French and the English file.');
  if (more !== undefined)
    throw new CalqueError('usage', `Two files are taken; “${more.slice(0, 60)}” is one too many.`);
  return [fr, en];
}

/** What the configured installation knows of the words. Where there is no installation, none is made. */
async function wordsHere(fr: string, en: string, terminal: Terminal, program: Program): Promise<AlignmentOptions> {
  const { databaseUrl, databaseFile } = readConfig(terminal.env, terminal.folder);
  if (databaseUrl === undefined && !existsSync(databaseFile)) return {};
  return withInstallation(terminal, program, ({ store }) => learntWords(store, fr, en));
}

/** The lines of a text; the line end that closes the last one begins no other. */
function sentencesOf(text: string): readonly { readonly text: string }[] {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => ({ text: line }));
}

function linkOf({ fr, en }: Bead): string {
  return `[${fr.join(', ')}]:[${en.join(', ')}]`;
}

async function save({ beads, provenance }: AlignedArticle, out: string, { folder }: Terminal): Promise<void> {
  const { originalLanguage } = provenance;
  const units = beads.map(
    ({ fr, en, confidence, block }, position): TmxUnit => ({
      unit: {
        fr: { language: 'fr', content: contentFromText(fr) },
        en: { language: 'en', content: contentFromText(en) },
        ...(originalLanguage && { originalLanguage }),
        origin: { kind: 'alignment', confidence },
        status: 'draft',
      },
      place: { document: 'article', position, provenance, ...(block && { block }) },
    }),
  );
  const pieces = writeTmx(units, { sourceLanguage: originalLanguage ?? 'fr', toolVersion: VERSION });
  try {
    await writeFile(resolve(folder, out), pieces);
  } catch (error) {
    throw fileError(error, out, 'read-only-database');
  }
}
