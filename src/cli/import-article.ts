import { CalqueError } from '../../memory/model/errors.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import { provenance as provenanceSchema } from '../contract/values.ts';
import { wording } from '../contract/wording.ts';
import type { ImportedArticle } from '../services/articles.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import { HOUSE_MEMORY } from '../services/memories.ts';
import type { Command } from './command.ts';
import { readArguments, required, writeLine } from './command.ts';
import { givenFile, withInstallation, writeWarnings } from './installation.ts';

/** The option that states each field of the provenance. */
const FIELDS = {
  title: 'title',
  publication: 'publisher',
  url: 'url',
  publishedOn: 'date',
  author: 'author',
  translator: 'translator',
  rights: 'rights',
} as const satisfies Partial<Record<keyof Provenance, string>>;

const text = { type: 'string' } as const;
const OPTIONS = {
  fr: text,
  en: text,
  memory: text,
  title: text,
  publisher: text,
  url: text,
  date: text,
  author: text,
  translator: text,
  rights: text,
  json: { type: 'boolean' },
} as const;

export const importArticleCommand: Command = {
  summary:
    'Aligns an article’s French and English versions (text, Markdown, HTML, DOCX, ODT, PDF) and stores them as units with their provenance',
  usage:
    'import-article --fr FILE --en FILE [--memory NAME] [--publisher NAME] [--url URL] [--date DATE] [--title TEXT] [--author NAME] [--translator NAME] [--rights TEXT] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if (positionals[0] !== undefined)
      throw new CalqueError('usage', `“${positionals[0]}” is not an option: name files with --fr and --en.`);
    const files = { fr: required(values.fr, '--fr'), en: required(values.en, '--en') };
    if (files.fr === '-' && files.en === '-')
      throw new CalqueError('usage', 'Standard input can be one of the two texts, not both.', { where: '--en' });
    const provenance = readProvenance(values);
    const fr = await givenFile(files.fr, terminal);
    const en = await givenFile(files.en, terminal);
    await withInstallation(terminal, program, async ({ articles }) => {
      const memory = values.memory ?? HOUSE_MEMORY;
      const imported = await articles.importPair({ fr, en, memory, provenance }, actorAt(Date.now, LOCAL_PERSON));
      if (!values.json) writeWarnings(imported.warnings, terminal);
      if (values.json) writeLine(terminal.stdout, JSON.stringify(imported));
      else for (const line of report(imported, memory)) writeLine(terminal.stdout, line);
    });
    return 0;
  },
};

function readProvenance(values: Readonly<Record<string, unknown>>): Provenance {
  const given = Object.entries(FIELDS).map(([field, option]) => [field, values[option]] as const);
  const stated = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const parsed = provenanceSchema.safeParse(stated, { error: wording });
  if (parsed.success) return parsed.data as Provenance;
  const [issue] = parsed.error.issues;
  const option = `--${FIELDS[issue?.path[0] as keyof typeof FIELDS]}`;
  throw new CalqueError('usage', `${option} ${issue?.message}.`, { where: option });
}

function report(imported: ImportedArticle, memory: string): readonly string[] {
  const { added, merged, changed, provenance, unaligned, leftOut, beads } = imported;
  const kinds = new Map<string, number>();
  for (const { kind } of beads) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    `${added} units added to the memory “${memory}”, ${merged} it held already.`,
    ...(changed > 0 ? [`${changed} units got the new wording of the article.`] : []),
    `Beads: ${[...kinds].map(([kind, count]) => `${count} of ${kind}`).join(', ')}.`,
    ...Object.entries(provenance).map(([field, value]) => `  ${field}: ${value}`),
    ...unaligned.fr.map((sentence) => `French without a partner: ${sentence}`),
    ...unaligned.en.map((sentence) => `English without a partner: ${sentence}`),
    ...leftOut.map(({ fr, en, reason }) => {
      const why = reason === 'furniture' ? 'as part of the page' : 'as decided before';
      return `Left out ${why}: ${[fr, en].filter((side) => side !== '').join(' | ')}`;
    }),
  ];
}
