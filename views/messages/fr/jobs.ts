import type { jobs as english } from '../en/jobs.ts';
import { format } from './formats.ts';

export const jobs: typeof english = {
  title: 'Tâches',
  lead: 'Le travail qui se fait en arrière-plan, et ce qu’il a donné ces 30 derniers jours.',
  empty: {
    title: 'Aucune tâche',
    text: 'Un travail long, comme la reconstruction de l’index, apparaît ici tant qu’il dure.',
  },
  job: 'Tâche',
  state: 'État',
  progress: 'Avancement',
  asked: 'Demandée',
  action: 'Action',
  named: (kind, id) => `${kind} (${id})`,
  kinds: {
    import: 'Importer un fichier',
    analyse: 'Analyser un projet',
    backup: 'Écrire une sauvegarde',
    'extract-terms': 'Chercher des termes dans une mémoire',
    'import-articles': 'Importer des articles',
    'import-terms': 'Importer des termes',
    'check-memory': 'Examiner la santé d’une mémoire',
    pretranslate: 'Prétraduire un projet',
    promote: 'Promouvoir des unités',
    reindex: 'Reconstruire l’index',
    replace: 'Chercher et remplacer dans une mémoire',
    train: 'Apprendre le lexique',
    'undo-batch': 'Annuler une modification groupée',
  },
  states: {
    queued: 'En attente',
    running: 'En cours',
    done: 'Terminée',
    failed: 'Échouée',
    cancelled: 'Annulée',
  },
  ending: 'En cours d’annulation',
  ofTotal: (total) => ` sur ${format.number(total)}`,
  progressOf: (id) => `Avancement de la tâche ${id}`,
  cancel: 'Annuler',
  cancelJob: (id) => `Annuler la tâche ${id}`,
};
