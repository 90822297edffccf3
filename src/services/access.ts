import { CalqueError } from '../../memory/model/errors.ts';
import type { Job } from '../../memory/model/job.ts';
import type { Project } from '../../memory/model/project.ts';
import type { ReviewSummary } from '../../memory/model/review.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Named, Right, Thing } from '../contract/rights.ts';
import { RIGHTS } from '../contract/rights.ts';
import type { Place, Role } from '../contract/roles.ts';
import { mayAs } from '../contract/roles.ts';
import type { Caller } from './caller.ts';

/** The parts of a request, checked, as operations are given them. */
export type Asked = Readonly<Record<string, unknown>>;

/** Holds what is asked for against what whoever asks may. All doors ask here: pages, the API, tmserver, MCP. */
export interface Access {
  /**
   * @returns what is asked for, with the memories named that are left of them where all were meant and not all are permitted
   * @throws CalqueError `not-signed-in`, `forbidden`; `not-found` for what is not there
   */
  check(caller: Caller, right: Right, asked: Asked): Promise<Asked>;
  /** The memories that a caller may use in a role, of all there are. */
  memories(caller: Caller, role: Role): Promise<readonly Memory[]>;
  /** The projects that a caller may look into. */
  projects(caller: Caller): Promise<readonly Project[]>;
  /** @throws CalqueError `not-found` for a place that is none */
  checkPlaces(places: readonly Place[]): Promise<void>;
  /** The reviews of bitexts for memories that a caller may look into. */
  reviews(caller: Caller): Promise<readonly ReviewSummary[]>;
}

/** What can be said before a request is read: who may do nothing of the kind need not send it. @throws CalqueError as `check` */
export function checkFirst(caller: Caller, { role, named, otherwise }: Right): void {
  if (role === 'anyone') return;
  if (caller.via === 'nobody') {
    throw new CalqueError('not-signed-in', 'Sign in first, or send an API key as “Authorization: Bearer …”.');
  }
  if (named.length === 0 && (otherwise === 'house' || otherwise === 'everywhere')) require(caller.role, role);
}

export function createAccess(store: Store, accounts: Pick<Accounts, 'keys' | 'openSessions'>): Access {
  const memories: Access['memories'] = async (caller, role) => {
    const all = await store.listMemories();
    return caller.everywhere(role) ? all : all.filter(({ id }) => mayAs(caller.roleIn({ memory: id }), role));
  };

  const checkNamed = async (caller: Caller, { thing, value }: Found, role: Role): Promise<void> => {
    if (thing === 'memories') {
      for (const memory of value as readonly number[]) require(caller.roleIn({ memory }), role);
    } else if (thing === 'memory name') {
      const memory = await store.findMemory(String(value));
      // One that is not there yet is made: that is the right of those who may make memories.
      if (memory === undefined) require(caller.role, RIGHTS.createMemory.role);
      else require(caller.roleIn({ memory: memory.id }), role);
    } else if (thing === 'project memories') {
      for (const { memoryId, write } of value as readonly { memoryId: number; write: boolean }[]) {
        require(caller.roleIn({ memory: memoryId }), write ? 'translator' : 'reader');
      }
    } else if (thing === 'job') {
      if (!maySeeJob(caller, await store.getJob(Number(value)), role)) refuse(role);
    } else if (thing === 'person' || thing === 'key' || thing === 'session') {
      const owner = await ownerOf(accounts, thing, String(value));
      if (!isOwn(caller, owner)) require(caller.role, role);
    } else {
      const place = await placeOf(store, thing, value);
      if (place === 'everywhere') {
        if (!caller.everywhere(role)) refuse(role);
      } else require(place === 'house' ? caller.role : caller.roleIn(place), role);
    }
  };

  return {
    memories,
    async projects(caller) {
      return (await store.listProjects()).filter(({ id }) => mayAs(caller.roleIn({ project: id }), 'reader'));
    },
    async checkPlaces(places) {
      for (const place of places) {
        if ('memory' in place) await store.getMemory(place.memory);
        else await store.getProject(place.project);
      }
    },
    async reviews(caller) {
      const all = await store.listReviews();
      if (caller.everywhere('reader')) return all;
      const known = new Map((await store.listMemories()).map(({ id, name }) => [name, id]));
      return all.filter(({ memory: name }) => {
        const memory = known.get(name);
        return mayAs(memory === undefined ? caller.role : caller.roleIn({ memory }), 'reader');
      });
    },
    async check(caller, right, asked) {
      checkFirst(caller, right);
      const { role, named, otherwise, andInHouse } = right;
      if (role === 'anyone' || caller.via === 'alone') return asked;
      const found = named.flatMap((one) => foundIn(asked, one));
      for (const one of found) await checkNamed(caller, one, role);
      if (andInHouse || (found.length === 0 && otherwise === 'house')) require(caller.role, role);
      if (found.length > 0) return asked;
      if (otherwise === 'own' && !isOwn(caller, caller.personId)) require(caller.role, role);
      if (otherwise === 'permitted') return narrowed(caller, right, asked);
      if (otherwise === 'everywhere' && !caller.everywhere(role)) {
        const message = 'You may not do this in every memory: name those, or the project, that you mean.';
        throw new CalqueError('forbidden', message);
      }
      return asked;
    },
  };

  async function narrowed(caller: Caller, { named, role }: Right, asked: Asked): Promise<Asked> {
    const [first] = named;
    if (first?.thing !== 'memories' || role === 'anyone' || caller.everywhere(role)) return asked;
    const ids = (await memories(caller, role)).map(({ id }) => id);
    if (ids.length === 0) throw new CalqueError('forbidden', 'There is no memory that you may look into.');
    const [part = '', field = ''] = first.at.split('.');
    return { ...asked, [part]: { ...(asked[part] as object), [field]: ids } };
  }
}

/** Jobs work on memories and projects of any kind: those who may not see all of them see what they asked for themselves. */
export function maySeeJob(caller: Caller, { createdBy }: Pick<Job, 'createdBy'>, role: Role = 'reader'): boolean {
  return createdBy === caller.name || caller.everywhere(role);
}

interface Found {
  readonly thing: Thing;
  readonly value: unknown;
}

function foundIn(asked: Asked, { thing, at }: Named): readonly Found[] {
  const [part = '', field = ''] = at.split('.');
  const value = (asked[part] as Asked | undefined)?.[field];
  return value === undefined ? [] : [{ thing, value }];
}

function require(role: Role, needed: Role | 'anyone'): void {
  if (needed !== 'anyone' && !mayAs(role, needed)) refuse(needed);
}

function refuse(needed: Role): never {
  throw new CalqueError('forbidden', `This needs the role of ${ROLE_NAMES[needed]} here.`);
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  none: 'anybody',
  reader: 'a reader',
  translator: 'a translator',
  reviewer: 'a reviewer',
  administrator: 'an administrator',
};

/** A person themselves: what acts by a key is held to what the key may. */
function isOwn(caller: Caller, owner: string | undefined): boolean {
  return caller.via === 'session' && caller.personId === owner;
}

/** Whose a key or session is. @throws CalqueError `not-found` */
async function ownerOf(
  { keys, openSessions }: Pick<Accounts, 'keys' | 'openSessions'>,
  thing: 'person' | 'key' | 'session',
  value: string,
): Promise<string> {
  if (thing === 'person') return value;
  if (thing === 'key') return (await keys.get(Number(value))).personId;
  return (await openSessions.get(value, Date.now())).personId;
}

type PlacedThing = Exclude<
  Thing,
  'memories' | 'memory name' | 'project memories' | 'job' | 'person' | 'key' | 'session'
>;

/** The memory or project that something is part of; `everywhere` where it cannot be told, as of a deleted unit. */
async function placeOf(store: Store, thing: PlacedThing, value: unknown): Promise<Place | 'house' | 'everywhere'> {
  const id = Number(value);
  switch (thing) {
    case 'memory':
      return { memory: (await store.getMemory(id)).id };
    case 'unit':
      try {
        return { memory: (await store.getUnit(id)).unit.memoryId };
      } catch (error) {
        if (error instanceof CalqueError && error.code === 'not-found') return 'everywhere';
        throw error;
      }
    case 'batch':
      return { memory: (await store.getBatch(id)).memoryId };
    case 'candidate': {
      const { memoryId } = await store.getCandidate(id);
      return memoryId === undefined ? 'house' : { memory: memoryId };
    }
    case 'document':
      return { memory: (await store.getDocument(id)).memoryId };
    case 'project':
      return { project: (await store.getProject(id)).id };
    case 'project document':
      return { project: (await store.getProjectDocument(id)).projectId };
    case 'segment':
      return projectOf(store, id);
    case 'comment':
      return projectOf(store, (await store.getComment(id)).segmentId);
    case 'review': {
      const memory = await store.findMemory((await store.getReview(id)).memory);
      return memory === undefined ? 'house' : { memory: memory.id };
    }
  }
}

async function projectOf(store: Store, segmentId: number): Promise<Place> {
  const { documentId } = await store.getSegment(segmentId);
  return { project: (await store.getProjectDocument(documentId)).projectId };
}
