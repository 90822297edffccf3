import { describe, expect, it } from 'vitest';
import { cleanPasted } from '../../../../../views/editor/target/pasting.ts';

describe('what is pasted', () => {
  it.each([
    ['a paragraph of Word', 'From\u00A0Word\u00A0: “quotes”\r\n', 'From\u00A0Word\u00A0: “quotes”'],
    ['line breaks of other programs', 'One\u000BTwo\u2028Three\rFour\n\n', 'One\nTwo\nThree\nFour'],
    ['what nobody sees', '\uFEFFsoft\u00AD hy\u200Bphen\u0007', 'soft hyphen'],
    ['tabs and narrow spaces', 'a\tb\u202F!', 'a\tb\u202F!'],
    ['joined letters', '👩\u200D🚀 می\u200Cخواهم', '👩\u200D🚀 می\u200Cخواهم'],
  ])('keeps of %s the text', (_, pasted, kept) => {
    expect(cleanPasted(pasted)).toBe(kept);
  });
});
