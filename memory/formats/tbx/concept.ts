/** Which element of TBX holds a fact; how a dialect spells it is the reader's and writer's affair. */
export type FactElement =
  | 'descrip'
  | 'admin'
  | 'termNote'
  | 'note'
  | 'ref'
  | 'xref'
  | 'transac'
  | 'transacNote'
  | 'date';

/** Something that is said of a concept, of it in a language, or of a term. */
export interface TbxFact {
  readonly element: FactElement;
  /** The data category: `definition`, `partOfSpeech`, `subjectField` …; absent for notes and dates. */
  readonly type?: string;
  readonly text: string;
  /** What it points to. */
  readonly target?: string;
  /** What is said of this fact itself, such as its source. */
  readonly about?: readonly TbxFact[];
}

export interface TbxTerm {
  readonly id?: string;
  readonly text: string;
  readonly facts: readonly TbxFact[];
}

/** The terms of a concept in one language. */
export interface TbxLanguage {
  /** As written. */
  readonly language: string;
  readonly facts: readonly TbxFact[];
  readonly terms: readonly TbxTerm[];
}

/** What terms of several languages stand for: an entry of a termbase. */
export interface TbxConcept {
  readonly id?: string;
  readonly facts: readonly TbxFact[];
  readonly languages: readonly TbxLanguage[];
}

/** Whether a term is to be used. */
export type TermStatus = 'preferred' | 'admitted' | 'forbidden';

const STATUS_WORDS: ReadonlyMap<string, TermStatus> = new Map([
  ['preferredTerm', 'preferred'],
  ['preferred', 'preferred'],
  ['standardizedTerm', 'preferred'],
  ['admittedTerm', 'admitted'],
  ['admitted', 'admitted'],
  ['legalTerm', 'admitted'],
  ['regulatedTerm', 'admitted'],
  ['deprecatedTerm', 'forbidden'],
  ['supersededTerm', 'forbidden'],
  ['notRecommended', 'forbidden'],
  ['obsolete', 'forbidden'],
]);

const STATUS_TYPES: readonly string[] = ['administrativeStatus', 'normativeAuthorization', 'termStatus'];

/** What a term's facts say of its use; `undefined` when they say nothing. */
export function termStatus({ facts }: TbxTerm): TermStatus | undefined {
  for (const type of STATUS_TYPES) {
    const status = STATUS_WORDS.get(factText(facts, type)?.replace(/-admn-sts$/, '') ?? '');
    if (status) return status;
  }
  return undefined;
}

/** The text of the first fact of that data category: `definition`, `partOfSpeech`, `source` …; `note` for a note. */
export function factText(facts: readonly TbxFact[], type: string): string | undefined {
  return facts.find((fact) => (fact.type ?? fact.element) === type)?.text;
}
