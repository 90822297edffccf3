import { z } from 'zod';
import * as termbases from '../termbases.ts';
import type { Operation } from './operation.ts';
import { byId, list } from './parts.ts';

/** Termbases and the entries in them. */
export const termbasesOperations = {
  listTermbases: { summary: 'List the termbases', answer: list(termbases.termbase), errors: [] },
  createTermbase: {
    summary: 'Create a termbase',
    body: termbases.termbaseName,
    answer: termbases.termbase,
    status: 201,
    errors: ['already-exists'],
  },
  getTermbase: { summary: 'Read a termbase', params: byId, answer: termbases.termbase, errors: ['not-found'] },
  changeTermbase: {
    summary: 'Give a termbase another name',
    params: byId,
    body: termbases.termbaseName,
    answer: termbases.termbase,
    errors: ['not-found', 'already-exists'],
  },
  deleteTermbase: {
    summary: 'Delete a termbase with all its entries',
    params: byId,
    status: 204,
    errors: ['not-found'],
  },
  listTerms: {
    summary: 'List the entries of a termbase, or of all, by their head words',
    query: termbases.termQuery,
    answer: termbases.termEntryPage,
    errors: ['not-found'],
  },
  createTerm: {
    summary: 'Add an entry: what terms in both languages stand for',
    body: termbases.newTermEntry,
    answer: termbases.termEntry,
    status: 201,
    errors: ['not-found', 'already-exists', 'empty-text', 'unknown-language'],
  },
  getTerm: { summary: 'Read an entry', params: byId, answer: termbases.termEntry, errors: ['not-found'] },
  changeTerm: {
    summary: 'Change an entry',
    params: byId,
    body: termbases.termEntryChange,
    answer: termbases.termEntry,
    errors: ['not-found', 'version-conflict', 'already-exists', 'empty-text', 'unknown-language'],
  },
  deleteTerm: {
    summary: 'Delete an entry; undo brings it back',
    params: byId,
    query: z.strictObject({ version: z.coerce.number().int().positive() }),
    status: 204,
    errors: ['not-found', 'version-conflict'],
  },
  termHistory: {
    summary: 'Every state an entry had',
    params: byId,
    answer: list(termbases.termRevision),
    errors: ['not-found'],
  },
  undoTerm: {
    summary: 'Take the last change of an entry back',
    params: byId,
    answer: termbases.termEntry,
    errors: ['not-found', 'nothing-to-undo', 'already-exists'],
  },
} as const satisfies Record<string, Operation>;
