import { z } from 'zod';

/**
 * What a person may do, each role all that those before it may: nothing, read, translate, review, administer. A person
 * has one in the house, and may have another in a memory or project.
 */
export const ROLES = ['none', 'reader', 'translator', 'reviewer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that a right in one memory or project can give: there are no administrators of a part. */
export const PART_ROLES = ['none', 'reader', 'translator', 'reviewer'] as const satisfies readonly Role[];
export type PartRole = (typeof PART_ROLES)[number];

/** The roles that an API key can be limited to. */
export const KEY_ROLES = ['reader', 'translator', 'reviewer', 'administrator'] as const satisfies readonly Role[];
export type KeyRole = (typeof KEY_ROLES)[number];

export const role = z.enum(ROLES);

/** Whether a role may do what another is needed for. */
export function mayAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The lesser of two roles. */
export function lesserRole(one: Role, other: Role): Role {
  return mayAs(one, other) ? other : one;
}

/** One memory or project. */
export type Place = { readonly memory: number } | { readonly project: number };

/** A place as one word, for maps: `memory 7`. */
export function placeKey(place: Place): string {
  return 'memory' in place ? `memory ${place.memory}` : `project ${place.project}`;
}
