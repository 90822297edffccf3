import * as projects from '../projects.ts';
import type { Operation } from './operation.ts';
import { byDocument, byId, list, TEXT_ERRORS } from './parts.ts';

/** Projects and their documents. */
export const projectsOperations = {
  listProjects: { summary: 'List the projects', answer: list(projects.project), errors: [] },
  createProject: {
    summary: 'Create a project',
    body: projects.newProject,
    answer: projects.project,
    status: 201,
    errors: ['unknown-language', 'same-language', 'not-found'],
  },
  getProject: { summary: 'Read a project', params: byId, answer: projects.project, errors: ['not-found'] },
  changeProject: {
    summary: 'Change a project’s name, memories, termbases or, as long as it is empty, languages',
    params: byId,
    body: projects.projectChange,
    answer: projects.project,
    errors: ['not-found', 'unknown-language', 'same-language', 'impossible-step'],
  },
  deleteProject: {
    summary: 'Delete a project; its units stay in the memory',
    params: byId,
    status: 204,
    errors: ['not-found'],
  },
  listProjectDocuments: {
    summary: 'List the documents of a project',
    params: byId,
    answer: list(projects.projectDocument),
    errors: ['not-found'],
  },
  addProjectDocument: {
    summary: 'Add a text to translate',
    params: byId,
    body: projects.newProjectDocument,
    answer: projects.addedDocument,
    status: 201,
    errors: ['not-found', ...TEXT_ERRORS, 'text-too-long', 'wrong-language'],
  },
  getProjectDocument: {
    summary: 'Read a document of a project',
    params: byDocument,
    answer: projects.projectDocument,
    errors: ['not-found'],
  },
  deleteProjectDocument: {
    summary: 'Delete a document of a project',
    params: byDocument,
    status: 204,
    errors: ['not-found'],
  },
  listSegments: {
    summary: 'The segments of a document, in order',
    params: byDocument,
    answer: list(projects.segment),
    errors: ['not-found'],
  },
} as const satisfies Record<string, Operation>;
