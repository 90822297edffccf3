import { CalqueError } from '../model/errors.ts';
import { contentFromText } from '../model/inline.ts';
import type { LanguageTag } from '../model/language.ts';
import { canonicalTag, languageOf, otherLanguage } from '../model/language.ts';
import type { ForeignProperty } from '../model/unit.ts';
import type { ImportEntry, ImportOptions } from './import-entry.ts';

interface PoMessage {
  readonly line: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
  readonly fuzzy: boolean;
}

/**
 * The pairs of a gettext catalogue. Its head says the language of the translations; what they were translated from is
 * the other of the two. A plural is a pair of its own; fuzzy translations are drafts; what is marked obsolete is passed
 * over. Comments are notes, `msgctxt` is kept as a property.
 *
 * @throws CalqueError `not-utf8`, `ill-formed-file` with the line, `unknown-language` where the head names another
 * language, `missing-side` where it names none
 */
export function* readPo(bytes: Uint8Array, options: ImportOptions): Generator<ImportEntry> {
  const { name } = options;
  let languages: { readonly source: LanguageTag; readonly target: LanguageTag } | undefined;
  for (const message of messagesOf(decoded(bytes, name), name)) {
    if (message.texts.get('msgid') === '' && !message.texts.has('msgctxt')) {
      const target = languageOfHead(message, name);
      languages = { source: otherLanguage(languageOf(target)), target };
    } else if (languages) {
      yield* pairsOf(message, languages.source, languages.target, options);
    } else {
      throw new CalqueError('missing-side', `${name} has no head that names the language of its translations.`, {
        where: name,
        line: message.line,
      });
    }
  }
}

/** Catalogues state their encoding in their head, in ASCII. */
function decoded(bytes: Uint8Array, name: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const charset = /charset=([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  try {
    return new TextDecoder(charset === 'charset' ? 'utf-8' : charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${name} is not in the encoding its head states, ${charset}. Save it in UTF-8.`;
    throw new CalqueError('not-utf8', message, { where: name }, { cause });
  }
}

function languageOfHead({ texts, line }: PoMessage, name: string): LanguageTag {
  const written = /^Language:\s*(\S*)\s*$/im.exec(texts.get('msgstr') ?? '')?.[1] ?? '';
  if (written === '') {
    throw new CalqueError('missing-side', `${name} does not say the language of its translations (Language: fr).`, {
      where: name,
      line,
    });
  }
  const tag = canonicalTag(written.replace(/[.@].*$/, ''));
  if (tag !== undefined) return tag;
  const message = `${name} is translated into “${written.slice(0, 40)}”, which is neither French nor English.`;
  throw new CalqueError('unknown-language', message, { where: name, line });
}

function* pairsOf(
  { line, texts, notes, fuzzy }: PoMessage,
  source: LanguageTag,
  target: LanguageTag,
  options: ImportOptions,
): Generator<ImportEntry> {
  const forms = [
    ['msgid', texts.get('msgstr') ?? texts.get('msgstr[0]')],
    ['msgid_plural', texts.get('msgstr[1]')],
  ] as const;
  for (const [key, translation] of forms) {
    const text = texts.get(key);
    if (text === undefined) continue;
    if (translation === undefined || translation.trim() === '' || text.trim() === '') {
      yield { kind: 'refused', line, reason: 'It is not translated.' };
      continue;
    }
    const sides = {
      [languageOf(source)]: { language: source, content: contentFromText(text) },
      [languageOf(target)]: { language: target, content: contentFromText(translation) },
    } as Record<'fr' | 'en', { language: LanguageTag; content: readonly string[] }>;
    const context = texts.get('msgctxt');
    const properties: readonly ForeignProperty[] =
      context === undefined ? [] : [{ type: 'po:msgctxt', value: context }];
    yield {
      kind: 'unit',
      line,
      unit: {
        ...sides,
        originalLanguage: languageOf(source),
        origin: { kind: 'import', source: options.source },
        status: fuzzy ? 'draft' : 'confirmed',
        ...(notes.length > 0 && { note: notes.join('\n') }),
        ...(properties.length > 0 && { properties }),
      },
    };
  }
}

const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)\s+(".*)$/;

function* messagesOf(text: string, name: string): Generator<PoMessage> {
  let texts = new Map<string, string>();
  let notes: string[] = [];
  let fuzzy = false;
  let began = 1;
  let key: string | undefined;
  const message = (): PoMessage[] => {
    const done = texts.has('msgid') ? [{ line: began, texts, notes, fuzzy }] : [];
    [texts, notes, fuzzy, key] = [new Map(), [], false, undefined];
    return done;
  };
  for (const [index, raw] of text
    .replace(/^\u{FEFF}/u, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    const isStart = line.startsWith('#') || /^msg(ctxt|id\s)/.test(line);
    const hasTarget = [...texts.keys()].some((one) => one.startsWith('msgstr'));
    if (line === '' || (isStart && hasTarget)) yield* message();
    if (line === '') continue;
    if (line.startsWith('#')) {
      if (line.startsWith('#,')) fuzzy ||= /\bfuzzy\b/.test(line);
      else if (/^#\.?\s/.test(line)) notes.push(line.replace(/^#\.?\s+/, ''));
      continue;
    }
    const [, keyword, quoted = line] = KEYWORD.exec(line) ?? [];
    if (keyword !== undefined) {
      if (texts.size === 0) began = index + 1;
      key = keyword;
    }
    const string = /^"(?:[^"\\]|\\.)*"$/.test(quoted) ? quoted : undefined;
    if (key === undefined || string === undefined) {
      const fault = `${name}, line ${index + 1}: this is no line of a gettext catalogue.`;
      throw new CalqueError('ill-formed-file', fault, { where: name, line: index + 1 });
    }
    texts.set(key, (keyword === undefined ? (texts.get(key) ?? '') : '') + unescaped(string.slice(1, -1)));
  }
  yield* message();
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}
