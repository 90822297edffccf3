/** Rates: 101 same text and same neighbours, 100 identical text and codes, below that adapted or fuzzy. */
export type MatchKind = 'context' | 'exact' | 'adapted' | 'fuzzy';
