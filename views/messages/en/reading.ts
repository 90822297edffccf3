/** The whole article, original beside translation. */
export const reading = {
  open: 'Reading view',
  title: (document: string) => `${document} – reading view`,
  back: 'To the editor',
  both: 'Both',
  translation: 'Translation alone',
  original: 'Original',
  untranslated: 'Not translated yet',
  draft: 'Draft',
  goTo: (number: number) => `Segment ${number}, in the editor`,
  print: 'To print it, use your browser: only the text goes on paper.',
};
