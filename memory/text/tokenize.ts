import type { Language } from '../model/language.ts';
import { addressEnd, emailAround, LONGEST_MAILBOX } from './addresses.ts';
import { APOSTROPHE, classAt, DIGIT, HYPHEN, INVISIBLE, isWordAt, LETTER, MARK, SPACE, widthAt } from './characters.ts';
import { enclitic, isElided, NEGATED_AUXILIARIES } from './clitics.ts';
import { foldWord } from './normalize.ts';
import { readNumberForm } from './number-form.ts';
import { stem } from './stem/stem.ts';
import { wordForms } from './word-forms.ts';

/**
 * A piece of a text. White space is never part of one, except between the groups of a number; what lies between two
 * tokens is white space, control characters and invisible ones.
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'punctuation';
  /** Place in the text, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded for comparison: words as `normalizeText` has them, numbers as plain digits (`1234.5`) in either language. */
  readonly norm: string;
  /** What a word shares with its other forms; of a number or mark, its `norm`. */
  readonly stem: string;
}

/**
 * Cuts a text into words, numbers and marks. An elided word stands alone with its apostrophe (l’, d’, qu’), as do
 * French pronouns after a hyphen (-il, -t-on) and English contractions (n’t, ’s); other compounds are one word
 * (aujourd’hui, porte-parole). Addresses are one word. Time grows with the length of the text alone.
 */
export function tokenize(text: string, language: Language): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === SPACE || kind === INVISIBLE) at++;
    else if (kind === LETTER) at = readWord(text, at, language, tokens);
    else if (kind === DIGIT) at = readNumber(text, at, language, tokens);
    else at = readMark(text, at, language, tokens);
  }
  return tokens;
}

function push(tokens: Token[], text: string, start: number, end: number, language: Language, norm?: string): void {
  const piece = text.slice(start, end);
  const forms = norm === undefined ? wordForms(piece, language) : { norm, stem: stem(norm, language) };
  tokens.push({ kind: 'word', start, end, text: piece, norm: forms.norm, stem: forms.stem });
}

function readNumber(text: string, start: number, language: Language, tokens: Token[]): number {
  const { end, norm } = readNumberForm(text, start, language);
  tokens.push({ kind: 'number', start, end, text: text.slice(start, end), norm, stem: norm });
  return end;
}

/** A mark, or a run of the same mark: `...` is one. */
function readMark(text: string, start: number, language: Language, tokens: Token[]): number {
  if (text.charCodeAt(start) === 0x40) {
    const email = emailAround(text, start, firstJoined(tokens, start));
    let first = tokens.length;
    while (email !== undefined && (tokens[first - 1]?.start ?? -1) >= email.start) first--;
    if (email !== undefined && tokens[first]?.start === email.start) {
      tokens.length = first;
      push(tokens, text, email.start, email.end, language);
      return email.end;
    }
  }
  const width = widthAt(text, start);
  let end = start + width;
  if (width === 1) while (text.charCodeAt(end) === text.charCodeAt(start)) end++;
  const piece = text.slice(start, end);
  const norm = piece === '...' ? '…' : foldWord(piece);
  tokens.push({ kind: 'punctuation', start, end, text: piece, norm, stem: norm });
  return end;
}

/** Where the tokens that touch each other up to `end` begin, as far back as an e-mail address may reach. */
function firstJoined(tokens: readonly Token[], end: number): number {
  let first = end;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined || token.end !== first || end - token.start > LONGEST_MAILBOX) break;
    if (token.text.includes('@')) break;
    first = token.start;
  }
  return first;
}

function readWord(text: string, start: number, language: Language, tokens: Token[]): number {
  const address = addressEnd(text, start);
  if (address !== undefined) {
    push(tokens, text, start, address, language);
    return address;
  }
  let at = start;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT) at++;
    else if (kind === APOSTROPHE && language === 'fr' && isElided(text, start, at)) {
      push(tokens, text, start, at + 1, language);
      return at + 1;
    } else if (kind === HYPHEN || kind === APOSTROPHE || kind === INVISIBLE) {
      if (!isWordAt(text, at + 1)) break;
      at += 2;
    } else if (kind === MARK && joinsLetters(text, start, at)) at++;
    else break;
  }
  return splitWord(text, start, at, language, tokens);
}

/** Whether a dot stands inside initials (U.S.), or an ampersand inside a name (R&D). */
function joinsLetters(text: string, start: number, at: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark === 0x26) return isWordAt(text, at + 1);
  if (mark !== 0x2e || isWordAt(text, at - 2)) return false;
  const letterBefore = at - start === 1 || text.charCodeAt(at - 2) === 0x2e;
  if (!letterBefore) return false;
  const nextLetterAlone = isWordAt(text, at + 1) && !isWordAt(text, at + 2);
  return at - start > 1 || (nextLetterAlone && text.charCodeAt(at + 2) === 0x2e);
}

/** Takes off a word what stands alone at its end. */
function splitWord(text: string, start: number, end: number, language: Language, tokens: Token[]): number {
  const cut = enclitic(text, start, end, language);
  if (cut === undefined) {
    const piece = text.slice(start, end);
    const initials = piece.includes('.') ? foldWord(piece).replaceAll('.', '') : undefined;
    push(tokens, text, start, end, language, initials);
    return end;
  }
  const norm = cut.norm === "n't" ? NEGATED_AUXILIARIES.get(foldWord(text.slice(start, cut.start))) : undefined;
  push(tokens, text, start, cut.start, language, norm);
  tokens.push({
    kind: 'word',
    start: cut.start,
    end,
    text: text.slice(cut.start, end),
    norm: cut.norm,
    stem: cut.norm,
  });
  return end;
}
