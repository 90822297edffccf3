import type { Language } from '../../model/language.ts';

/** Two files that say by their names that they are one article in both languages. */
export interface FilePair {
  /** What is left of their names without the language: `2021/port` of `2021/port.fr.html`. */
  readonly name: string;
  readonly fr: string;
  readonly en: string;
}

/** Files in pairs, and those that are in none. */
export interface PairedFiles {
  readonly pairs: readonly FilePair[];
  readonly alone: readonly { readonly file: string; readonly why: string }[];
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  fr: 'fr',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  en: 'en',
  eng: 'en',
  english: 'en',
  anglais: 'en',
};
const MARK = Object.keys(LANGUAGES).join('|');
/** `name.fr.html`, `name_fr.docx`, `name-fr-CA.pdf`, and `name.fr` without an extension. */
const AT_END = new RegExp(`^(?<name>.+)[._ -](?<mark>${MARK})(?:[-_][a-z]{2})?(?:\\.[a-z0-9]{1,8})?$`, 'iu');
/** `fr_name.txt`, `fr-name.docx`. */
const AT_START = new RegExp(`^(?<mark>${MARK})(?:[-_][a-z]{2})?[._ -](?<name>.+?)(?:\\.[a-z0-9]{1,8})?$`, 'iu');
const FOLDER = new RegExp(`^(?<mark>${MARK})(?:[-_][a-z]{2})?$`, 'iu');

/** What file systems leave behind, and what is hidden. */
const IGNORED = /(?:^|\/)(?:__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/i;

/**
 * Finds the pairs among files by their names: a mark of the language at the end or the beginning of the name
 * (`port.fr.html` and `port.en.docx`), or a folder of each language (`fr/port.txt` and `en/port.txt`).
 * @param files paths with `/` between folders
 */
export function pairByName(files: readonly string[]): PairedFiles {
  const groups = new Map<string, { name: string; fr: string[]; en: string[] }>();
  const alone: { file: string; why: string }[] = [];
  for (const file of files.filter((path) => !IGNORED.test(path)).toSorted()) {
    const read = readName(file);
    if (read === undefined) {
      alone.push({ file, why: 'its name does not say its language, as in name.fr.html or fr/name.html' });
      continue;
    }
    const group = groups.get(read.name.toLowerCase()) ?? { name: read.name, fr: [], en: [] };
    group[read.language].push(file);
    groups.set(read.name.toLowerCase(), group);
  }
  const pairs: FilePair[] = [];
  for (const { name, fr, en } of groups.values()) {
    const [frFile, enFile] = [fr[0], en[0]];
    if (frFile !== undefined && enFile !== undefined && fr.length === 1 && en.length === 1) {
      pairs.push({ name, fr: frFile, en: enFile });
      continue;
    }
    const why =
      frFile && enFile ? 'several files of one language have its name' : 'there is none in the other language';
    for (const file of [...fr, ...en]) alone.push({ file, why });
  }
  return { pairs, alone };
}

function readName(path: string): { readonly name: string; readonly language: Language } | undefined {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const groups = (AT_END.exec(file) ?? AT_START.exec(file))?.groups;
  if (groups !== undefined) return named([...folders, groups['name'] ?? ''], groups['mark']);
  const at = folders.findLastIndex((folder) => FOLDER.test(folder));
  if (at < 0) return undefined;
  const mark = FOLDER.exec(folders[at] ?? '')?.groups?.['mark'];
  return named([...folders.toSpliced(at, 1), file.replace(/\.[a-z0-9]{1,8}$/i, '')], mark);
}

function named(parts: readonly string[], mark = ''): ReturnType<typeof readName> {
  const language = LANGUAGES[mark.toLowerCase()];
  return language && { name: parts.join('/'), language };
}
