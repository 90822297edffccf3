/** The shell of the editor: what stands before its script runs. */
export const workplace = {
  projects: 'Projects',
  export: 'Export',
  documentOf: (place: number, count: number) => `Document ${place} of ${count}`,
  nextDocument: 'Next document',
  previousDocument: 'Previous document',
  asOriginal: 'The file as it came',
  asText: 'Text',
  opening: 'Opening the document…',
  noScript: 'The editor needs JavaScript',
  noScriptText: 'Allow it for this page, or export the project above and translate it in another program.',
};
