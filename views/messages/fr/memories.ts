import type { memories as english } from '../en/memories.ts';
import { databasesNamed } from '../french-databases.ts';
import { format } from './formats.ts';

export const memories: typeof english = {
  title: 'Mémoires',
  lead: 'Des unités tirées d’articles publiés, de fichiers et de vos propres traductions confirmées.',
  importArticle: 'Importer un article',
  empty: {
    title: 'Aucune mémoire pour le moment',
    text: 'La première est créée dès qu’un article ou un fichier TMX est importé, ou qu’un segment est confirmé.',
  },
  away: 'Une partie des mémoires est inaccessible',
  notCounted: (databases) => `Ce que contient ${databasesNamed(databases)} n’est pas compté.`,
  memory: 'Mémoire',
  units: 'Unités',
  priority: 'Priorité',
  penalty: 'Pénalité',
  made: 'Création',
  create: {
    title: 'Nouvelle mémoire',
    failed: 'La mémoire n’a pas été créée',
    name: 'Nom',
    nameHint:
      'Vide au départ : les unités arrivent par import, par promotion depuis une autre mémoire ou par confirmation de segments.',
    submit: 'Créer',
  },
  importTmx: {
    title: 'Importer un fichier',
    failed: 'Le fichier n’a pas été importé',
    file: 'Fichier',
    fileHint: 'TMX, aussi compressé (.gz, .zip) ; tableaux (CSV, TSV, XLSX) ; PO ; mémoires de Trados (SDLTM).',
    mode: 'Si la mémoire contient le même texte avec une autre traduction',
    modes: {
      add: 'Garder les deux',
      skip: 'Laisser la mémoire telle quelle',
      newer: 'Prendre la plus récente',
    },
    columns: 'Colonnes d’un tableau (facultatif)',
    columnsHint:
      'De gauche à droite : fr, en, origin, note, ou - pour rien. La première ligne l’indique, si rien n’est donné.',
    dryRun: 'Exécution',
    really: 'Importer',
    onlyTry: 'Dire seulement ce qui se passerait',
    tried: (file, memory) => `Ce que ferait l’importation de ${file} dans « ${memory} »`,
    decided: (skipped, overwritten) =>
      `${format.counted(skipped, 'paire laissée', 'paires laissées')} de côté, ${format.counted(overwritten, 'unité mise', 'unités mises')} à jour avec la traduction la plus récente.`,
    otherLanguages: (languages) => `Laissé de côté, dans d’autres langues : ${format.list(languages)}.`,
    memoryHint: 'Elle est créée si aucune ne porte ce nom.',
    submit: 'Importer',
    done: (file, memory) => `${file} a été importé dans « ${memory} »`,
    added: (added, merged) =>
      `${format.counted(added, 'nouvelle unité', 'nouvelles unités')} ; ${format.number(merged)} figuraient déjà dans la mémoire.`,
    refused: (count) => `${format.counted(count, 'entrée n’a', 'entrées n’ont')} donné aucune unité`,
  },
  one: {
    unnamedDocument: (id) => `Document ${id}`,
    unitCount: (count) => format.counted(count, 'unité', 'unités'),
    documents: (count) => `Documents (${format.number(count)})`,
    document: 'Document',
    stored: 'Enregistré',
    search: 'Unités contenant le texte',
    searchSubmit: 'Chercher',
    more: 'Autres unités',
    none: 'Aucune unité pour le moment',
    noneText: 'Importez un article ou un fichier TMX, ou confirmez un segment.',
    notFound: 'Rien trouvé',
    notFoundText: (text) => `Aucune unité ne contient « ${text} », ni en français ni en anglais.`,
    french: 'Français',
    english: 'Anglais',
    from: 'Provenance',
  },
};
