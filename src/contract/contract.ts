import { accountsOperations } from './operations/accounts.ts';
import { candidatesOperations } from './operations/candidates.ts';
import { filesOperations } from './operations/files.ts';
import { jobsOperations } from './operations/jobs.ts';
import { managementOperations } from './operations/management.ts';
import { memoriesOperations } from './operations/memories.ts';
import type { Operation } from './operations/operation.ts';
import { projectsOperations } from './operations/projects.ts';
import { reviewsOperations } from './operations/reviews.ts';
import { searchOperations } from './operations/search.ts';
import { segmentsOperations } from './operations/segments.ts';
import { serverOperations } from './operations/server.ts';
import { termbasesOperations } from './operations/termbases.ts';
import type { OperationName } from './routes.ts';

/** The whole API: one row an operation, from which requests are checked, OpenAPI is written and the client is typed. */
export const CONTRACT = {
  ...searchOperations,
  ...memoriesOperations,
  ...termbasesOperations,
  ...candidatesOperations,
  ...managementOperations,
  ...filesOperations,
  ...reviewsOperations,
  ...projectsOperations,
  ...segmentsOperations,
  ...jobsOperations,
  ...accountsOperations,
  ...serverOperations,
} as const satisfies Record<OperationName, Operation>;

export type Contract = typeof CONTRACT;
