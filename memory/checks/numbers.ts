import type { TextValue } from '../text/numbers.ts';
import type { Found, Side, Subject } from './check.ts';
import { onWhole } from './check.ts';
import { printNumber } from './number-print.ts';
import { hasScale, quantitiesOf } from './quantities.ts';

type NumberValue = TextValue & { readonly kind: 'number' };

/**
 * Numbers in figures that the other side says in no way: not in figures, not in words, not scaled. Where one number
 * stands in the place of one other, the fix puts the source’s there.
 */
export function differingNumbers(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  const missing = unsaid(source, target);
  const added = unsaid(target, source);
  const [extra] = added;
  if (extra === undefined) {
    const [lost] = missing;
    return lost === undefined ? [] : [onWhole(subject, 'number-missing', missing.map(printed))];
  }
  const [lost] = missing;
  if (lost === undefined || missing.length > 1 || added.length > 1) {
    return added.map(({ start, end, text }) => ({ says: 'number-added', about: [text], start, end }));
  }
  const right = printNumber(lost.value, target.language);
  const { start, end, text } = extra;
  return [
    {
      says: 'number-differs',
      about: [lost.text],
      has: text,
      start,
      end,
      fix: { does: 'change', to: right, edits: [{ start, end, text: right }] },
    },
  ];
}

function printed({ text }: NumberValue): string {
  return text;
}

function unsaid(side: Side, other: Side): readonly NumberValue[] {
  const numbers = side.values.filter((value): value is NumberValue => value.kind === 'number');
  if (numbers.length === 0) return [];
  const said = quantitiesOf(other);
  const scaled = hasScale(side) || hasScale(other);
  return numbers.filter(({ value, ambiguous }) => !ambiguous && !said.says(value, scaled));
}
