import type { revision as english } from '../en/revision.ts';
import { format } from './formats.ts';

export const revision: typeof english = {
  word: 'Réviser dans Word',
  explained:
    'Un tableau avec une ligne par segment, pour un réviseur sans outil de TAO. Les modifications reviennent par segment, comme brouillons ; ce qui a changé ici entre-temps reste et s’affiche.',
  download: 'Télécharger le fichier Word bilingue',
  file: 'Le fichier révisé',
  submit: 'Reprendre les modifications',
  title: 'Révision',
  lead: (file, changed, unchanged) =>
    `${file} : ${format.counted(changed, 'segment a', 'segments ont')} maintenant le texte du réviseur, ${format.number(unchanged)} sans changement.`,
  conflicts: 'Modifiés par le réviseur et ici ; laissés tels quels ici',
  segment: 'Segment',
  revised: 'Texte du réviseur',
  present: 'Ici, maintenant',
  refused: 'Lignes non reprises',
  row: (row) => `Ligne ${format.number(row)} :`,
};
