import { type Found, onWhole, type Subject } from './check.ts';

/** A longer translation is not offered as a change: it could not be read on the button. */
const LONGEST_OFFERED = 60;

/** The same source is translated otherwise elsewhere in the project. Codes left aside. */
export function differingTranslation(subject: Subject): readonly Found[] {
  const { target, elsewhere } = subject;
  const others = [...new Set(elsewhere)].filter((text) => text !== target.text);
  const [first] = others;
  if (first === undefined) return [];
  const found = onWhole(subject, 'translated-differently', others.slice(0, 3));
  const plain = target.content.every((part) => typeof part === 'string');
  if (!plain || first.length > LONGEST_OFFERED) return [found];
  const edits = [{ start: 0, end: target.text.length, text: first }];
  return [{ ...found, fix: { does: 'change', to: first, edits } }];
}
