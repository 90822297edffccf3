import type { Job } from '../../../memory/model/job.ts';
import type { ProjectDocumentId, ProjectId } from '../../../memory/model/project.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { mayAs } from '../../contract/roles.ts';
import { maySeeJob } from '../../services/access.ts';
import type { Caller } from '../../services/caller.ts';
import { personCaller } from '../../services/caller.ts';

/** What an event is about, from which it follows who may hear it. */
export type Subject = { readonly documentId: ProjectDocumentId } | { readonly job: Job };

/** Who may hear of what. */
export interface Audience {
  /** @returns whether a caller may hear of it, to be asked for each */
  of(subject: Subject): Promise<(caller: Caller) => boolean>;
  /** A caller as they are now: with the rights they have been given since; `undefined` where they are kept out. */
  renewed(caller: Caller, now: number): Promise<Caller | undefined>;
}

/** Documents whose project is kept in mind; they do not move. */
const MOST_KNOWN = 10_000;

export function createAudience(store: Pick<Store, 'getProjectDocument'>, accounts: Accounts): Audience {
  const known = new Map<ProjectDocumentId, ProjectId>();

  /** `undefined` for a document that is gone. */
  const projectOf = async (documentId: ProjectDocumentId): Promise<ProjectId | undefined> => {
    const there = known.get(documentId);
    if (there !== undefined) return there;
    const document = await store.getProjectDocument(documentId).catch(() => undefined);
    if (document === undefined) return undefined;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(documentId, document.projectId);
    return document.projectId;
  };

  return {
    async of(subject) {
      if ('job' in subject) return (caller) => maySeeJob(caller, subject.job);
      const project = await projectOf(subject.documentId);
      return (caller) =>
        project === undefined ? caller.everywhere('reader') : mayAs(caller.roleIn({ project }), 'reader');
    },
    async renewed(caller, now) {
      const { personId, keyId, sessionId } = caller;
      // Whoever was alone is no longer, once there are accounts.
      if (personId === undefined) return (await accounts.people.any()) ? undefined : caller;
      const person = await accounts.people.get(personId);
      if (person.disabled) return undefined;
      const rights = await accounts.rights.of(personId);
      if (keyId !== undefined) {
        const key = await accounts.keys.get(keyId);
        const over = key.revokedAt !== undefined || (key.expiresAt !== undefined && Date.parse(key.expiresAt) <= now);
        return over ? undefined : personCaller(person, rights, { key });
      }
      const open = await accounts.openSessions.list(personId, now);
      const session = open.find(({ id }) => id === sessionId);
      return session && personCaller(person, rights, { sessionId: session.id });
    },
  };
}
