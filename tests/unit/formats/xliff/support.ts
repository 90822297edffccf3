import type { ExportDocument, ExportSegment } from '../../../../memory/formats/xliff/export-input.ts';
import { type WriteXliffOptions, writeXliff12 } from '../../../../memory/formats/xliff/write12.ts';
import type { Match, Related } from '../../../../memory/model/match.ts';

const suggestion = {
  unitId: 1,
  memory: { id: 1, name: 'Presse' },
  source: ['Le contrat est signé.'],
  sourceLanguage: 'fr',
  target: ['The contract is signed.'],
  targetLanguage: 'en-GB',
  diff: [],
  warnings: [],
  provenance: {},
  origin: { kind: 'human' },
  status: 'confirmed',
  createdAt: '2026-01-02T03:04:05.000Z',
  changedAt: '2026-01-02T03:04:05.000Z',
} as const;

export function match(details: Partial<Match> = {}): Match {
  return { ...suggestion, kind: 'exact', rate: 100, grossRate: 100, penalties: [], ...details };
}

export function related(details: Partial<Related> = {}): Related {
  return { ...suggestion, confidence: 0.8, ...details };
}

/** An untranslated segment, but for the details. */
export function segment(details: Partial<ExportSegment['segment']> = {}): ExportSegment['segment'] {
  return { id: 1, source: ['Le contrat est signé.'], target: [], status: 'untranslated', locked: false, ...details };
}

export function document(segments: Iterable<ExportSegment>, details: Partial<ExportDocument> = {}): ExportDocument {
  return { name: 'contrat.txt', sourceLanguage: 'fr', targetLanguage: 'en-GB', segments, ...details };
}

export async function writeAll(
  documents: Iterable<ExportDocument>,
  options: Partial<WriteXliffOptions> = {},
): Promise<string> {
  let text = '';
  for await (const piece of writeXliff12(documents, { toolVersion: '1.0', ...options })) text += piece;
  return text;
}
