import type { segments as english } from '../en/segments.ts';
import { format } from './formats.ts';

export const segments: typeof english = {
  completions: 'Complétions',
  notOpened: 'Le document n’a pas pu être ouvert',
  nothing: 'Rien à traduire',
  nothingText: 'Le document n’a aucun segment.',

  documentProgress: 'Avancement du document',
  signInAgain: 'Se reconnecter',
  saved: 'Enregistré',
  saving: 'Enregistrement…',
  toDecide: (count, durable) =>
    `${format.counted(count, 'segment', 'segments')} en attente de votre choix, ${kept(count, durable)}`,
  isOffline: 'Hors ligne',
  notSent: (why, count, durable) => `${why} – ${format.counted(count, 'segment', 'segments')} ${kept(count, durable)}`,
  splitTitle: 'Diviser le segment',
  splitHint:
    'Placez le curseur là où le segment doit finir, puis appuyez sur Entrée. Le même texte sera désormais coupé ainsi dans ce projet.',
  splitSource: 'Source',
  splitTarget: 'Cible',
  splitDo: 'Diviser',
  join: 'Réunir avec le suivant',
  split: (number) => `Segment ${format.number(number)} divisé. Annuler revient dessus.`,
  joined: (number) => `Segment ${format.number(number)} réuni avec le suivant. Annuler revient dessus.`,
  cutTakenBack: 'Les segments sont de nouveau comme auparavant.',
  noNext: 'C’est le dernier segment de son paragraphe.',
  saveFirst: 'Le serveur doit tout avoir avant que des segments soient divisés ou réunis, et il est injoignable.',
  goTo: 'Aller à un segment',
  goToNumber: (count) => `Numéro, de 1 à ${format.number(count)}`,
  goToFault: (count) => `Les segments vont de 1 à ${format.number(count)}.`,
  go: 'Aller',

  segment: (number) => `Segment ${number}`,
  run: (first, last) => `Segments ${first} à ${last}`,
  translationOf: (number) => `Traduction du segment ${number}`,
  locked: 'Verrouillé',
  elsewhere: (by) => (by === '' ? 'Ouvert ailleurs aussi' : `${by} y travaille aussi`),
  notSaved: 'Non enregistré sur le serveur',
  keptHere: (fault) =>
    `${fault} Votre texte est conservé sur cet appareil : copiez-le d’ici s’il vous le faut ailleurs.`,
  issues: (count) => format.counted(count, 'problème', 'problèmes'),
  issuesOf: (number) => `Problèmes du segment ${number}`,

  confirm: 'Confirmer',
  confirmTip: 'Confirmer et continuer',
  unconfirm: 'Ne plus confirmer',
  unconfirmTip: 'Annuler la confirmation',
  copySource: 'Source',
  copySourceTip: 'Copier la source',
  clear: 'Effacer',
  clearTip: 'Effacer la cible',

  missingCodes: 'Balises encore absentes',
  characters: 'Caractères',
  versions: 'Versions',
  codes: { open: 'Balise ouvrante', close: 'Balise fermante', standalone: 'Balise' },
  spaces: { noBreak: 'Espace insécable', narrow: 'Espace fine insécable', thin: 'Espace fine' },

  orphans: {
    title: (count) =>
      count === 1
        ? 'Vous avez écrit ceci pour un segment qui n’existe plus'
        : `Vous avez écrit ceci pour ${format.number(count)} segments qui n’existent plus`,
    text: 'Le texte est conservé sur cet appareil. Copiez-le s’il vous est utile, puis abandonnez-le.',
    copy: 'Copier',
    copied: 'Le texte est dans le presse-papiers.',
    letGo: 'Abandonner',
  },

  conflict: {
    label: (number) => `Deux versions du segment ${number}`,
    title: 'Ce segment a aussi été modifié ailleurs',
    yours: 'La vôtre',
    theirs: (person) => `L’autre, par ${person}`,
    difference: 'De l’autre à la vôtre',
    onlyStatus: 'Les textes sont identiques ; seul le statut diffère.',
    keepMine: 'Garder la mienne',
    takeTheirs: 'Prendre l’autre',
  },
};

function kept(count: number, durable: boolean): string {
  if (durable) return format.form(count, 'conservé ici', 'conservés ici');
  return format.form(count, 'conservé tant que la page est ouverte', 'conservés tant que la page est ouverte');
}
