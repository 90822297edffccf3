/**
 * Attributes of a foreign `tu` or `tuv` that mean nothing here but are given back on export. They are kept among the
 * unit's foreign properties, under this prefix: `tmx:tuid`.
 */
export const ATTRIBUTE_PREFIX = 'tmx:';

/** In the order they are written. */
export const KEPT_ATTRIBUTES = ['tuid', 'datatype', 'segtype', 'o-tmf', 'creationtool', 'creationtoolversion'] as const;

/** What the `tuid` of a unit of ours begins with, before its identity. */
export const OWN_TUID = 'calque-';

/** What TMX allows in `segtype`. */
export const SEGMENT_TYPES: ReadonlySet<string> = new Set(['block', 'paragraph', 'sentence', 'phrase']);
