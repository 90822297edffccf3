import { z } from 'zod';
import { unitQuery } from '../management.ts';
import * as memories from '../memories.ts';
import { provenance } from '../values.ts';
import type { Operation } from './operation.ts';
import { byId, list } from './parts.ts';

/** Memories, their units and the documents these come from. */
export const memoriesOperations = {
  listMemories: { summary: 'List the memories', answer: list(memories.memory), errors: [] },
  createMemory: {
    summary: 'Create a memory',
    body: memories.newMemory,
    answer: memories.memory,
    status: 201,
    errors: ['already-exists'],
  },
  getMemory: { summary: 'Read a memory', params: byId, answer: memories.memory, errors: ['not-found'] },
  changeMemory: {
    summary: 'Change a memory’s name, priority, penalty or protection',
    params: byId,
    body: memories.memoryChange,
    answer: memories.memory,
    errors: ['not-found', 'already-exists'],
  },
  memoryFile: {
    summary: 'A memory as TMX, at an address that stays; with a tag, so that who has it is not sent it again',
    params: byId,
    produces: ['application/x-tmx+xml'],
    errors: ['not-found'],
  },
  deleteMemory: { summary: 'Delete a memory with all its units', params: byId, status: 204, errors: ['not-found'] },
  listUnits: {
    summary: 'List the units that meet a filter; a page may come short, and another follow all the same',
    query: unitQuery,
    answer: memories.unitPage,
    errors: ['not-found'],
  },
  createUnits: {
    summary: 'Store units',
    body: memories.newUnits,
    answer: memories.storedUnits,
    status: 201,
    errors: ['not-found', 'read-only-memory', 'empty-text', 'wrong-language'],
  },
  getUnit: { summary: 'Read a unit', params: byId, answer: memories.unit, errors: ['not-found'] },
  changeUnit: {
    summary: 'Change a unit',
    params: byId,
    body: memories.unitChange,
    answer: memories.unit,
    errors: ['not-found', 'version-conflict', 'read-only-memory', 'already-exists', 'empty-text', 'wrong-language'],
  },
  deleteUnit: {
    summary: 'Delete a unit; undo brings it back',
    params: byId,
    query: z.strictObject({ version: z.coerce.number().int().positive() }),
    status: 204,
    errors: ['not-found', 'version-conflict', 'read-only-memory'],
  },
  unitHistory: {
    summary: 'Every state a unit had',
    params: byId,
    answer: list(memories.unitRevision),
    errors: ['not-found'],
  },
  undoUnit: {
    summary: 'Take the last change of a unit back',
    params: byId,
    answer: memories.unit,
    errors: ['not-found', 'nothing-to-undo', 'read-only-memory', 'already-exists'],
  },
  listDocuments: {
    summary: 'List the documents that units come from',
    query: memories.documentQuery,
    answer: memories.documentPage,
    errors: ['not-found'],
  },
  getDocument: {
    summary: 'Read a document with its provenance',
    params: byId,
    answer: memories.memoryDocument,
    errors: ['not-found'],
  },
  changeDocument: {
    summary: 'Correct a document’s provenance',
    params: byId,
    body: z.strictObject({ provenance }),
    answer: memories.memoryDocument,
    errors: ['not-found', 'read-only-memory'],
  },
} as const satisfies Record<string, Operation>;
