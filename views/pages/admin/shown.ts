import type { z } from 'zod';
import type { apiKey, auditPage, person, placeRight, session } from '../../../src/contract/accounts.ts';

/** What the pages of administrators show, as the API has it. */
export type ShownPerson = z.output<typeof person>;
export type ShownKey = z.output<typeof apiKey>;
export type ShownRight = z.output<typeof placeRight>;
export type ShownSession = z.output<typeof session>;
export type ShownAuditEntry = z.output<typeof auditPage>['items'][number];

/** A memory or project that something can be said of. */
export interface NamedPlace {
  /** As a form sends it: `memory 7`. */
  readonly key: string;
  readonly kind: 'memory' | 'project';
  readonly name: string;
}
