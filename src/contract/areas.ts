import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';

/** What the API is about, in the order of its reference. */
export const AREAS = [
  'search',
  'memories',
  'termbases',
  'files',
  'reviews',
  'projects',
  'segments',
  'jobs',
  'live',
  'accounts',
  'server',
] as const;
export type Area = (typeof AREAS)[number];

/** The area of each resource: what follows `/api/v1/` in a path. */
const RESOURCES: Readonly<Record<string, Area>> = {
  lookup: 'search',
  concordance: 'search',
  'concordance.csv': 'search',
  memories: 'memories',
  units: 'memories',
  documents: 'memories',
  termbases: 'termbases',
  terms: 'termbases',
  candidates: 'termbases',
  batches: 'memories',
  imports: 'files',
  pretranslations: 'files',
  validations: 'files',
  exports: 'files',
  reviews: 'reviews',
  projects: 'projects',
  segments: 'segments',
  comments: 'segments',
  jobs: 'jobs',
  index: 'jobs',
  machine: 'server',
  events: 'live',
  presence: 'live',
  me: 'accounts',
  people: 'accounts',
  rights: 'accounts',
  keys: 'accounts',
  sessions: 'accounts',
  audit: 'accounts',
};

/** The area that an operation belongs to; those of the server itself have none of the resources above. */
export function areaOf(name: OperationName): Area {
  const [, resource = ''] = /^\/api\/v1\/([^/]+)/.exec(ROUTES[name].path) ?? [];
  return RESOURCES[resource] ?? 'server';
}
