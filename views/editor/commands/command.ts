import type { Session } from '../session.ts';

/** Something a person asks for. `place` says which of several keys it was, 0-based: the n-th suggestion. */
export type Command = (session: Session, place: number) => void;
