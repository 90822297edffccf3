import type { statistics as english, mentions as englishMentions } from '../en/statistics.ts';
import { format } from './formats.ts';

export const statistics: typeof english = {
  title: 'Statistiques',
  lead: 'Les mots source de ce qui est confirmé, au jour de la dernière modification (UTC), dans tous les projets qui vous sont ouverts.',
  by: 'Par',
  spans: { day: '30 jours', week: '26 semaines', month: '12 mois' },
  charts: { day: 'Mots confirmés par jour', week: 'Mots confirmés par semaine', month: 'Mots confirmés par mois' },
  chart: (spans, words) => {
    const much = format.counted(words, 'mot confirmé', 'mots confirmés');
    return {
      day: `${much} en ${format.counted(spans, 'jour', 'jours')}`,
      week: `${much} en ${format.counted(spans, 'semaine', 'semaines')}`,
      month: `${much} en ${format.counted(spans, 'mois', 'mois')}`,
    };
  },
  figures: 'Les chiffres',
  from: { day: 'Jour', week: 'Semaine du', month: 'Mois du' },
  segments: 'Segments',
  words: 'Mots',
  projects: 'Par projet',
  project: 'Projet',
  none: 'Rien n’a été confirmé pendant ce temps',
  noneText: 'Ce que vous confirmez est compté ici, par jour, semaine et mois, et par projet.',
};

export const mentions: typeof englishMentions = {
  title: 'Mentions',
  titleWith: (unseen) => (unseen === 0 ? 'Mentions' : `Mentions (${format.counted(unseen, 'nouvelle', 'nouvelles')})`),
  unseen: 'Nouveau',
  lead: 'Les commentaires qui s’adressent à vous par @nom : votre nom entier sans ses espaces, ou son premier mot.',
  none: 'Personne ne s’est encore adressé à vous',
  noneText: 'Un commentaire de l’éditeur qui vous nomme apparaît ici.',
  place: (project, document, number) => `${project} – ${document}, segment ${number}`,
};
