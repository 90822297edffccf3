import type { ProjectDocumentId, ProjectId, SegmentId } from './project.ts';
import type { Instant } from './unit.ts';

export type CommentId = number;

/** What somebody says about a segment, to whoever works on it. It is no part of the translation. */
export interface SegmentComment {
  readonly id: CommentId;
  readonly segmentId: SegmentId;
  /** Plain text; `@name` speaks to somebody. */
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
}

/** A comment with where it stands. */
export interface PlacedComment extends SegmentComment {
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly documentId: ProjectDocumentId;
  readonly documentName: string;
  /** 0-based place of the segment in the document. */
  readonly position: number;
}

/**
 * Whether a name behind an @ is a person’s: the whole name, with points, hyphens, underscores or nothing for its spaces, or its
 * first word. Case and accents do not count.
 */
export function isCalled(mention: string, person: string): boolean {
  const words = bare(person).split(' ').filter(Boolean);
  return [words.join(''), words[0]].includes(bare(mention).replaceAll(' ', ''));
}

function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s._-]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** What is written behind an @ to speak to a person, and to nobody else where the whole name can be written there. */
export function mentionOf(person: string): string {
  const whole = person.trim().replaceAll(/\s+/gu, '.');
  const [first = whole] = person.trim().split(/\s/u);
  return mentionsIn(`@${whole}`)[0] === whole ? whole : first;
}

/** The names that a comment speaks to, without their `@`, each once. */
export function mentionsIn(text: string): readonly string[] {
  const found = [...text.matchAll(MENTION)].map(([name]) => name.slice(1));
  return [...new Set(found)];
}

/** A comment in pieces: what speaks to somebody, and what is between. */
export function commentPieces(text: string): readonly { readonly text: string; readonly mention: boolean }[] {
  const pieces: { text: string; mention: boolean }[] = [];
  let at = 0;
  for (const { 0: name, index } of text.matchAll(MENTION)) {
    if (index > at) pieces.push({ text: text.slice(at, index), mention: false });
    pieces.push({ text: name, mention: true });
    at = index + name.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mention: false });
  return pieces;
}

/** A name behind an @ that no letter stands before: an address of e-mail speaks to nobody. */
const MENTION = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/gu;
