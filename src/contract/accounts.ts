import { z } from 'zod';
import { KEY_ROLES, PART_ROLES, role } from './roles.ts';
import { bodyId, id, instant, name, page, pageOf } from './values.ts';

/** An identity of a person or session. */
const textId = z.string().regex(/^[\w-]{1,64}$/, 'is of a form that no identity has');
const personId = textId.describe('Identity of a person');

export const byTextId = z.object({ id: textId });

/** A moment that is asked for, whatever its zone. */
const moment = z.iso
  .datetime({ offset: true, error: 'must be a moment, as 2027-01-31T00:00:00Z' })
  .transform((text) => new Date(text).toISOString())
  .describe('ISO 8601, with a zone');

export const person = z
  .object({
    id: personId,
    name: z.string().describe('What stands in histories'),
    email: z.string(),
    role: role.describe('In the house: what they may where nothing else is said'),
    disabled: z.boolean().describe('Whether they are kept out; what they did keeps their name'),
    createdAt: instant,
  })
  .meta({ id: 'Person' });

export const newPerson = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: z.string().trim().min(3).max(255),
  role,
});

export const personChange = z.strictObject({ role: role.exactOptional(), disabled: z.boolean().exactOptional() });

export const invitation = z.object({
  personId,
  path: z
    .string()
    .exactOptional()
    .describe('Where they choose their password, once: told this once, and absent when the request is sent again'),
  expiresAt: instant,
});

const place = z
  .union([z.strictObject({ memory: bodyId }), z.strictObject({ project: bodyId })])
  .meta({ description: 'One memory or project' });

export const placeRight = z
  .object({
    id: z.number(),
    personId: personId.exactOptional().describe('Absent where it is everybody’s who has no right of their own there'),
    place,
    role: z.enum(PART_ROLES),
  })
  .meta({ id: 'PlaceRight' });

export const newRight = z.strictObject({
  personId: personId.exactOptional().describe('Everybody who has no right of their own there, when absent'),
  place,
  role: z.enum(PART_ROLES),
});

const whose = personId
  .exactOptional()
  .describe('A person, or `everybody`, for administrators; whoever asks, when absent');

/** Whose keys or sessions are meant. */
export const whoseQuery = z.strictObject({ person: whose });
export const EVERYBODY = 'everybody';

export const apiKey = z
  .object({
    id: z.number(),
    personId,
    name: z.string().describe('Says what it is for'),
    start: z.string().describe('Its first signs'),
    role: z.enum(KEY_ROLES).describe('The most it may do, of what its person may'),
    places: z.array(place).readonly().exactOptional().describe('The memories and projects it is limited to'),
    createdAt: instant,
    expiresAt: instant.exactOptional(),
    revokedAt: instant.exactOptional(),
    lastUsedAt: instant.exactOptional().describe('To the minute'),
  })
  .meta({ id: 'ApiKey' });

export const newKey = z.strictObject({
  personId: personId.exactOptional().describe('Whose it is; whoever asks, when absent'),
  name,
  role: z.enum(KEY_ROLES),
  places: z.array(place).min(1).max(100).readonly().exactOptional(),
  expiresAt: moment.exactOptional(),
});

export const createdKey = apiKey.extend({
  key: z
    .string()
    .exactOptional()
    .describe('The key itself: told this once, kept nowhere, and absent when the request is sent again'),
});

export const session = z
  .object({
    id: textId,
    personId,
    current: z.boolean().describe('Whether it is the one that asks'),
    createdAt: instant,
    renewedAt: instant.describe('To the day'),
    expiresAt: instant,
    address: z.string().exactOptional(),
    userAgent: z.string().exactOptional(),
  })
  .meta({ id: 'Session' });

export const me = z.object({
  name: z.string(),
  via: z.enum(['session', 'key', 'alone']).describe('`alone` where the installation has no accounts'),
  role: role.describe('In the house; `none` under a key that is limited to places'),
  personId: personId.exactOptional(),
  keyId: z.number().exactOptional(),
});

const auditEntry = z
  .object({
    id: z.number(),
    at: instant,
    by: z.string().describe('The name of whoever did it; of somebody unknown, what they said they were'),
    via: z.enum(['session', 'key', 'terminal', 'nobody']),
    action: z.string().describe('The operation by its name, or a page’s method'),
    target: z.string().describe('What it was done to: a path'),
    outcome: z.string().describe('`done`, or the code of the error'),
    address: z.string().exactOptional(),
    requestId: z.string().exactOptional(),
  })
  .meta({ id: 'AuditEntry' });

export const auditQuery = z.strictObject({
  by: z.string().max(300).exactOptional().describe('A name, whole'),
  action: z.string().max(100).exactOptional(),
  outcome: z.string().max(100).exactOptional(),
  from: moment.exactOptional(),
  before: moment.exactOptional(),
  ...page,
  cursor: id.exactOptional().describe('From the page before: its `next`'),
});
export const auditPage = pageOf(auditEntry);
