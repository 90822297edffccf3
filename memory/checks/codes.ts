import type { InlineCode } from '../model/inline.ts';
import { isCode } from '../model/inline.ts';
import { type Found, named, type Side, type Subject } from './check.ts';

/** A code of the target, and where it stands in the text. */
interface PlacedCode {
  readonly code: InlineCode;
  readonly at: number;
}

export function missingCodes({ source, target }: Subject): readonly Found[] {
  const missing = surplus(codesOf(source), codesOf(target));
  if (missing.length === 0) return [];
  const end = target.text.length;
  return [{ message: `${said(missing)} of the source ${missing.length > 1 ? 'are' : 'is'} missing.`, start: end, end }];
}

export function addedCodes({ source, target }: Subject): readonly Found[] {
  const added = surplus(codesOf(target), codesOf(source));
  const [first] = added;
  if (first === undefined) return [];
  return [
    {
      message: `${said(added)} ${added.length > 1 ? 'are' : 'is'} more than the source has.`,
      start: first.at,
      end: first.at,
    },
  ];
}

/** A closing code before its opening one, or pairs that cross though those of the source do not. */
export function disorderedCodes({ source, target }: Subject): readonly Found[] {
  const misplaced = firstMisplaced(codesOf(target));
  if (misplaced === undefined || firstMisplaced(codesOf(source)) !== undefined) return [];
  const { code, at } = misplaced;
  return [{ message: `The closing code ${code.id} stands in the wrong place.`, start: at, end: at }];
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

function said(codes: readonly PlacedCode[]): string {
  const labels = codes.map(({ code: { form, id } }) => ({ open: `${id}›`, close: `‹${id}`, standalone: id })[form]);
  return `The code${codes.length > 1 ? 's' : ''} ${named(labels)}`;
}

function keyOf({ form, id }: InlineCode): string {
  return `${form} ${id}`;
}
