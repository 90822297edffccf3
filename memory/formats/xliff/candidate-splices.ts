import { contentKey } from '../../model/inline.ts';
import type { Splice } from '../xml/splice.ts';
import { attributeSplice, writtenTag } from '../xml/splice.ts';
import type { WrittenCandidate } from './candidate-list.ts';
import type { ChangedSegment } from './changes.ts';
import type { XliffFrame } from './file.ts';
import { prefixOf } from './splices.ts';
import { writeAltTrans } from './write-alt-trans.ts';
import { writeMatch20 } from './write-match20.ts';

/** The `alt-trans` that the segments of one `trans-unit` gain, behind its target and before those it has. */
export function candidateSplices1(unit: readonly ChangedSegment[]): readonly Splice[] {
  return unit.flatMap((changed): readonly Splice[] => {
    const { place } = changed.segment;
    const mid = place.sourceMark?.attributes['mid'];
    const text = newCandidates(changed)
      .map((candidate) => withPrefix(writeAltTrans(candidate, { mid }), prefixOf(place.source)))
      .join('');
    const at = place.target?.end ?? place.insertAt;
    return text === '' ? [] : [{ start: at, end: at, text }];
  });
}

const MATCHES = 'urn:oasis:names:tc:xliff:matches:2.0';
const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';

/** The matches that one `unit` of XLIFF 2 gains: in its group of matches, which is made where there is none. */
export function candidateSplices2(unit: readonly ChangedSegment[], { text: fileText }: XliffFrame): readonly Splice[] {
  const place = unit[0]?.segment.place;
  if (!place?.unit) return [];
  const { matches } = place;
  let number = matches ? greatestNumber(fileText.slice(matches.start, matches.end)) : 0;
  let text = '';
  const names: Splice[] = [];
  for (const changed of unit) {
    const { id, source, place: own } = changed.segment;
    const candidates = newCandidates(changed);
    if (candidates.length === 0) continue;
    const name = own.holder.attributes['id'] ?? id.slice(id.lastIndexOf('/') + 1);
    // A match must say which segment it is for.
    const named =
      own.holder.attributes['id'] === undefined && attributeSplice(writtenTag(fileText, own.holder), 'id', name);
    if (named) names.push(named);
    const prefix = prefixOf(own.source);
    for (const candidate of candidates) text += withPrefix(writeMatch20(candidate, ++number, name, source), prefix);
  }
  if (text === '') return [];
  const declared = text.replaceAll('<mtc:match ', `<mtc:match xmlns:mtc="${MATCHES}" xmlns:mda="${METADATA}" `);
  if (matches && matches.contentStart < matches.end) {
    return [...names, { start: matches.contentEnd, end: matches.contentEnd, text: declared }];
  }
  const at = place.unit.contentStart;
  const group = `<mtc:matches xmlns:mtc="${MATCHES}" xmlns:mda="${METADATA}">${text}</mtc:matches>`;
  // A group without content is exchanged for one that has some.
  return [...names, { start: matches?.start ?? at, end: matches?.end ?? at, text: group }];
}

function newCandidates({ segment, change }: ChangedSegment): readonly WrittenCandidate[] {
  const known = new Set(segment.candidates.map(({ origin, target }) => `${origin} ${contentKey(target)}`));
  return (change?.candidates ?? []).filter(({ origin, target }) => !known.has(`${origin} ${contentKey(target)}`));
}

function greatestNumber(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\sid\s*=\s*["']m(\d{1,9})["']/g)].map(([, number]) => Number(number)));
}

/** Gives XLIFF's own elements the prefix they have in the file. Texts and attributes have no `<`: each begins a tag. */
function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replaceAll(/<(\/?)(?!mtc:|mda:)/g, `<$1${prefix}`);
}
