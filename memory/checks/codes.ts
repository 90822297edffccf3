import type { InlineCode } from '../model/inline.ts';
import { isCode } from '../model/inline.ts';
import { type Found, type Side, type Subject, saying } from './check.ts';

/** A code of the target, and where it stands in the text. */
interface PlacedCode {
  readonly code: InlineCode;
  readonly at: number;
}

export function missingCodes({ source, target }: Subject): readonly Found[] {
  const missing = surplus(codesOf(source), codesOf(target));
  if (missing.length === 0) return [];
  const end = target.text.length;
  return [{ ...saying('code-missing', missing.map(labelOf)), start: end, end }];
}

export function addedCodes({ source, target }: Subject): readonly Found[] {
  const added = surplus(codesOf(target), codesOf(source));
  const [first] = added;
  if (first === undefined) return [];
  return [{ ...saying('code-added', added.map(labelOf)), start: first.at, end: first.at }];
}

/** A closing code before its opening one, or pairs that cross though those of the source do not. */
export function disorderedCodes({ source, target }: Subject): readonly Found[] {
  const misplaced = firstMisplaced(codesOf(target));
  if (misplaced === undefined || firstMisplaced(codesOf(source)) !== undefined) return [];
  const { at } = misplaced;
  return [{ ...saying('code-misplaced', [labelOf(misplaced)]), start: at, end: at }];
}

function codesOf({ content }: Side): readonly PlacedCode[] {
  const codes: PlacedCode[] = [];
  let at = 0;
  for (const part of content) {
    if (isCode(part)) codes.push({ code: part, at });
    else at += part.length;
  }
  return codes;
}

/** The codes of one list that the other has not, or not as often. */
function surplus(codes: readonly PlacedCode[], others: readonly PlacedCode[]): readonly PlacedCode[] {
  const left = new Map<string, number>();
  for (const { code } of others) left.set(keyOf(code), (left.get(keyOf(code)) ?? 0) + 1);
  return codes.filter(({ code }) => {
    const count = left.get(keyOf(code)) ?? 0;
    left.set(keyOf(code), count - 1);
    return count <= 0;
  });
}

/** A pair whose other half is in another segment is in its place anywhere. */
function firstMisplaced(codes: readonly PlacedCode[]): PlacedCode | undefined {
  const opened = new Set(codes.filter(({ code }) => code.form === 'open').map(({ code }) => code.id));
  const closed = new Set(codes.filter(({ code }) => code.form === 'close').map(({ code }) => code.id));
  const open: string[] = [];
  for (const placed of codes) {
    const { form, id } = placed.code;
    if (!opened.has(id) || !closed.has(id)) continue;
    if (form === 'open') open.push(id);
    if (form === 'close' && open.pop() !== id) return placed;
  }
  return undefined;
}

/** As the editor prints it. */
function labelOf({ code: { form, id } }: PlacedCode): string {
  return { open: `${id}›`, close: `‹${id}`, standalone: id }[form];
}

function keyOf({ form, id }: InlineCode): string {
  return `${form} ${id}`;
}
