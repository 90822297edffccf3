import type { Splice } from '../xml/splice.ts';
import { attributeSplice, writtenTag } from '../xml/splice.ts';
import type { ChangedSegment } from './changes.ts';
import type { XliffFrame } from './file.ts';
import { contentSplice, newTarget, prefixOf } from './splices.ts';
import { stateOf, stateOf20 } from './states.ts';
import { writeTagged } from './write-tagged.ts';

/** What changes in the file with one segment of XLIFF 2. */
export function segmentSplices2({ segment, change }: ChangedSegment, { text }: XliffFrame): readonly Splice[] {
  if (!change) return [];
  const { place, sourceTags, targetTags } = segment;
  const splices: (Splice | undefined)[] = [];
  if (change.target) {
    const syntax = { is2: true, prefix: prefixOf(place.source) };
    const content = writeTagged(change.target, [targetTags, sourceTags], syntax);
    if (place.target) splices.push(contentSplice(text, place.target, content));
    else if (content !== '') splices.push(newTarget(text, place, '', content));
  }
  if (change.status) {
    const tag = writtenTag(text, place.holder);
    const { state = 'initial', subState } = place.holder.attributes;
    const wanted = stateOf20(stateOf(change.status, change.origin));
    // What is reviewed in the file stays so: it is a step before final that we have no own word for.
    const same = state === wanted || (state === 'reviewed' && change.status === 'reviewed');
    if (!same) {
      splices.push(attributeSplice(tag, 'state', wanted));
      // The sub-state refines a state that is no longer.
      if (subState !== undefined) splices.push(attributeSplice(tag, 'subState', undefined));
    }
  }
  return splices.filter((splice) => splice !== undefined);
}
