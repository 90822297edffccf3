import { expect } from 'vitest';
import { CalqueError, type ErrorCode } from '../../../memory/model/errors.ts';
import type { InlineContent } from '../../../memory/model/inline.ts';
import type { NewSegment, Project, ProjectDocument, Segment } from '../../../memory/model/project.ts';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';

/** The `minute`-th minute of the day on which the tests take place. */
export function at(minute: number): string {
  return new Date(Date.UTC(2026, 0, 2, 3, minute)).toISOString();
}

export function actor(minute = 0, by = 'translator'): Actor {
  return { by, at: at(minute) };
}

export function unit(fr: InlineContent | string, en: InlineContent | string, more: Partial<NewUnit> = {}): NewUnit {
  return {
    fr: { language: 'fr', content: typeof fr === 'string' ? [fr] : fr },
    en: { language: 'en', content: typeof en === 'string' ? [en] : en },
    origin: { kind: 'human' },
    status: 'confirmed',
    ...more,
  };
}

/** The first three sentences of a bitext, every one with its own words. */
export const THREE: readonly NewUnit[] = [
  unit('Le procès s’ouvre lundi.', 'The trial opens on Monday.'),
  unit('Trois journalistes sont accusés.', 'Three journalists stand accused.'),
  unit('La salle était pleine.', 'The courtroom was full.'),
];

/** Numbers from the lowest. */
export function ascending(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

export function makeMemory(store: Store, name = 'Presse'): Promise<Memory> {
  return store.createMemory({ name }, actor());
}

export function segment(source: InlineContent | string, more: Partial<NewSegment> = {}): NewSegment {
  const content = typeof source === 'string' ? [source] : source;
  return { paragraph: 0, before: '', after: '', source: content, words: 3, ...more };
}

export interface Work {
  readonly memory: Memory;
  readonly project: Project;
  readonly document: ProjectDocument;
  readonly segments: readonly Segment[];
}

/** A project from French into English with one document, writing one memory. */
export async function makeWork(store: Store, sources: readonly NewSegment[]): Promise<Work> {
  const memory = await makeMemory(store);
  const project = await store.createProject(
    {
      name: 'Affaire',
      sourceLanguage: 'fr-FR',
      targetLanguage: 'en-GB',
      memories: [{ memoryId: memory.id, write: true }],
    },
    actor(),
  );
  const document = await store.addProjectDocument(
    project.id,
    { name: 'article.txt', provenance: { publication: 'Le Journal' }, segments: sources },
    actor(),
  );
  return { memory, project, document, segments: await store.listSegments(document.id) };
}

/** The one at `index`, which a test that gets this far must have. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`there are ${items.length} items, not ${index + 1}`);
  return item;
}

/** The error a promise is rejected with, which must be of the code given. */
export async function rejection(promise: Promise<unknown>, code: ErrorCode): Promise<CalqueError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CalqueError);
  expect(error).toMatchObject({ code });
  return error as CalqueError;
}
