import type { importing as english } from '../en/importing.ts';
import { format } from './formats.ts';

export const importing: typeof english = {
  title: 'Importer un article',
  section: 'Importer',
  lead: 'Donnez les deux versions. Leurs phrases sont alignées et enregistrées avec leur provenance ; la mention du traducteur et la date sont lues dans le texte.',
  failed: 'L’article n’a pas été importé',
  frText: 'Texte français',
  frFile: 'Ou un fichier en français',
  enText: 'Texte anglais',
  enFile: 'Ou un fichier en anglais',
  fileHint: 'Texte brut en UTF-8.',
  memory: 'Mémoire',
  memoryHint: 'Elle est créée si aucune ne porte ce nom.',
  submit: 'Aligner et enregistrer',
  provenance: {
    legend: 'Provenance (facultatif)',
    title: 'Titre',
    publication: 'Publication',
    date: 'Date',
    dateHint: '2021-11-25, 2021-11 ou 2021',
    url: 'Adresse web',
  },
  done: {
    title: 'Article importé',
    startNew: 'Nouvelle traduction',
    stored: (units) => `${format.counted(units, 'unité enregistrée', 'unités enregistrées')}`,
    merged: (units) => `${format.counted(units, 'unité figurait', 'unités figuraient')} déjà dans la mémoire.`,
    see: 'Les voir dans la mémoire',
    frAlone: 'Français sans équivalent, non enregistré',
    enAlone: 'Anglais sans équivalent, non enregistré',
    beads: 'Correspondances de l’alignement',
    french: 'Français',
    english: 'Anglais',
    bead: 'Phrases',
    confidence: 'Confiance',
  },
};
