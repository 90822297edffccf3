import type { ReadingWarning } from '../../../memory/model/document.ts';
import type { importing as english } from '../en/importing.ts';
import { format } from './formats.ts';

const WARNINGS: Readonly<Record<ReadingWarning['code'], string>> = {
  'encoding-guessed': 'L’encodage n’est pas indiqué : il a été déduit des caractères. Vérifiez les accents.',
  'encoding-corrected': 'L’encodage indiqué n’est pas le bon : le texte a été lu en UTF-8.',
  'tracked-changes': 'Les modifications suivies ont été lues comme acceptées.',
  'repeated-lines-left-out': 'Les en-têtes et pieds de page répétés ont été laissés de côté.',
  'pages-without-text': 'Certaines pages ne contiennent pas de texte.',
  'article-not-found': 'L’article ne se distingue pas du reste de la page : tout le texte a été pris.',
  'sides-swapped': 'Les deux textes étaient inversés : ils ont été remis à leur place.',
};

export const importing: typeof english = {
  title: 'Importer un article',
  section: 'Importer',
  lead: 'Donnez les deux versions. Leurs phrases sont alignées, la mention du traducteur et la date sont lues dans le texte, et vous décidez de ce qui entre dans la mémoire.',
  failed: 'L’article n’a pas été importé',
  frText: 'Texte français',
  frFile: 'Ou un fichier en français',
  enText: 'Texte anglais',
  enFile: 'Ou un fichier en anglais',
  fileHint: 'Texte, Markdown, page web enregistrée (HTML), DOCX, ODT ou PDF.',
  many: 'Importer plusieurs articles à la fois',
  warnings: 'Comment les documents ont été lus',
  warning: (code, message) => `${WARNINGS[code]} (${message})`,
  read: {
    lead: 'La lecture est faite, et tout est prêt. Quelque chose a été décidé en chemin : vérifiez que c’est juste.',
    toEditor: 'Ouvrir dans l’éditeur',
    toProject: 'Aller au projet',
    toReview: 'Relire l’alignement',
  },
  batch: {
    title: 'Importer plusieurs articles',
    lead: 'Donnez une archive ZIP d’articles dans les deux langues. Ils sont importés en arrière-plan, chacun pour soi ; ce qui figure déjà dans la mémoire est reconnu et n’est pas doublé.',
    failed: 'Les articles n’ont pas été importés',
    file: 'Archive ZIP',
    fileHint:
      'Associés par leur nom : port.fr.html et port.en.docx, ou fr/port.txt et en/port.txt. Ou un fichier pairs.csv avec les colonnes fr, en et, s’ils sont connus, title, publication, url, date, author, translator, rights.',
    submit: 'Importer',
    another: 'En importer d’autres',
    reload: 'Voir où cela en est',
    outcomes: 'Ce qu’est devenu chaque article',
    article: 'Article',
    outcome: 'Résultat',
    what: 'Ce qui a été fait',
    outcomeNames: { taken: 'Importé', known: 'Déjà présent', refused: 'Refusé' },
    counts: (added, merged, alone) =>
      `${format.counted(added, 'unité ajoutée', 'unités ajoutées')}, ${format.counted(merged, 'déjà présente', 'déjà présentes')}, ${format.counted(alone, 'phrase', 'phrases')} sans équivalent.`,
    summary: (taken, known, refused) =>
      `${format.counted(taken, 'article importé', 'articles importés')}, ${format.counted(known, 'déjà présent', 'déjà présents')}, ${format.counted(refused, 'refusé', 'refusés')}`,
  },
  memory: 'Mémoire',
  memoryHint: 'Elle est créée si aucune ne porte ce nom.',
  review: 'Aligner et réviser',
  submit: 'Aligner et enregistrer tout de suite',
  submitHint:
    'Ce qui est enregistré tout de suite, personne ne l’a relu : statut brouillon, avec une pénalité selon la confiance.',
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
