import { sameContent } from '../../model/inline.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { childElements, ownChildren, placedText } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';
import type { ReadContent } from './content1.ts';
import { readContent1 } from './content1.ts';
import { readDialect } from './dialects.ts';
import type { XliffCandidate, XliffNote, XliffSegment } from './file.ts';
import { originOf, statusOf } from './states.ts';
import type { UnitContext } from './units.ts';
import { isPlaceholder, isTranslatable, UniqueNames } from './units.ts';

/** One segment of a unit: the unit itself, or a `mrk` of its `seg-source`. */
interface Part {
  readonly id?: string;
  readonly before: string;
  readonly source: PlacedElement;
  readonly target?: PlacedElement;
}

/**
 * The segments of a `trans-unit`: one for each segment `mrk` in its `seg-source`, with the `mrk` of the same `mid` in
 * the target; a single one where there are none, or where the target is not segmented likewise. A unit without source
 * has none.
 */
export function readUnit1(unit: PlacedElement, context: UnitContext): readonly XliffSegment[] {
  const [source] = ownChildren(unit, 'source');
  if (!source) return [];
  const [target] = ownChildren(unit, 'target');
  const [segmented] = ownChildren(unit, 'seg-source');
  const marks = partsOf(segmented, target);
  const parts = marks ? marks.parts : [{ before: '', source, ...(target && { target }) }];
  const candidates = ownChildren(unit, 'alt-trans').flatMap((element) => readCandidates(element, context.fileText));
  const names = new UniqueNames();
  return parts.map((part, index) => {
    const id = part.id === undefined ? context.path : `${context.path}/${names.take(part.id)}`;
    const mine = candidates
      .filter(({ mid }) => (mid === undefined ? index === 0 : mid === part.id))
      .map(({ candidate }) => candidate);
    const state = findState(unit, part.id);
    return {
      id,
      unit: context.path,
      line: context.line,
      before: part.before,
      after: index === parts.length - 1 ? (marks?.after ?? '') : '',
      ...readPart(unit, part, target, mine, state, context),
      notes: ownChildren(unit, 'note').map(readNote),
      place: {
        holder: unit,
        source: source,
        insertAt: (segmented ?? source).end,
        ...(target && { target: target }),
        ...(marks && { sourceMark: part.source }),
        ...(marks && part.target && { targetMark: part.target }),
        ...(marks && segmented && { segmented: segmented }),
        ...(state && { state: state }),
      },
    };
  });
}

function readPart(
  unit: PlacedElement,
  part: Part,
  targetElement: PlacedElement | undefined,
  candidates: readonly XliffCandidate[],
  stateHolder: PlacedElement | undefined,
  { dialect, fileName, fileText }: UnitContext,
) {
  const source = readContent1(part.source, fileText);
  const written: ReadContent = part.target ? readContent1(part.target, fileText) : { content: [], tags: new Map() };
  const state = targetElement?.attributes['state'];
  const qualifier = targetElement?.attributes['state-qualifier'];
  const read = {
    ...(state && { state }),
    ...(qualifier && { qualifier }),
    approved: unit.attributes['approved'] === 'yes',
  };
  const own = readDialect(dialect, stateHolder ?? (dialect === 'trados' ? undefined : unit));
  const target = isPlaceholder(written.content, source.content, state) ? [] : written.content;
  const translated = target.length > 0;
  const engine = candidates.find((candidate) => sameContent(candidate.target, target))?.origin;
  const stated = own.state ?? state;
  return {
    source: source.content,
    sourceTags: source.tags,
    target,
    targetTags: written.tags,
    status: translated ? (own.status ?? statusOf(read)) : ('untranslated' as const),
    ...(stated !== undefined && { state: stated }),
    locked: own.locked || !isTranslatable(unit),
    ...(translated && {
      origin: own.origin ?? originOf(read, engine) ?? ({ kind: 'import', source: fileName } as const),
    }),
    candidates,
  };
}

/** The segment marks of source and target, matched; `undefined` where the unit counts as one segment. */
function partsOf(segmented: PlacedElement | undefined, target: PlacedElement | undefined) {
  if (!segmented) return undefined;
  const source = segmentMarks(segmented);
  if (source.marks.length === 0) return undefined;
  const targets = target ? segmentMarks(target).marks.map(({ mark }) => mark) : [];
  if (target && targets.length === 0 && placedText(target).trim() !== '') return undefined;
  const parts = source.marks.map(({ mark, before }): Part => {
    const { mid = '' } = mark.attributes;
    const place = targets.findIndex(({ attributes }) => (attributes['mid'] ?? '') === mid);
    const [found] = place < 0 ? [] : targets.splice(place, 1);
    return { id: mid, before, source: mark, ...(found && { target: found }) };
  });
  return { parts, after: source.after };
}

interface Marks {
  readonly marks: readonly { readonly mark: PlacedElement; readonly before: string }[];
  readonly after: string;
}

/** The outermost `mrk mtype="seg"` at any depth, with the text between them. */
function segmentMarks(element: PlacedElement): Marks {
  const marks: { mark: PlacedElement; before: string }[] = [];
  let between = '';
  const walk = (within: PlacedElement): void => {
    for (const child of within.children) {
      if (typeof child === 'string') between += child;
      else if (child.local === 'mrk' && child.attributes['mtype'] === 'seg') {
        marks.push({ mark: child, before: between });
        between = '';
      } else if (child.local === 'g' || child.local === 'mrk') walk(child);
    }
  };
  walk(element);
  return { marks, after: between };
}

/** The `sdl:seg` of a segment. */
function findState(unit: PlacedElement, mid: string | undefined): PlacedElement | undefined {
  if (mid === undefined) return undefined;
  const definitions = childElements(unit).find(({ local }) => local === 'seg-defs');
  return definitions && childElements(definitions).find(({ attributes }) => attributes['id'] === mid);
}

function readNote(note: PlacedElement): XliffNote {
  const { from } = note.attributes;
  return { text: placedText(note), ...(from && { from }) };
}

/** A candidate, and the segment of the unit that it is for. */
interface UnitCandidate {
  readonly mid: string | undefined;
  readonly candidate: XliffCandidate;
}

function readCandidates(element: PlacedElement, fileText: FileText): readonly UnitCandidate[] {
  const [source] = ownChildren(element, 'source');
  const { origin, mid } = element.attributes;
  // Some tools write `87%` or `87.5`.
  const quality = Number.parseFloat(element.attributes['match-quality'] ?? '');
  return ownChildren(element, 'target').map((target) => ({
    mid,
    candidate: {
      ...(source && { source: readContent1(source, fileText).content }),
      target: readContent1(target, fileText).content,
      ...(quality >= 0 && quality <= 100 && { quality: Math.floor(quality) }),
      ...(origin && { origin }),
      notes: ownChildren(element, 'note').map(placedText),
    },
  }));
}
