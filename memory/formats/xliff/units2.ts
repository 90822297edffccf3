import type { Status } from '../../model/origin.ts';
import { own } from '../own.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { childElements, ownChildren, placedText } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';
import type { OriginalData } from './content2.ts';
import { readContent2, readOriginalData } from './content2.ts';
import type { SegmentPlace, XliffCandidate, XliffNote, XliffSegment } from './file.ts';
import type { UnitContext } from './units.ts';
import { isTranslatable, UniqueNames } from './units.ts';

const STATUSES: Readonly<Record<string, Status>> = {
  translated: 'confirmed',
  reviewed: 'reviewed',
  final: 'reviewed',
};

/** The segments of a `unit` of XLIFF 2. What an `ignorable` holds stands before or after them. */
export function readUnit2(unit: PlacedElement, context: UnitContext): readonly XliffSegment[] {
  const data = readOriginalData(ownChildren(unit, 'originalData')[0]);
  const notes = ownChildren(unit, 'notes').flatMap((group) => ownChildren(group, 'note').map(readNote));
  const candidates = readMatches(unit, context.fileText, data);
  const locked = !isTranslatable(unit);
  const names = new UniqueNames();
  const segments: XliffSegment[] = [];
  const matches = matchGroups(unit)[0];
  const unitPlace = { unit: unit, ...(matches && { matches: matches }) };
  let between = '';
  for (const element of childElements(unit)) {
    if (element.namespace !== unit.namespace) continue;
    const [source] = ownChildren(element, 'source');
    if (element.local === 'ignorable') between += source ? placedText(source) : '';
    if (element.local !== 'segment' || !source) continue;
    const name = element.attributes['id'];
    const isFirst = segments.length === 0;
    const mine = candidates.filter(
      ({ ref }) => (ref === name && name !== undefined) || (isFirst && !isSegment(unit, ref)),
    );
    segments.push({
      id: `${context.path}/${names.take(name ?? `${segments.length + 1}`)}`,
      unit: context.path,
      line: context.line,
      before: between,
      after: '',
      ...readSides(element, source, context, data, unitPlace),
      locked,
      notes,
      candidates: mine.map(({ ref: _, ...candidate }) => candidate),
    });
    between = '';
  }
  const last = segments.pop();
  return last ? [...segments, { ...last, after: between }] : [];
}

function readSides(
  segment: PlacedElement,
  sourceElement: PlacedElement,
  context: UnitContext,
  data: OriginalData,
  unitPlace: Pick<SegmentPlace, 'unit' | 'matches'>,
): Pick<XliffSegment, 'source' | 'sourceTags' | 'target' | 'targetTags' | 'status' | 'state' | 'origin' | 'place'> {
  const [targetElement] = ownChildren(segment, 'target');
  const source = readContent2(sourceElement, context.fileText, data);
  const target = targetElement && readContent2(targetElement, context.fileText, data);
  const { state } = segment.attributes;
  const translated = target !== undefined && target.content.length > 0;
  return {
    source: source.content,
    sourceTags: source.tags,
    target: target?.content ?? [],
    targetTags: target?.tags ?? new Map(),
    status: translated ? (own(STATUSES, state ?? 'initial') ?? 'draft') : 'untranslated',
    ...(state !== undefined && { state }),
    ...(translated && { origin: { kind: 'import', source: context.fileName } }),
    place: {
      holder: segment,
      source: sourceElement,
      insertAt: sourceElement.end,
      ...(targetElement && { target: targetElement }),
      ...unitPlace,
    },
  };
}

function isSegment(unit: PlacedElement, id: string): boolean {
  return ownChildren(unit, 'segment').some(({ attributes }) => attributes['id'] === id);
}

function readNote(note: PlacedElement): XliffNote {
  const { category } = note.attributes;
  return { text: placedText(note), ...(category && { from: category }) };
}

function matchGroups(unit: PlacedElement): readonly PlacedElement[] {
  return childElements(unit).filter(({ local, namespace }) => local === 'matches' && namespace.includes('matches'));
}

/** The candidates of the matches module; `ref` is the id of the segment, or of an annotation, they are for. */
function readMatches(
  unit: PlacedElement,
  fileText: FileText,
  data: OriginalData,
): readonly (XliffCandidate & { readonly ref: string })[] {
  return matchGroups(unit)
    .flatMap(childElements)
    .flatMap((match) => {
      const own = childElements(match).find(({ local }) => local === 'originalData');
      const texts = own ? readOriginalData(own) : data;
      const source = childElements(match).find(({ local }) => local === 'source');
      const target = childElements(match).find(({ local }) => local === 'target');
      if (!target) return [];
      const { ref = '', origin, matchQuality, similarity } = match.attributes;
      const quality = Number.parseFloat(matchQuality ?? similarity ?? '');
      return [
        {
          ref: ref.slice(ref.lastIndexOf('#') + 1),
          ...(source && { source: readContent2(source, fileText, texts).content }),
          target: readContent2(target, fileText, texts).content,
          ...(quality >= 0 && quality <= 100 && { quality: Math.floor(quality) }),
          ...(origin && { origin }),
          notes: [],
        },
      ];
    });
}
