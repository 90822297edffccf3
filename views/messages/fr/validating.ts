import type { validating as english } from '../en/validating.ts';
import { format } from './formats.ts';

export const validating: typeof english = {
  title: 'Vérifier un fichier',
  link: 'Vérifier un fichier XLIFF, TMX ou TBX',
  lead: 'Un fichier XLIFF, TMX ou TBX est-il conforme à son format ? Chaque erreur est donnée avec sa ligne et sa colonne. Rien n’est enregistré.',
  failed: 'Le fichier n’a pas été vérifié',
  file: 'Fichier',
  fileHint: 'XLIFF 1.0 à 2.2 et ses dialectes, TMX 1.1 à 1.4b, TBX 2, TBX 3 ou TBX-Min ; aussi en .gz ou .zip.',
  submit: 'Vérifier',
  valid: (file) => `${file} est valide`,
  invalid: (file, faults) => `${file} : ${format.counted(faults, 'erreur', 'erreurs')}`,
  andMore: 'La recherche s’est arrêtée là.',
  faults: 'Erreurs, dans l’ordre du fichier (en anglais)',
  line: 'Ligne',
  column: 'Colonne',
  fault: 'Erreur',
};
