import { type Found, type Subject, saying } from './check.ts';

const KINDS: Readonly<Record<string, string>> = { '.': '.', '!': '!', '?': '?', '…': '…', ':': ':' };
/** Quotation marks and brackets that stand behind or before the mark that ends a sentence, by country and house. */
const WRAPPING = /[\s"'’”»)\]]/;

/** Another mark at the end than the source’s. */
export function differingEndMark({ source, target }: Subject): readonly Found[] {
  const [wanted, stands] = [endMark(source.text), endMark(target.text)];
  if (wanted.mark === stands.mark) return [];
  const { start, end } = stands;
  if (wanted.mark === undefined) return [{ ...saying('end-mark-added', [], stands.mark), start, end }];
  const says = stands.mark === undefined ? 'end-mark-lost' : 'end-mark-differs';
  return [{ ...saying(says, [wanted.mark], stands.mark), start, end }];
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
