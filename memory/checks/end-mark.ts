import type { Found, Subject } from './check.ts';

const KINDS: Readonly<Record<string, string>> = { '.': '.', '!': '!', '?': '?', '…': '…', ':': ':' };
const NAMES: Readonly<Record<string, string>> = {
  '.': 'a full stop',
  '!': 'an exclamation mark',
  '?': 'a question mark',
  '…': 'an ellipsis',
  ':': 'a colon',
};
/** Quotation marks and brackets that stand behind or before the mark that ends a sentence, by country and house. */
const WRAPPING = /[\s"'’”»)\]]/;

/** Another mark at the end than the source’s. */
export function differingEndMark({ source, target }: Subject): readonly Found[] {
  const [wanted, stands] = [endMark(source.text), endMark(target.text)];
  if (wanted.mark === stands.mark) return [];
  const { start, end } = stands;
  const message =
    wanted.mark === undefined
      ? `The translation ends with ${NAMES[stands.mark ?? '']}, the source does not.`
      : `The source ends with ${NAMES[wanted.mark]}, the translation ${
          stands.mark === undefined ? 'with none' : `with ${NAMES[stands.mark]}`
        }.`;
  return [{ message, start, end }];
}

interface EndMark {
  readonly mark: string | undefined;
  readonly start: number;
  readonly end: number;
}

function endMark(text: string): EndMark {
  let end = text.length;
  while (end > 0 && WRAPPING.test(text.charAt(end - 1))) end--;
  const dots = text.slice(0, end).endsWith('...');
  const mark = dots ? '…' : KINDS[text.charAt(end - 1)];
  return { mark, start: mark === undefined ? end : end - (dots ? 3 : 1), end };
}
