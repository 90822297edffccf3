import type { LanguageTag } from '../../model/language.ts';
import { attributes } from '../xml/escape.ts';
import { listCandidates } from './candidate-list.ts';
import type { ExportDocument, ExportSegment, FillOptions } from './export-input.ts';
import { stateOf20, writtenTarget } from './states.ts';
import { UniqueCodes } from './unique-codes.ts';
import { writeContent20 } from './write-content20.ts';
import { metaGroup, provenanceRows, writeMatch20 } from './write-match20.ts';

export interface WriteXliff20Options {
  /** The languages of all documents, which XLIFF 2 names once for the file. */
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly fill?: FillOptions;
}

const NAMESPACES = {
  xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
  'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0',
  'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
};

/** A file must hold something, and a group may be empty. */
const NOTHING = '    <group id="empty"/>\n';

/**
 * The documents of a project as XLIFF 2.0, for tools that do not read 2.1, from which it differs in nothing but its
 * number: a unit for each segment, candidates as matches with their provenance as metadata. What a translator has still
 * to look at is `initial`, for XLIFF 2 has no state for it. Written in pieces, one for each segment.
 */
export async function* writeXliff20(
  documents: AsyncIterable<ExportDocument> | Iterable<ExportDocument>,
  options: WriteXliff20Options,
): AsyncGenerator<string> {
  const { sourceLanguage: srcLang, targetLanguage: trgLang } = options;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${attributes({ version: '2.0', srcLang, trgLang, ...NAMESPACES })}>\n`;
  let files = 0;
  for await (const document of documents) {
    yield fileHead(document, ++files);
    let units = 0;
    for await (const segment of document.segments) {
      units++;
      yield writeUnit(segment, document, options);
    }
    if (units === 0) yield NOTHING;
    yield '  </file>\n';
  }
  if (files === 0) yield `  <file id="f1">\n${NOTHING}  </file>\n`;
  yield '</xliff>\n';
}

function fileHead({ name, provenance }: ExportDocument, number: number): string {
  const rows = provenance ? metaGroup('provenance', provenanceRows(provenance)) : '';
  const metadata = rows && `    <mda:metadata>${rows}</mda:metadata>\n`;
  return `  <file${attributes({ id: `f${number}`, original: name })}>\n${metadata}`;
}

function writeUnit(exported: ExportSegment, document: ExportDocument, { fill = {} }: WriteXliff20Options): string {
  const { segment } = exported;
  const codes = new UniqueCodes();
  const source = writeContent20(codes.rename(segment.source));
  const written = writtenTarget(exported, fill);
  const target = written && writeContent20(codes.rename(written.content));
  const id = codes.free('s1');
  const heldBack = !written && segment.target.length > 0;
  const matches = listCandidates(exported, document, heldBack)
    .map((candidate, index) => writeMatch20(candidate, index + 1, id, segment.source))
    .join('');
  const unit = attributes({
    id: `u${segment.id}`,
    type: segment.block && `calque:${segment.block}`,
    translate: segment.locked ? 'no' : undefined,
  });
  const state = written ? stateOf20(written) : 'initial';
  const targetElement = target === undefined ? '' : `<target xml:space="preserve">${target}</target>`;
  return (
    `    <unit${unit}>${matches && `<mtc:matches>${matches}</mtc:matches>`}<segment${attributes({ id, state })}>` +
    `<source xml:space="preserve">${source}</source>${targetElement}</segment></unit>\n`
  );
}
