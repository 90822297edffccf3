import type { InlineContent } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import type { Match, Related } from '../../model/match.ts';
import type { Segment } from '../../model/project.ts';
import type { Provenance } from '../../model/provenance.ts';

/** A translation by a machine, offered beside what the memories hold. */
export interface MachineCandidate {
  /** `DeepL`. */
  readonly engine: string;
  readonly target: InlineContent;
}

/** What was found for a segment, each tier best first. */
export interface Candidates {
  readonly matches: readonly Match[];
  readonly related: readonly Related[];
  readonly machine: readonly MachineCandidate[];
}

/** A segment to write, with its candidates where they are wanted in the file. */
export interface ExportSegment {
  readonly segment: Pick<Segment, 'id' | 'source' | 'target' | 'status' | 'locked' | 'origin' | 'block'>;
  readonly candidates?: Candidates;
}

/** A document of a project, to be written as one `file`. */
export interface ExportDocument {
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly provenance?: Provenance;
  /** In order, each id once. */
  readonly segments: AsyncIterable<ExportSegment> | Iterable<ExportSegment>;
}

/** What else may stand in the targets of segments that nobody has worked on. */
export interface FillOptions {
  /** Fuzzy and adapted targets from this rate, 50–99, and related ones, marked as to be reviewed. */
  readonly fuzzy?: number;
  /** Machine translations, marked as such and as to be reviewed. */
  readonly machine?: boolean;
}
