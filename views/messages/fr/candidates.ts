import type { candidates as english } from '../en/candidates.ts';
import { format } from './formats.ts';

export const candidates: typeof english = {
  title: 'Candidats',
  lead: 'Des mots qui, dans une mémoire, se traduisent régulièrement l’un par l’autre. Prenez-les dans la base tels quels ou corrigés, ou faites qu’ils ne soient plus proposés.',
  memory: 'Chercher des termes dans la mémoire',
  look: 'Chercher des termes',
  noMemory: 'Il n’y a pas de mémoire que vous puissiez consulter.',
  states: { open: 'À décider', rejected: 'Rejetés', accepted: 'Acceptés' },
  statesLabel: 'Quels candidats',
  none: { open: 'Rien à décider', rejected: 'Rien n’a été rejeté', accepted: 'Rien n’a été accepté' },
  noneText:
    'Choisissez une mémoire ci-dessus. Elle est parcourue en arrière-plan ; ce qui est déjà dans la base, et ce qui a déjà été décidé, ne revient pas.',
  french: 'Français',
  english: 'Anglais',
  units: (fr, en, both) =>
    `Français dans ${format.counted(fr, 'unité', 'unités')}, anglais dans ${format.number(en)}, les deux dans ${format.number(both)}.`,
  score: (percent) =>
    `Parmi les unités qui ont l’un ou l’autre, au moins ${format.percent(percent)} ont les deux (certitude de 95 %).`,
  from: (name) => `de « ${name} »`,
  accept: 'Prendre',
  acceptPair: (fr, en) => `Prendre A : ${fr} – ${en}`,
  reject: 'Rejeter',
  rejectPair: (fr, en) => `Rejeter R : ${fr} – ${en}`,
  reopen: 'Décider à nouveau',
  reopenPair: (fr, en) => `Décider à nouveau : ${fr} – ${en}`,
  entry: 'Sa fiche',
  keys: 'Touches : ↓ et ↑ passent d’une paire à l’autre ; A la prend, R la rejette ; U annule la dernière décision.',
  undo: 'Annuler la dernière décision',
  more: 'Les suivants',
  failed: 'Rien n’a été décidé',
};
