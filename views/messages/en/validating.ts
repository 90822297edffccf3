import { format } from './formats.ts';

/** The check of a file of another tool. */
export const validating = {
  title: 'Check a file',
  link: 'Check an XLIFF, TMX or TBX file',
  lead: 'Is an XLIFF, TMX or TBX file what its format says? Each fault is named with its line and column. Nothing is stored.',
  failed: 'The file was not checked',
  file: 'File',
  fileHint: 'XLIFF 1.0 to 2.2 and its dialects, TMX 1.1 to 1.4b, TBX 2, TBX 3 or TBX-Min; also as .gz or .zip.',
  submit: 'Check',
  valid: (file: string) => `${file} is valid`,
  invalid: (file: string, faults: number) => `${file}: ${format.counted(faults, 'fault', 'faults')}`,
  /** Where so many were found that the search ended there. */
  andMore: 'No more were looked for.',
  faults: 'Faults, in the order of the file',
  line: 'Line',
  column: 'Column',
  fault: 'Fault',
};
