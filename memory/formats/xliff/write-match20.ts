import type { InlineContent } from '../../model/inline.ts';
import type { Provenance } from '../../model/provenance.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import type { WrittenCandidate } from './candidate-list.ts';
import { UniqueCodes } from './unique-codes.ts';
import { writeContent20 } from './write-content20.ts';

/** The `type` that the matches module has for a candidate; which kind of match it is, the sub-type says. */
function typeOf(kind: string): string {
  if (kind === 'machine') return 'mt';
  return kind === 'draft' ? 'other' : 'tm';
}

/**
 * A candidate as a `match` of XLIFF 2, its provenance as metadata. A match must have a source: where a candidate has
 * none, that of the segment stands there.
 *
 * @param number from 1, within the unit
 * @param segmentId what the match is for
 */
export function writeMatch20(
  { kind, quality, origin, source, target, provenance, block, adapted = [] }: WrittenCandidate,
  number: number,
  segmentId: string,
  segmentSource: InlineContent,
): string {
  const codes = new UniqueCodes();
  const names = attributes({
    id: `m${number}`,
    ref: `#${segmentId}`,
    matchQuality: quality,
    similarity: quality,
    origin,
    type: typeOf(kind),
    subType: `calque:${kind}`,
  });
  const metadata = [
    metaGroup('provenance', [
      ...(provenance ? provenanceRows(provenance) : []),
      ...(block ? [['block', block] as const] : []),
    ]),
    metaGroup(
      'adapted',
      adapted.map((replaced) => [replaced.kind, `${replaced.from} → ${replaced.to}`]),
    ),
  ].join('');
  const texts =
    `<source xml:space="preserve">${writeContent20(codes.rename(source ?? segmentSource))}</source>` +
    `<target xml:space="preserve">${writeContent20(codes.rename(target))}</target>`;
  return `<mtc:match${names}>${metadata && `<mda:metadata>${metadata}</mda:metadata>`}${texts}</mtc:match>`;
}

/** What is known of where a text comes from, each fact under its name. */
export function provenanceRows(provenance: Provenance): readonly (readonly [name: string, value: string])[] {
  return Object.entries(provenance).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

/** Nothing where there are no rows, since an empty group is not valid. */
export function metaGroup(category: string, rows: readonly (readonly [type: string, value: string])[]): string {
  if (rows.length === 0) return '';
  const metas = rows.map(([type, value]) => `<mda:meta${attributes({ type })}>${escapeText(value)}</mda:meta>`);
  return `<mda:metaGroup${attributes({ category })}>${metas.join('')}</mda:metaGroup>`;
}
