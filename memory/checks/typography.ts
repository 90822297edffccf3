import { type TypographyEdit, typographyEdits } from '../text/typography/typography.ts';
import { type Found, onAll, type Subject, saying } from './check.ts';

/**
 * Spaces around high marks and inside guillemets that the house style has otherwise. Where it wants a no-break
 * space, one of another width is let pass: keyboards have the one or the other.
 */
export function misplacedSpaces(subject: Subject): readonly Found[] {
  const { target } = subject;
  const edits = ofRule(subject, 'spacing').filter(
    ({ start, end, text }) => text === '' || !/^[\u00a0\u202f]$/.test(target.text.slice(start, end)),
  );
  const marks = edits.map(
    ({ start, end }) => /[:;!?»]/.exec(target.text.charAt(end))?.[0] ?? target.text.charAt(start - 1),
  );
  const says = edits.some(({ text }) => text !== '') ? 'space-wanted' : 'space-unwanted';
  return onAll(edits, saying(says, marks), { does: 'set-spaces' });
}

export function straightApostrophes(subject: Subject): readonly Found[] {
  return onAll(ofRule(subject, 'apostrophe'), { says: 'straight-apostrophe' }, { does: 'change', to: '’' });
}

export function straightQuotes(subject: Subject): readonly Found[] {
  const edits = ofRule(subject, 'quotation');
  const marks = edits.slice(0, 2).map(({ text }) => text.trim());
  return onAll(edits, { says: 'straight-quotes' }, { does: 'change', to: marks.join(' ') });
}

function ofRule({ target, style }: Subject, rule: TypographyEdit['rule']): readonly TypographyEdit[] {
  return typographyEdits(target.text, style).filter((edit) => edit.rule === rule);
}
