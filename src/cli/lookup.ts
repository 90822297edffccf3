import { readLines } from '../../memory/formats/lines.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentFromText, contentText } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { parseLanguageTag } from '../../memory/model/language.ts';
import type { Fragment, Match, Related } from '../../memory/model/match.ts';
import { lookupRequest } from '../contract/lookup.ts';
import type { LookupAnswer } from '../contract/suggestions.ts';
import { wording } from '../contract/wording.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { memoryIds, withInstallation } from './installation.ts';
import { sayNotSearched } from './not-asked.ts';

const text = { type: 'string' } as const;
const OPTIONS = {
  from: text,
  to: text,
  memory: { type: 'string', multiple: true },
  'minimum-rate': text,
  'minimum-confidence': text,
  limit: text,
  document: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const lookupCommand: Command = {
  summary: 'Looks a text up in the memories; - reads a text a line (--document: the lines are one text in order)',
  usage:
    'lookup TEXT|- --from fr --to en [--memory NAME]… [--minimum-rate 50–101] [--minimum-confidence 0–1] [--limit N] ' +
    '[--document] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const given = onlyArgument(positionals, 'TEXT');
    const sourceLanguage = parseLanguageTag(required(values.from, '--from'), '--from');
    const targetLanguage = parseLanguageTag(required(values.to, '--to'), '--to');
    const limits = readLimits(values);
    await withInstallation(terminal, program, async ({ store, lookup }) => {
      const memories = values.memory && (await memoryIds(store, values.memory));
      const ask = (line: string, neighbours: Neighbours) =>
        lookup.lookup({
          text: contentFromText(line),
          sourceLanguage,
          targetLanguage,
          ...(neighbours.previous !== undefined && { previous: contentFromText(neighbours.previous) }),
          ...(neighbours.next !== undefined && { next: contentFromText(neighbours.next) }),
          ...(memories && { memories }),
          ...limits,
        });
      const texts = given === '-' ? readLines(terminal.stdin, 'standard input') : one(given);
      const lines = values.document ? withNeighbours(texts) : alone(texts);
      for await (const { line, ...neighbours } of lines) {
        const answer = line.trim() === '' && given === '-' ? NOTHING : await ask(line, neighbours);
        if (values.json) writeLine(terminal.stdout, JSON.stringify(answer));
        else for (const row of readable(answer, targetLanguage)) writeLine(terminal.stdout, row);
        sayNotSearched(answer.missing, terminal);
      }
    });
    return 0;
  },
};

/** What an empty line of standard input is answered with, so that answers stay line for line. */
const NOTHING: LookupAnswer = { matches: [], related: [], fragments: [], terms: [], machine: [] };

interface Neighbours {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

interface Line extends Neighbours {
  readonly line: string;
}

/** The options that bound what is shown, by the field of the request that they state. */
const LIMITS = {
  minimumRate: 'minimum-rate',
  minimumConfidence: 'minimum-confidence',
  limit: 'limit',
} as const;
type Limit = keyof typeof LIMITS;

function readLimits(values: Readonly<Partial<Record<(typeof LIMITS)[Limit], string>>>) {
  const shape = lookupRequest.pick({ minimumRate: true, minimumConfidence: true, limit: true });
  const given = Object.entries(LIMITS).flatMap(([field, option]) => {
    const value = values[option];
    return value === undefined ? [] : [[field, value.trim() === '' ? Number.NaN : Number(value)] as const];
  });
  const stated = Object.fromEntries(given);
  const parsed = shape.safeParse(stated, { error: wording });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = `--${LIMITS[(issue?.path[0] ?? 'limit') as Limit]}`;
  throw new CalqueError('usage', `${option} ${issue?.message}.`, { where: option });
}

async function* one(text: string): AsyncIterable<string> {
  yield text;
}

/** Lines that each stand alone: whoever writes one has its answer before writing the next. */
async function* alone(lines: AsyncIterable<string>): AsyncIterable<Line> {
  for await (const line of lines) yield { line };
}

/** The lines of one text, each with those around it. */
async function* withNeighbours(lines: AsyncIterable<string>): AsyncIterable<Line> {
  let previous: string | undefined;
  let line: string | undefined;
  for await (const next of lines) {
    if (line !== undefined) yield { line, previous, next };
    previous = line;
    line = next;
  }
  if (line !== undefined) yield { line, previous };
}

function readable({ matches, related, fragments, terms }: LookupAnswer, language: LanguageTag): readonly string[] {
  if (matches.length + related.length + fragments.length + terms.length === 0)
    return [`Nothing similar is stored (to ${language}).`];
  return [
    ...matches.flatMap((match) => [
      `${match.rate} %  ${match.kind}${penalties(match as Match)}`,
      ...body(match as Match),
    ]),
    ...related.flatMap((found) => [`related, confidence ${found.confidence.toFixed(2)}`, ...body(found as Related)]),
    ...fragments.flatMap((found) => [`fragment  ${found.text} → ${found.translation}`, ...body(found as Fragment)]),
    ...terms.flatMap(({ term, targets, termbase, definition }) => [
      `term  ${term} → ${targets.map(({ text, status }) => (status === 'forbidden' ? `not ${text}` : text)).join(', ')}`,
      `    ${termbase.name}${definition ? ` · ${definition}` : ''}`,
    ]),
  ];
}

function penalties({ penalties: taken, grossRate }: Match): string {
  if (taken.length === 0) return '';
  return ` (${grossRate} less ${taken.map(({ name, points }) => `${points} ${name}`).join(', ')})`;
}

function body({ source, target, provenance, memory, original }: Match | Related | Fragment): readonly string[] {
  const { publication, publishedOn, translator, credit } = provenance;
  const written = original === undefined ? undefined : `original: ${original}`;
  const from = [publication, publishedOn, translator && `translated by ${translator}`, written, credit]
    .filter(Boolean)
    .join(' · ');
  return [`    ${contentText(source)}`, `    ${contentText(target)}`, `    ${memory.name}${from && ` · ${from}`}`];
}
