import { createHash } from 'node:crypto';
import type { Concept } from '../model/concept.ts';

/** 128 bits of SHA-256 over all that a concept says; names that a file gave to it and its terms are no part of that. */
export function conceptKey(concept: Concept): Buffer {
  return createHash('sha256').update(JSON.stringify(concept, canonical)).digest().subarray(0, 16);
}

/** The properties of every object in one order, without its name. */
function canonical(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const properties = Object.entries(value).filter(([name]) => name !== 'id');
  return Object.fromEntries(properties.sort(([a], [b]) => (a < b ? -1 : 1)));
}
