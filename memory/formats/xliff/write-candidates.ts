import type { InlineContent } from '../../model/inline.ts';
import { contentKey } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import type { Match, Related } from '../../model/match.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import { adaptationNote, provenanceNote } from './candidate-note.ts';
import type { Candidates, ExportDocument, ExportSegment } from './export-input.ts';
import { writeContent } from './write-content.ts';

/** The `tool-id` that the header explains. */
export const TOOL_ID = 'calque';

const NO_CANDIDATES: Candidates = { matches: [], related: [], machine: [] };

interface AltTrans {
  /** The tier, or the kind of the match. */
  readonly kind: string;
  /** 0–100. */
  readonly quality?: number;
  readonly origin: string;
  readonly source?: InlineContent;
  readonly sourceLanguage?: LanguageTag;
  readonly target: InlineContent;
  readonly targetLanguage: LanguageTag;
  readonly notes: readonly (string | undefined)[];
}

/**
 * The `alt-trans` elements of a segment: matches best first, then related sentences, then machine translations.
 * `match-quality` is the net rate; a context match has 100 like an exact one, which it precedes, since tools read per
 * cent. What is no match has no rate and so no `match-quality`. `extype` says which of these a candidate is.
 *
 * @param heldBack whether the segment's own draft does not stand in the target: then it is a candidate, and the first
 */
export function writeCandidates(
  { segment, candidates = NO_CANDIDATES }: ExportSegment,
  document: ExportDocument,
  heldBack: boolean,
): string {
  const all = [
    ...candidates.matches.toSorted((a, b) => b.rate - a.rate).map(fromMatch),
    ...candidates.related.map(fromRelated),
    ...candidates.machine.map(({ engine, target }): AltTrans => {
      return { kind: 'machine', origin: engine, target, targetLanguage: document.targetLanguage, notes: [] };
    }),
  ];
  const known = new Set(all.map(({ target }) => contentKey(target)));
  if (heldBack && !known.has(contentKey(segment.target))) all.unshift(fromDraft(segment, document.targetLanguage));
  return all.map(writeAltTrans).join('');
}

function fromMatch(match: Match): AltTrans {
  const notes = [provenanceNote(match.provenance), adaptationNote(match.adapted)];
  return { ...match, origin: match.memory.name, quality: Math.min(100, Math.floor(match.rate)), notes };
}

function fromRelated(related: Related): AltTrans {
  return { ...related, kind: 'related', origin: related.memory.name, notes: [provenanceNote(related.provenance)] };
}

function fromDraft({ target, origin }: ExportSegment['segment'], targetLanguage: LanguageTag): AltTrans {
  const common = { target, targetLanguage, notes: [] };
  if (origin?.kind === 'machine') return { ...common, kind: 'machine', origin: origin.engine };
  if (origin?.kind !== 'match') return { ...common, kind: 'draft', origin: 'Calque' };
  const quality = origin.match === 'related' ? {} : { quality: Math.min(100, Math.floor(origin.rate)) };
  return { ...common, kind: origin.match, origin: 'Calque', ...quality };
}

function writeAltTrans(candidate: AltTrans): string {
  const { kind, quality, origin, source, sourceLanguage, target, targetLanguage, notes } = candidate;
  const names = attributes({
    'match-quality': quality,
    origin,
    'tool-id': TOOL_ID,
    extype: kind,
    'xml:space': 'preserve',
  });
  const sourceElement =
    source === undefined ? '' : `<source${attributes({ 'xml:lang': sourceLanguage })}>${writeContent(source)}</source>`;
  const targetElement = `<target${attributes({ 'xml:lang': targetLanguage })}>${writeContent(target)}</target>`;
  const written = notes
    .filter((note) => note !== undefined)
    .map((note) => `<note from="Calque">${escapeText(note)}</note>`);
  return `<alt-trans${names}>${sourceElement}${targetElement}${written.join('')}</alt-trans>`;
}
