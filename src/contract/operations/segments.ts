import * as projects from '../projects.ts';
import { machine, segmentSuggestions } from '../suggestions.ts';
import type { Operation } from './operation.ts';
import { byDocument, byId, list } from './parts.ts';

/** The segments of documents to translate. */
export const segmentsOperations = {
  getSegment: { summary: 'Read a segment', params: byId, answer: projects.segment, errors: ['not-found'] },
  saveSegment: {
    summary: 'Keep a target as draft',
    params: byId,
    body: projects.segmentChange,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked'],
  },
  confirmSegment: {
    summary: 'Confirm a target and write it into the memory',
    params: byId,
    body: projects.segmentChange,
    answer: projects.confirmation,
    errors: ['not-found', 'version-conflict', 'locked', 'empty-text', 'read-only-memory'],
  },
  splitSegment: {
    summary: 'Split a segment in two; the same text is cut so in this project from then on',
    params: byId,
    body: projects.segmentSplit,
    answer: list(projects.segment),
    errors: ['not-found', 'version-conflict', 'locked', 'impossible-step'],
  },
  joinSegments: {
    summary: 'Join a segment with the next of its paragraph; the same texts are one in this project from then on',
    params: byId,
    body: projects.segmentJoin,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked', 'impossible-step'],
  },
  unconfirmSegment: {
    summary: 'Make a confirmed segment a draft again',
    params: byId,
    body: projects.segmentVersion,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked'],
  },
  segmentHistory: {
    summary: 'Every state a segment had',
    params: byId,
    answer: list(projects.segmentRevision),
    errors: ['not-found'],
  },
  listComments: {
    summary: 'What is said about the segments of a document, in their order',
    params: byDocument,
    answer: list(projects.segmentComment),
    errors: ['not-found'],
  },
  addComment: {
    summary: 'Say something about a segment',
    params: byId,
    body: projects.newComment,
    answer: projects.segmentComment,
    status: 201,
    errors: ['not-found'],
  },
  deleteComment: { summary: 'Delete a comment', params: byId, status: 204, errors: ['not-found'] },
  translateSegment: {
    summary: 'Have a machine translate a segment; empty where no service is set up',
    params: byId,
    answer: list(machine),
    errors: ['not-found'],
  },
  segmentSuggestions: {
    summary:
      'What the project’s memories suggest for a segment, its neighbours taken into account, and what its file offers',
    params: byId,
    answer: segmentSuggestions,
    errors: ['not-found'],
  },
} as const satisfies Record<string, Operation>;
