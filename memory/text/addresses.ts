const SCHEME = /(?:https?:\/\/|ftp:\/\/|www\.|mailto:)[^\s<>«»“”]+/iy;
const TRAILING = /[.,;:!?…'"’)\]}]+$/;
/** The longest name before the at sign, as in RFC 5321. */
export const LONGEST_MAILBOX = 64;
const BEFORE_AT = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*$/u;
const AFTER_AT = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/uy;

/** Where the web address that starts at `start` ends, the sentence's own punctuation left out. */
export function addressEnd(text: string, start: number): number | undefined {
  const first = text.charCodeAt(start) | 0x20;
  // h, f, w, m
  if (first !== 0x68 && first !== 0x66 && first !== 0x77 && first !== 0x6d) return undefined;
  SCHEME.lastIndex = start;
  const found = SCHEME.exec(text)?.[0];
  return found === undefined ? undefined : start + found.replace(TRAILING, '').length;
}

/** The e-mail address around the at sign at `at`, beginning no earlier than `from`. */
export function emailAround(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  AFTER_AT.lastIndex = at + 1;
  const after = AFTER_AT.exec(text)?.[0];
  if (after === undefined || from === at) return undefined;
  const before = BEFORE_AT.exec(text.slice(from, at))?.[0];
  return before === undefined ? undefined : { start: at - before.length, end: at + 1 + after.length };
}
