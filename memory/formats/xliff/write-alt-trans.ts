import { attributes, escapeText } from '../xml/escape.ts';
import type { WrittenCandidate } from './candidate-list.ts';
import { adaptationNote, provenanceNote } from './candidate-note.ts';
import { writeContent } from './write-content.ts';

/** The `tool-id` that the header explains. */
export const TOOL_ID = 'calque';

/**
 * A candidate as an `alt-trans` of XLIFF 1.2. `extype` says what kind of candidate it is.
 * @param place what says where it belongs: the tool the header explains, or the segment of a file of another tool
 */
export function writeAltTrans(
  candidate: WrittenCandidate,
  place: { readonly 'tool-id'?: string; readonly mid?: string | undefined } = { 'tool-id': TOOL_ID },
): string {
  const { kind, quality, origin, source, sourceLanguage, target, targetLanguage, provenance, adapted } = candidate;
  const names = attributes({
    'match-quality': quality,
    origin,
    ...place,
    extype: kind,
    'xml:space': 'preserve',
  });
  const sourceElement =
    source === undefined ? '' : `<source${attributes({ 'xml:lang': sourceLanguage })}>${writeContent(source)}</source>`;
  const targetElement = `<target${attributes({ 'xml:lang': targetLanguage })}>${writeContent(target)}</target>`;
  const written = [provenance && provenanceNote(provenance), adaptationNote(adapted)]
    .filter((note) => note !== undefined)
    .map((note) => `<note from="Calque">${escapeText(note)}</note>`);
  return `<alt-trans${names}>${sourceElement}${targetElement}${written.join('')}</alt-trans>`;
}
