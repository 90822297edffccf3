import type { unit as english } from '../en/unit.ts';

export const unit: typeof english = {
  open: 'Voir l’unité, la corriger ou la signaler',
  look: 'Voir l’unité',
  fixed:
    'Vous ne pouvez pas modifier cette mémoire : dites à un réviseur ce qui ne va pas, ou traduisez autrement ici.',
  title: (id, memory) => `Unité ${id} de ${memory}`,
  document: 'Son document dans la mémoire',
  before: 'Avant elle',
  after: 'Après elle',
  sides: { fr: 'Français', en: 'Anglais' },
  hasCodes: 'contient des balises et ne peut pas être modifié ici',
  save: 'Enregistrer la correction',
  mended: 'L’unité a été corrigée.',
  flag: 'Signaler comme fausse',
  flagHint: 'Une unité signalée n’est plus proposée. La mémoire la garde, et son historique permet de la rétablir.',
  flagged: 'L’unité a été signalée et n’est plus proposée.',
};
