import type { InlineContent } from '../../model/inline.ts';
import type { Status } from '../../model/origin.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import type { Splice } from '../xml/splice.ts';
import { attributeSplice, writtenTag } from '../xml/splice.ts';
import type { FileText } from '../xml/text-window.ts';
import { candidateSplices1 } from './candidate-splices.ts';
import type { ChangedSegment } from './changes.ts';
import { dialectAttribute } from './dialects.ts';
import type { ElementPlace, SegmentPlace, XliffFrame, XliffSegment } from './file.ts';
import { contentSplice, newTarget, prefixOf } from './splices.ts';
import type { TargetState } from './states.ts';
import { stateOf } from './states.ts';
import { writeTagged } from './write-tagged.ts';

/** From the least to the most that was done: a target with several segments has the state of the least. */
const PROGRESS: readonly Status[] = ['untranslated', 'rejected', 'draft', 'confirmed', 'reviewed'];

/** What changes in the file with the segments of one `trans-unit`, all of them given. */
export function unitSplices1(
  unit: readonly ChangedSegment[],
  file: XliffFrame,
  language: string | undefined,
): readonly Splice[] {
  const [first] = unit;
  if (!first) return [];
  const { place } = first.segment;
  const state = newState(unit, file);
  const splices: (Splice | undefined)[] = [];
  if (unit.some(({ change }) => change?.target)) {
    const { text } = file;
    if (place.target && !isSkeletonWanted(unit)) splices.push(...partSplices(unit, place.target, text));
    else {
      const content = wholeContent(unit, text);
      if (place.target) splices.push(contentSplice(text, place.target, content));
      else if (content !== '') splices.push(newTarget(text, place, targetAttributes(place, state, language), content));
    }
  }
  if (state) splices.push(...stateSplices(place, state, file));
  splices.push(...candidateSplices1(unit));
  splices.push(...unit.map((changed) => dialectSplice(changed, file)));
  return splices.filter((splice) => splice !== undefined);
}

function written({ segment, change }: ChangedSegment): string {
  return inner(segment, change?.target ?? segment.target);
}

function inner({ sourceTags, targetTags, place }: XliffSegment, content: InlineContent): string {
  return writeTagged(content, [targetTags, sourceTags], { is2: false, prefix: prefixOf(place.source) });
}

/** Whether the unit is segmented and its target not yet. */
function isSkeletonWanted(unit: readonly ChangedSegment[]): boolean {
  return unit.every(({ segment: { place } }) => place.segmented !== undefined && place.targetMark === undefined);
}

/** The content of a new target: that of the only segment, or `seg-source` with the targets in its segments. */
function wholeContent(unit: readonly ChangedSegment[], text: FileText): string {
  const segmented = unit[0]?.segment.place.segmented;
  if (!segmented) return unit.map(written).join('');
  let content = '';
  let end = segmented.contentStart;
  for (const changed of unit) {
    const mark = changed.segment.place.sourceMark;
    if (!mark) continue;
    content += text.slice(end, mark.start) + markWith(mark, text, written(changed));
    end = mark.end;
  }
  return content + text.slice(end, segmented.contentEnd);
}

function markWith(mark: ElementPlace, text: FileText, content: string): string {
  const start = text.slice(mark.start, mark.contentStart).replace(/\s*\/>$/, '>');
  return `${start}${content}</${mark.name}>`;
}

/** Exchanges the segments in a target that has them; one that is missing goes behind the one before it. */
function partSplices(unit: readonly ChangedSegment[], target: ElementPlace, text: FileText): readonly Splice[] {
  const splices: Splice[] = [];
  let end = target.contentStart;
  for (const changed of unit) {
    const { segment, change } = changed;
    const { targetMark, sourceMark } = segment.place;
    if (change?.target) {
      const content = written(changed);
      if (targetMark) splices.push(contentSplice(text, targetMark, content));
      else if (!sourceMark) splices.push(contentSplice(text, target, content));
      else if (content !== '')
        splices.push({ start: end, end, text: escapeText(segment.before) + markWith(sourceMark, text, content) });
    }
    if (targetMark) end = targetMark.end;
  }
  return splices;
}

/** The state the unit's target then has; `undefined` where no status changes. */
function newState(unit: readonly ChangedSegment[], { dialect }: XliffFrame): TargetState | undefined {
  if (unit.every(({ change }) => change?.status === undefined)) return undefined;
  const [first] = unit;
  const isStated = first?.segment.place.target?.attributes['state'] !== undefined;
  if (dialect !== 'standard' && !isStated) return undefined;
  const all = unit.map(({ segment, change }) => ({
    status: change?.status ?? segment.status,
    origin: change?.status ? change.origin : segment.origin,
  }));
  const [least] = all.toSorted((a, b) => PROGRESS.indexOf(a.status) - PROGRESS.indexOf(b.status));
  return least && stateOf(least.status, least.origin);
}

function stateSplices({ holder, target }: SegmentPlace, state: TargetState, file: XliffFrame): (Splice | undefined)[] {
  const { text } = file;
  const approved = holder.attributes['approved'];
  const changesApproval = (approved === 'yes') !== state.approved;
  return [
    changesApproval ? attributeSplice(writtenTag(text, holder), 'approved', state.approved ? 'yes' : 'no') : undefined,
    ...(target ? targetStateSplices(target, state, text) : []),
  ];
}

function targetStateSplices(target: ElementPlace, { state, qualifier }: TargetState, text: FileText) {
  const tag = writtenTag(text, target);
  const { state: present, 'state-qualifier': presentQualifier } = target.attributes;
  // Signed off is final and more.
  const same = present === state || (present === 'signed-off' && state === 'final');
  return [
    same ? undefined : attributeSplice(tag, 'state', state),
    presentQualifier === qualifier ? undefined : attributeSplice(tag, 'state-qualifier', qualifier),
  ];
}

function targetAttributes(
  { source }: SegmentPlace,
  state: TargetState | undefined,
  language: string | undefined,
): string {
  const isNamed = source.attributes['xml:lang'] !== undefined;
  return attributes({
    'xml:lang': isNamed ? language : undefined,
    state: state?.state,
    'state-qualifier': state?.qualifier,
  });
}

function dialectSplice({ segment, change }: ChangedSegment, { dialect, text }: XliffFrame): Splice | undefined {
  if (!change?.status) return undefined;
  const holder = segment.place.state ?? (dialect === 'trados' ? undefined : segment.place.holder);
  const attribute = holder && dialectAttribute(dialect, holder, change.status);
  return attribute && attributeSplice(writtenTag(text, holder), attribute.name, attribute.value);
}
