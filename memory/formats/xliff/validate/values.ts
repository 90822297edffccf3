import type { ValueKind } from '../../validate/values.ts';
import { form, kindFault, LANGUAGE, oneOf, TEXT } from '../../validate/values.ts';

/** The production `NmToken` of XML 1.0, which the ids of XLIFF 2 are. */
const NAME_TOKEN =
  /^[-.0-9:A-Z_a-z\u{B7}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{1FFF}\u{200C}-\u{200D}\u{203F}-\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]+$/u;

const STYLES =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul';

/** A number that is no natural number cannot be a size under any profile; what other texts mean, the profile says. */
function isSizeInfo(value: string): boolean {
  return Number.isNaN(Number(value)) || /^\d+$/.test(value.trim()) || value.trim() === '';
}

function isPercentage(value: string): boolean {
  return /^\s*\+?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value) && Number(value) <= 100;
}

/** Characters that XML can carry must not be written as `cp`. */
function isForbiddenCharacter(hex: string): boolean {
  if (!/^(?:[0-9A-Fa-f]{2})+$/.test(hex)) return false;
  const point = Number.parseInt(hex, 16);
  const isWhiteSpace = point === 0x9 || point === 0xa || point === 0xd;
  return (
    point <= 0xffff && !isWhiteSpace && !(point >= 0x20 && point <= 0xd7ff) && !(point >= 0xe000 && point <= 0xfffd)
  );
}

const KINDS = {
  text: TEXT,
  yesNo: oneOf('yes', 'no'),
  yesNoFirstNo: oneOf('yes', 'firstNo', 'no'),
  direction: oneOf('ltr', 'rtl', 'auto'),
  appliesTo: oneOf('source', 'target'),
  metaAppliesTo: oneOf('source', 'target', 'ignorable'),
  space: oneOf('default', 'preserve'),
  preserve: oneOf('preserve'),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  codeType: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  matchType: oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'),
  normalization: oneOf('none', 'nfc', 'nfd'),
  style: oneOf(...STYLES.split(' ')),
  nameToken: form(NAME_TOKEN, 'a name token: letters, digits, and - . _ :'),
  nameTokens: {
    test: (value: string) =>
      value
        .trim()
        .split(/\s+/)
        .every((token) => NAME_TOKEN.test(token)),
    meaning: 'name tokens with spaces between them',
  },
  language: LANGUAGE,
  userDefined: form(/^[^\s:]+:[^\s:]+$/, 'of the form prefix:value'),
  markType: form(/^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/, 'generic, comment, term, or of the form prefix:value'),
  positive: form(/^\+?0*[1-9]\d*$/, 'a whole number from 1'),
  priority: form(/^\+?0*(?:[1-9]|10)$/, 'a whole number from 1 to 10'),
  integer: form(/^\d+$/, 'a whole number'),
  percentage: { test: isPercentage, meaning: 'a number from 0 to 100' },
  forbiddenCharacter: {
    test: isForbiddenCharacter,
    meaning: 'the hexadecimal code of a character that XML cannot carry',
  },
  restriction: form(
    /^(?:\*|\d+|\d+,(?:\d+|\*))$/,
    '*, a whole number, or two with a comma between, the second of which may be *',
  ),
  sizeInfo: { test: isSizeInfo, meaning: 'a whole number, where it is a number' },
} as const satisfies Record<string, ValueKind>;

export type ValueName = keyof typeof KINDS;

/** What is wrong with a value, as the end of a sentence: `must be …`; `undefined` when nothing is. */
export function valueFault(kind: ValueName, value: string): string | undefined {
  return kindFault(KINDS[kind], value);
}
