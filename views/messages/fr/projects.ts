import type { projects as english } from '../en/projects.ts';
import { format } from './formats.ts';

export const projects: typeof english = {
  title: 'Projets',
  lead: (units) => `Les mémoires contiennent ${format.counted(units, 'unité', 'unités')} pour vous aider à traduire.`,
  startNew: 'Nouvelle traduction',
  importArticle: 'Importer un article',
  empty: {
    title: 'Rien à traduire pour le moment',
    text: 'Collez un texte en français ou en anglais : il est découpé en segments, et ce que les mémoires savent de chacun s’affiche à côté. Vous pouvez d’abord importer des articles parus dans les deux langues, pour que les mémoires en sachent davantage.',
  },
  create: {
    title: 'Nouvelle traduction',
    lead: 'Collez le nouvel article ou choisissez un fichier. Il est découpé en segments, et chaque phrase que les mémoires connaissent est proposée.',
    failed: 'La traduction n’a pas été commencée',
    text: 'Texte',
    file: 'Ou un fichier',
    name: 'Nom',
    nameHint: 'Les premiers mots du texte, si rien n’est indiqué.',
    submit: 'Commencer à traduire',
    direction: 'Sens',
    detect: 'D’après le texte',
    fromFrench: 'Du français vers l’anglais',
    fromEnglish: 'De l’anglais vers le français',
  },
  documents: 'Documents',
  document: 'Document',
  segments: 'Segments',
  progress: 'Avancement',
  asText: 'Texte',
  asOriginal: 'Le fichier d’origine, avec ses traductions',
  fileHint:
    'Texte brut en UTF-8, ou XLIFF de n’importe quel outil de TAO, qui est rendu sans autre changement que ses traductions.',
  memories: 'Mémoires',
  writtenTo: ', où vont les segments confirmés',
  add: {
    title: 'Ajouter un document',
    failed: 'Le document n’a pas été ajouté',
    name: 'Nom',
    text: 'Texte',
    file: 'Ou un fichier',
    submit: 'Ajouter',
  },
  remove: {
    title: 'Supprimer ce projet',
    text: 'Ses documents et ses brouillons sont supprimés. Ce qui a été confirmé reste dans la mémoire.',
    submit: (name) => `Supprimer « ${name} »`,
  },
};
