import type { BlockKind } from '../../model/document.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import { listCandidates } from './candidate-list.ts';
import { provenanceNote } from './candidate-note.ts';
import type { ExportDocument, ExportSegment, FillOptions } from './export-input.ts';
import { writtenTarget } from './states.ts';
import { TOOL_ID, writeAltTrans } from './write-alt-trans.ts';
import { writeContent } from './write-content.ts';

export interface WriteXliffOptions {
  readonly toolVersion: string;
  readonly fill?: FillOptions;
  /**
   * Puts the source into the target of units without one, as `needs-translation`: for OmegaT before 5.8, which
   * translates what it finds in the target. Off by default.
   */
  readonly copySource?: boolean;
}

/** What the blocks of a document are there for, as `restype` has it. */
const RESTYPES: Readonly<Record<BlockKind, string>> = {
  headline: 'x-headline',
  heading: 'heading',
  paragraph: 'x-paragraph',
  caption: 'caption',
  'list-item': 'listitem',
  quotation: 'x-quotation',
};

/**
 * The documents of a project as XLIFF 1.2 in the form that CAT tools open without loss: elements without prefix, unit
 * ids that are those of the segments, `g` and `x` for inline codes, candidates as `alt-trans`. Valid against the strict
 * schema. Written in pieces, one for each segment.
 */
export async function* writeXliff12(
  documents: AsyncIterable<ExportDocument> | Iterable<ExportDocument>,
  options: WriteXliffOptions,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n';
  for await (const document of documents) {
    yield fileHead(document, options.toolVersion);
    for await (const segment of document.segments) yield writeUnit(segment, document, options);
    yield '    </body>\n  </file>\n';
  }
  yield '</xliff>\n';
}

function fileHead({ name, sourceLanguage, targetLanguage, provenance }: ExportDocument, toolVersion: string): string {
  const file = attributes({
    original: name,
    'source-language': sourceLanguage,
    'target-language': targetLanguage,
    datatype: 'plaintext',
    'tool-id': TOOL_ID,
  });
  const tool = attributes({ 'tool-id': TOOL_ID, 'tool-name': 'Calque', 'tool-version': toolVersion });
  const note = provenance && provenanceNote(provenance);
  const noteElement = note === undefined ? '' : `<note from="Calque">${escapeText(note)}</note>`;
  return `  <file${file}>\n    <header><tool${tool}/>${noteElement}</header>\n    <body>\n`;
}

function writeUnit(exported: ExportSegment, document: ExportDocument, options: WriteXliffOptions): string {
  const { segment } = exported;
  const { sourceLanguage, targetLanguage } = document;
  const written = writtenTarget(exported, options.fill ?? {});
  const source = writeContent(segment.source);
  let target = '';
  if (written) {
    const { state, qualifier, content } = written;
    const names = attributes({ 'xml:lang': targetLanguage, state, 'state-qualifier': qualifier });
    target = `<target${names}>${writeContent(content)}</target>`;
  } else if (options.copySource) {
    target = `<target${attributes({ 'xml:lang': targetLanguage, state: 'needs-translation' })}>${source}</target>`;
  }
  const unit = attributes({
    id: segment.id,
    restype: segment.block && RESTYPES[segment.block],
    translate: segment.locked ? 'no' : undefined,
    approved: written?.approved ? 'yes' : 'no',
    'xml:space': 'preserve',
  });
  const heldBack = !written && segment.target.length > 0;
  return (
    `      <trans-unit${unit}><source${attributes({ 'xml:lang': sourceLanguage })}>${source}</source>${target}` +
    `${listCandidates(exported, document, heldBack)
      .map((candidate) => writeAltTrans(candidate))
      .join('')}</trans-unit>\n`
  );
}
