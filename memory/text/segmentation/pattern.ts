import { CalqueError } from '../../model/errors.ts';

/**
 * The longest run that an unbounded quantifier is taken to stand for. A pattern then looks at a bounded stretch of text
 * on either side of a place, which keeps segmentation linear in the length of a line.
 */
const LONGEST_RUN = 100;

const WORD = '\\p{L}\\p{M}\\p{N}_';
const BOUNDARY = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const NO_BOUNDARY = `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`;

/** Escapes of ICU that JavaScript lacks or reads otherwise; the second column holds inside a class. */
const ESCAPES: Readonly<Record<string, readonly [string, string | undefined]>> = {
  b: [BOUNDARY, undefined],
  B: [NO_BOUNDARY, undefined],
  w: [`[${WORD}]`, WORD],
  W: [`[^${WORD}]`, undefined],
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  h: ['[\\t\\p{Zs}]', '\\t\\p{Zs}'],
  H: ['[^\\t\\p{Zs}]', undefined],
  R: ['(?:\\r\\n|[\\n\\r\\v\\f\\u0085\\u2028\\u2029])', undefined],
  A: ['^', undefined],
  Z: ['$', undefined],
  z: ['$', undefined],
  a: ['\\x07', '\\x07'],
  e: ['\\x1b', '\\x1b'],
};

/** Characters that stand for themselves only behind a backslash, outside and inside a class. */
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

/**
 * Rewrites a pattern of an SRX rule (ICU regular expressions) as the source of a JavaScript one with the flag `u`:
 * `\b`, `\w` and `\d` know every script, `\h`, `\Q…\E`, `\x{…}`, possessive quantifiers and `(?i)` in front are
 * understood, and no quantifier runs on without end.
 * @throws CalqueError `ill-formed-file` for a pattern that cannot be read
 */
export function translatePattern(pattern: string): string {
  const reader = new PatternReader(pattern);
  const source = reader.read();
  try {
    new RegExp(source, 'u');
  } catch (cause) {
    throw illFormed(pattern, 'it is not a regular expression', cause);
  }
  return source;
}

function illFormed(pattern: string, why: string, cause?: unknown): CalqueError {
  const shown = pattern.length > 80 ? `${pattern.slice(0, 80)}…` : pattern;
  return new CalqueError(
    'ill-formed-file',
    `The segmentation pattern “${shown}” cannot be used: ${why}.`,
    {},
    { cause },
  );
}

class PatternReader {
  readonly #pattern: string;
  #at = 0;
  #source = '';
  #ignoreCase = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): string {
    while (this.#at < this.#pattern.length) this.#readPart();
    return this.#source;
  }

  #readPart(): void {
    const rest = this.#pattern.slice(this.#at, this.#at + 24);
    const character = rest.charAt(0);
    if (character === '\\') this.#readEscape(false);
    else if (character === '[') this.#readClass();
    else if (rest.startsWith('(?i)')) this.#ignoreFrom();
    else if ('*+?{'.includes(character)) this.#readQuantifier(rest);
    else if (this.#ignoreCase && /\p{L}/u.test(character)) this.#put(eitherCase(character), 1);
    else if (character === '}' || character === ']') this.#put(`\\${character}`, 1);
    else this.#put(character, 1);
  }

  #put(source: string, read: number): void {
    this.#source += source;
    this.#at += read;
  }

  /** Case is ignored from `(?i)` to the end, as if every letter after it were written both ways. */
  #ignoreFrom(): void {
    this.#ignoreCase = true;
    this.#put('', 4);
  }

  #readQuantifier(rest: string): void {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})([?+]?)/.exec(rest);
    if (!quantifier) {
      this.#put('\\{', 1);
      return;
    }
    const [whole, least, comma, most, mode] = quantifier;
    const lazy = mode === '?' ? '?' : '';
    const unbounded = whole.startsWith('*') ? 0 : whole.startsWith('+') ? 1 : undefined;
    if (unbounded !== undefined) this.#put(`{${unbounded},${LONGEST_RUN}}${lazy}`, whole.length);
    else if (comma && !most) {
      this.#put(`{${least},${Math.max(LONGEST_RUN, Number(least))}}${lazy}`, whole.length);
    } else this.#put(mode === '+' ? whole.slice(0, -1) : whole, whole.length);
  }

  #readEscape(inClass: boolean): void {
    const rest = this.#pattern.slice(this.#at);
    const literal = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
    const property = /^\\(?:[pP]\{[^}]+\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[trnfvsS1-9])/.exec(rest);
    const code = /^\\x\{([0-9a-fA-F]{1,6})\}/.exec(rest);
    const name = rest.charAt(1);
    const known = ESCAPES[name];
    const brief = /^\\([pP])([A-Z])/.exec(rest);
    if (brief) this.#put(`\\${brief[1]}{${brief[2]}}`, brief[0].length);
    else if (literal) this.#put(escapeLiteral(literal[1] ?? ''), literal[0].length);
    else if (code) this.#put(`\\u{${code[1]}}`, code[0].length);
    else if (property) this.#put(property[0], property[0].length);
    else if (known) {
      const source = inClass ? known[1] : known[0];
      if (source === undefined) throw illFormed(this.#pattern, `\\${name} cannot stand inside square brackets`);
      this.#put(source, 2);
    } else if (name === '') throw illFormed(this.#pattern, 'it ends in a backslash');
    else if (SYNTAX.test(name) || (inClass && name === '-')) this.#put(`\\${name}`, 2);
    else if (/[a-zA-Z]/.test(name)) throw illFormed(this.#pattern, `\\${name} is not known`);
    else this.#put(name, 2);
  }

  #readClass(): void {
    this.#put('[', 1);
    if (this.#pattern.charAt(this.#at) === '^') this.#put('^', 1);
    let first = true;
    for (;;) {
      const character = this.#pattern.charAt(this.#at);
      if (character === '') throw illFormed(this.#pattern, 'a square bracket is not closed');
      if (character === ']' && !first) break;
      const range = this.#ignoreCase
        ? /^(\p{L})-(\p{L})/u.exec(this.#pattern.slice(this.#at, this.#at + 5))
        : undefined;
      if (character === '\\') this.#readEscape(true);
      else if (range) this.#put(range[0].toLowerCase() + range[0].toUpperCase(), range[0].length);
      else if (character === '[' || this.#pattern.startsWith('&&', this.#at)) {
        throw illFormed(this.#pattern, 'classes inside classes are not taken');
      } else if (this.#ignoreCase && /\p{L}/u.test(character)) this.#put(bothCases(character), 1);
      else this.#put(character === ']' ? '\\]' : character, 1);
      first = false;
    }
    this.#put(']', 1);
  }
}

function bothCases(letter: string): string {
  const upper = letter.toUpperCase();
  const lower = letter.toLowerCase();
  return upper.length === 1 && lower.length === 1 && upper !== lower ? upper + lower : letter;
}

function eitherCase(letter: string): string {
  const both = bothCases(letter);
  return both.length > 1 ? `[${both}]` : letter;
}

/** A pattern that matches just this text. */
export function escapeLiteral(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&');
}
