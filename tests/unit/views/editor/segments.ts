import type { Segment } from '../../../../memory/model/project.ts';
import type { Place } from '../../../../views/editor/state/state.ts';

/** Where the editor is opened: a document from French into English, by somebody who may change everything. */
export const PLACE: Place = {
  projectId: 1,
  documentId: 1,
  sourceLanguage: 'fr',
  targetLanguage: 'en',
  person: 'you',
  people: [],
  fixedMemories: new Set(),
  beginsTermbase: true,
};

/** A segment of a document, untranslated unless stated. */
export function segment(id: number, given: Partial<Segment> = {}): Segment {
  return {
    id,
    documentId: 1,
    position: id - 1,
    paragraph: 0,
    before: '',
    after: '',
    source: [`Phrase ${id}.`],
    target: [],
    status: 'untranslated',
    locked: false,
    version: 1,
    changedAt: '2026-01-02T03:04:05.000Z',
    changedBy: 'you',
    ...given,
  };
}

export function segments(count: number): readonly Segment[] {
  return Array.from({ length: count }, (_, position) => segment(position + 1));
}
