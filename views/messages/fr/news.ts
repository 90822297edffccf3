import type { news as english } from '../en/news.ts';
import { format } from './formats.ts';

export const news: typeof english = {
  restored: 'Ce qui n’avait pas été envoyé lors de votre dernière visite est là, et part maintenant.',
  unreachable:
    'Le serveur est injoignable. Rechargez la page quand il sera revenu ; ce que vous avez écrit est conservé ici.',
  noAnswer: 'Le serveur n’a pas répondu. Les suggestions reviendront avec la connexion.',
  offline: 'Le serveur est injoignable. Ce que vous écrivez est conservé ici et sera envoyé à son retour.',
  inTrouble: (what) =>
    `Le serveur ne peut pas enregistrer : ${what}. Ce que vous écrivez est conservé ici et sera envoyé ensuite. Prévenez la personne qui s’occupe de Calque.`,
  signedOut:
    'Vous n’êtes plus connecté. Ce que vous écrivez est gardé ici, et sera envoyé dès que vous vous reconnectez, ici ou dans une autre fenêtre.',
  gone: 'Ce sur quoi vous travaillez a été supprimé, ou scindé ailleurs : copiez votre texte avant de recharger la page.',
  tooLong: 'Une traduction de plus de 20 000 caractères n’est pas acceptée : scindez le segment, ou raccourcissez-la.',
  online: 'La connexion est rétablie.',
  changedElsewhere: (number) => `Le segment ${number} a aussi été modifié ailleurs. Choisissez la version à garder.`,
  notSaved: (number, why) => `Le segment ${number} n’a pas été enregistré : ${why}`,
  staysDraft: (number, why) => `Le segment ${number} reste un brouillon : ${why}`,
  mineStays: 'Votre version est gardée.',
  theirsStays: 'L’autre version est gardée.',

  place: (number, count) => `Segment ${number} sur ${format.number(count)}.`,
  allConfirmed: 'Tous les segments sont confirmés.',
  shownConfirmed: 'Tous les segments affichés sont confirmés.',
  filterOff: 'Tous les segments sont affichés.',
  filtered: (count) => `${format.counted(count, 'segment affiché', 'segments affichés')}.`,
  confirmedAndFilled: (number, count) =>
    `Segment ${number} confirmé, ${format.counted(count, 'répétition remplie', 'répétitions remplies')}.`,
  replaced: (count) => `${format.counted(count, 'segment modifié', 'segments modifiés')}.`,
  takenBack: (count, all) =>
    count === all
      ? `${format.counted(count, 'segment rétabli', 'segments rétablis')}.`
      : `${format.number(count)} sur ${format.counted(all, 'segment rétabli', 'segments rétablis')} ; les autres ont été modifiés depuis.`,
  nothingToTakeBack: 'Il n’y a pas de modification de plusieurs segments à annuler.',
  first: 'C’est le premier segment.',
  last: 'C’est le dernier segment.',
  onlyDocument: 'C’est le seul document du projet.',
  lastDocument: 'C’est le dernier document du projet.',
  firstDocument: 'C’est le premier document du projet.',
  locked: (number) => `Le segment ${number} est verrouillé.`,

  confirmed: (number) => `Segment ${number} confirmé.`,
  notConfirmed: (why) => `Non confirmé. ${why}`,
  notYetConfirmed: (number) => `Le segment ${number} n’est pas confirmé.`,
  draftAgain: (number, count) => `Le segment ${number} sur ${format.number(count)} redevient un brouillon.`,
  chooseFirst: (number) => `Le segment ${number} a aussi été modifié ailleurs : choisissez d’abord une version.`,
  empty: (number) => `Le segment ${number} n’a pas encore de traduction : il n’y a rien à confirmer.`,
  askAgain: 'Confirmez encore une fois si c’est bien ainsi.',
  andMore: (count) => `Et ${format.counted(count, 'autre', 'autres')}.`,

  noIssues: 'Les vérifications ne relèvent rien dans ce document.',
  issue: (number, message) => `Segment ${number} : ${message}`,
  nothingToSettle: 'Les vérifications ne proposent rien ici.',
  settled: (message) => `Réglé : ${message}`,

  noSuggestion: (place) => `Il n’y a pas de suggestion ${place}.`,
  noSuggestions: 'Il n’y a pas de suggestion.',
  onTheirWay: 'Les suggestions ne sont pas encore arrivées.',
  holdShift: 'Pour aller à la ligne, maintenez la touche Maj.',
  inserted: (place) => `Suggestion ${place} insérée.`,
  steppedTo: (place, count, rate, text) => `Suggestion ${place} sur ${count}, ${rate} : ${text}`,
  file: 'du fichier',
  fragment: 'fragment',
  related: 'proche',
  partInserted: 'La sélection est insérée.',
  noMachine: 'Aucune traduction automatique n’est installée ici.',
  machineAsked: (engine) => `Traduction demandée à ${engine}.`,
  machineFound: (engine) => `La traduction de ${engine} est là.`,
  machineFailed: (engine) => `${engine} n’a pas donné de traduction.`,
  machine: 'par une machine',
  hitInserted: 'Inséré à la position du curseur.',
  sourceCopied: 'Source copiée.',

  noCodeMissing: 'Il ne manque aucune balise.',
  codesInserted: (count) => `${format.counted(count, 'balise insérée', 'balises insérées')}.`,
  insertedUnasked: (rate) => `Une correspondance à ${format.percent(rate)} a été insérée ; l’annulation la retire.`,
  cleared: 'Cible effacée.',
  allSaved: 'Tout est enregistré.',
  savingNow: 'Enregistrement en cours.',
  nothingToUndo: 'Il n’y a rien à annuler.',
  nothingToRedo: 'Il n’y a rien à rétablir.',
  noBreakSpace: 'Espace insécable.',
  narrowSpace: 'Espace fine insécable.',
};
