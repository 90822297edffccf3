import type { review as english } from '../en/review.ts';
import { tellError } from './errors.ts';
import { format } from './formats.ts';
import { keys } from './keys.ts';
import { shared } from './shared.ts';

const beads = (count: number) => format.counted(count, 'correspondance', 'correspondances');
const units = (count: number) => format.counted(count, 'unité', 'unités');

export const review: typeof english = {
  language: 'fr',
  format,
  shared,
  tellError,
  opening: 'Ouverture de la révision…',
  failed: 'La révision n’a pas pu être ouverte',
  unreachable:
    'Le serveur est injoignable. Vos décisions sont gardées ici ; rechargez la page quand il sera de retour.',
  sides: { fr: 'Français', en: 'Anglais' },
  languages: { fr: 'Français', en: 'Anglais' },
  hindrances: {
    'no-such-bead': 'Cette correspondance n’existe pas.',
    'no-such-sentence': 'Cette phrase n’existe pas.',
    'one-sided': 'Un côté est vide : il n’y a rien à enregistrer.',
    'decided-already': 'C’est déjà le cas.',
    'none-above': 'Aucune correspondance ouverte n’a une telle confiance.',
    'last-bead': 'C’est la dernière correspondance : il n’y en a pas après elle.',
    'not-adjacent': 'Les phrases des deux correspondances ne se suivent pas.',
    'same-bead': 'Une correspondance ne peut pas être appariée à elle-même.',
    'nothing-to-split': 'On divise entre deux phrases, et chaque partie doit en avoir une.',
    'nothing-to-cut': 'On coupe à l’intérieur d’une phrase, et chaque partie doit avoir du texte.',
    'nothing-to-give': 'Il n’y a pas de phrase de ce côté.',
    'no-neighbour': 'Le texte s’arrête ici : il n’y a pas de voisine de ce côté.',
    'empty-text': 'Une phrase ne peut pas être vide ; supprimez plutôt la correspondance.',
    'nothing-changes': 'Le texte est le même qu’avant.',
    'nothing-to-undo': 'Il n’y a rien à annuler.',
    'nothing-to-redo': 'Il n’y a rien à rétablir.',
  },
  changes: {
    accept: 'une acceptation',
    delete: 'une suppression',
    reopen: 'une réouverture',
    'accept-above': 'l’acceptation de tout ce qui dépasse une confiance',
    join: 'une réunion',
    pair: 'un appariement',
    split: 'une division',
    move: 'un déplacement de limite',
    edit: 'une modification de texte',
    cut: 'une coupe',
  },
  news: {
    firstBead: 'C’est la première correspondance.',
    lastBead: 'C’est la dernière correspondance.',
    noDoubt: 'Plus aucune correspondance n’est douteuse.',
    atBead: (number, all) => `Correspondance ${format.number(number)} sur ${format.number(all)}.`,
    allDecided: 'Tout est décidé. Enregistrez ce que vous avez accepté.',
    accepted: (number, next, all) =>
      `Correspondance ${format.number(number)} acceptée. Correspondance ${format.number(next)} sur ${format.number(all)}.`,
    acceptedAbove: (count) =>
      `${format.counted(count, 'correspondance acceptée', 'correspondances acceptées')} sans relecture.`,
    deleted: (number) => `Correspondance ${format.number(number)} supprimée : elle ne sera pas enregistrée.`,
    reopened: (number) => `La correspondance ${format.number(number)} est de nouveau ouverte.`,
    joined: (number) => `Correspondance ${format.number(number)} réunie avec la suivante.`,
    marked: (number) =>
      `La correspondance ${format.number(number)} est marquée. Allez à son équivalent et appuyez de nouveau sur M.`,
    unmarked: (number) => `La correspondance ${format.number(number)} n’est plus marquée.`,
    paired: (number) => `Appariées : elles forment la correspondance ${format.number(number)}.`,
    followsInEnglish: (number) => `La correspondance ${format.number(number)} suit dans le texte anglais.`,
    belongsBehind: (number) =>
      `Dans le texte anglais, elle se trouve après la correspondance ${format.number(number)}.`,
    split: (number) => `Correspondance ${format.number(number)} divisée en deux.`,
    cutInstead: 'Il n’y a qu’une phrase de chaque côté. Modifiez-la (Entrée), puis coupez-la au curseur (Alt+Entrée).',
    boundaryMoved: (side, number, count) =>
      `La correspondance ${format.number(number)} a maintenant ${format.counted(count, 'phrase', 'phrases')} en ${side === 'fr' ? 'français' : 'anglais'}.`,
    edited: (number) => `Correspondance ${format.number(number)} modifiée.`,
    cut: (number) =>
      `Une phrase de la correspondance ${format.number(number)} a été coupée en deux. Divisez la correspondance pour les séparer.`,
    undone: (change) => `Annulé : ${change}.`,
    redone: (change) => `Rétabli : ${change}.`,
    changedElsewhere:
      'La révision a aussi été modifiée ailleurs. Certaines de vos actions n’ont pas pu y être ajoutées.',
  },
  grid: {
    label: 'Correspondances',
    number: (number) => `Correspondance ${format.number(number)}`,
    column: { number: 'N°', state: 'Confiance et décision' },
    empty: { fr: 'Pas de phrase française', en: 'Pas de phrase anglaise' },
    edit: (side, place) => `Phrase ${side === 'fr' ? 'française' : 'anglaise'} ${format.number(place)}`,
    edited: 'modifiée',
    editHint: 'Entrée garde, Échap abandonne, Alt+Entrée coupe la phrase au curseur.',
  },
  confidence: {
    percent: (percent) => format.percent(percent),
    readers: 'de confiance',
    byHand: 'à la main',
    alone: 'sans équivalent',
  },
  decisions: { open: 'Ouverte', accepted: 'Acceptée', passed: 'Acceptée sans relecture', deleted: 'Supprimée' },
  reasons: { earlier: 'décidé auparavant', furniture: 'élément de la page' },
  leftOut: {
    title: (count) =>
      `${format.counted(count, 'correspondance laissée', 'correspondances laissées')} de côté : éléments de la page, et non de l’article`,
    which: 'Voir ce qui a été laissé de côté',
    hint: 'Rouvrez une correspondance ou acceptez-la pour la reprendre.',
  },
  marks: {
    moved: 'déplacée',
    movedTitle: 'Cette correspondance se trouve ailleurs dans le texte anglais',
    marked: 'marquée',
    same: 'dans la mémoire',
    reworded: 'reformulée',
    added: 'nouvelle',
    before: 'Ce qui était enregistré, et ce que le texte dit maintenant',
  },
  commands: {
    nextBead: 'Correspondance suivante',
    previousBead: 'Correspondance précédente',
    french: 'Côté français',
    english: 'Côté anglais',
    firstBead: 'Première correspondance',
    lastBead: 'Dernière correspondance',
    nextDoubtful: 'Correspondance douteuse suivante',
    previousDoubtful: 'Correspondance douteuse précédente',
    englishOrder: 'Aller à sa place dans l’anglais, et de là à la suite',
    accept: 'Accepter et passer à la prochaine ouverte',
    acceptAbove: 'Accepter tout ce qui dépasse la confiance fixée',
    delete: 'Supprimer : ne pas enregistrer',
    reopen: 'Rouvrir',
    join: 'Réunir avec la suivante',
    pair: 'Marquer, ou apparier à celle qui est marquée',
    split: 'Diviser',
    takePrevious: 'Prendre une phrase au-dessus',
    givePrevious: 'Donner la première phrase au-dessus',
    takeNext: 'Prendre une phrase au-dessous',
    giveNext: 'Donner la dernière phrase au-dessous',
    edit: 'Modifier le texte',
    keep: 'Garder ce qui est écrit',
    leave: 'Abandonner ce qui est écrit',
    cut: 'Couper la phrase au curseur',
    undo: 'Annuler',
    redo: 'Rétablir',
    help: 'Ces touches',
  },
  buttons: {
    accept: 'Accepter',
    delete: 'Supprimer',
    reopen: 'Rouvrir',
    join: 'Réunir avec la suivante',
    mark: 'Marquer pour apparier',
    unmark: 'Ne plus marquer',
    pair: 'Apparier à celle marquée',
    englishOrder: 'Où dans l’anglais ?',
    split: 'Diviser',
    edit: 'Modifier',
    keep: 'Garder',
    cut: 'Couper au curseur',
    leave: 'Abandonner',
    doubtful: 'Douteuse suivante',
    keys: 'Touches',
    undo: 'Annuler',
    redo: 'Rétablir',
  },
  keys: {
    names: keys.names,
    title: 'Touches',
    or: 'ou',
    groups: {
      moving: 'Se déplacer',
      deciding: 'Décider',
      shaping: 'Former les correspondances, du côté actif',
      writing: 'Écrire et annuler',
      help: 'Aide',
    },
    note: 'Les lettres seules agissent quand une correspondance a le focus.',
  },
  bar: {
    progress: 'Avancement de la révision',
    decided: (done, all) =>
      `${format.number(done)} sur ${format.counted(all, 'correspondance décidée', 'correspondances décidées')}`,
    doubtful: (count) => `${format.counted(count, 'douteuse', 'douteuses')}`,
    above: 'Accepter tout au-dessus de',
    aboveUnit: 'pour cent',
    aboveDo: 'Accepter',
    store: 'Enregistrer…',
  },
  delivery: {
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    waiting: (count) => `Hors ligne – ${format.counted(count, 'action gardée', 'actions gardées')} ici`,
    passing: (count) =>
      `Hors ligne – ${format.counted(count, 'action gardée', 'actions gardées')} tant que cette page est ouverte`,
    offline: 'Le serveur est injoignable. Vos décisions sont gardées ici et envoyées à son retour.',
  },
  lost: {
    title: 'Modifié ailleurs entre-temps',
    text: 'Ces actions n’ont pas pu y être ajoutées :',
    wrote: (text) => `vous aviez écrit «\u00A0${text}\u00A0»`,
    dismiss: 'J’ai lu',
  },
  destination: {
    summary: 'Provenance',
    hint: 'Lue dans les textes. Ce que vous corrigez ici est enregistré avec chaque unité.',
    fields: {
      title: 'Titre',
      publication: 'Publication',
      publishedOn: 'Date',
      url: 'Adresse web',
      author: 'Auteur',
      translator: 'Traducteur',
      credit: 'Mention du traducteur, telle qu’imprimée',
      originalLanguage: 'Langue d’origine',
      rights: 'Droits',
    },
    dateHint: '2021-11-25, 2021-11 ou 2021',
    unknown: 'Inconnue',
    memory: 'Mémoire',
    memoryHint: 'Elle est créée si aucune ne porte ce nom.',
  },
  again: {
    title: 'Cet article a déjà été importé',
    text: (same, reworded, added, removed) =>
      `La mémoire contient ${beads(same)} telles quelles ; ${format.counted(reworded, 'a été reformulée', 'ont été reformulées')} et ${format.counted(added, 'est nouvelle', 'sont nouvelles')}. ${format.counted(removed, 'unité enregistrée n’est', 'unités enregistrées ne sont')} plus dans l’article.`,
    decided: (count) =>
      `Ce qui avait été décidé tient : ${format.counted(count, 'correspondance acceptée ou écartée', 'correspondances acceptées ou écartées')} comme alors, et les phrases modifiées le restent. Rouvrez une correspondance pour en décider autrement.`,
    removed: 'Plus dans l’article',
  },
  finish: {
    title: 'Enregistrer dans la mémoire',
    accepted: (count) =>
      `${format.counted(count, 'correspondance acceptée', 'correspondances acceptées')} une à une : statut confirmé.`,
    passed: (count) =>
      `${format.counted(count, 'correspondance acceptée', 'correspondances acceptées')} sans relecture : statut brouillon, avec une pénalité selon la confiance jusqu’à confirmation.`,
    open: (count) =>
      `${format.counted(count, 'correspondance non enregistrée', 'correspondances non enregistrées')} : ouvertes, sans équivalent ou supprimées.`,
    reworded: (count) =>
      `${format.counted(count, 'unité enregistrée prend', 'unités enregistrées prennent')} la nouvelle formulation ; l’ancienne reste dans l’historique.`,
    remove: (count) =>
      `Supprimer ${format.counted(count, 'unité enregistrée qui n’est', 'unités enregistrées qui ne sont')} plus dans l’article, ou dont vous avez supprimé la correspondance`,
    nothing: 'Rien n’est encore accepté. Acceptez d’abord des correspondances.',
    into: (memory) => `Mémoire : ${memory}`,
    submit: 'Enregistrer',
    cancel: 'Pas encore',
    done: (added, changed) =>
      changed === 0
        ? `${format.counted(added, 'unité enregistrée', 'unités enregistrées')}.`
        : `${format.counted(added, 'unité enregistrée', 'unités enregistrées')}, ${format.counted(changed, 'modifiée', 'modifiées')}.`,
    doneTitle: 'Enregistré dans la mémoire',
    counts: (added, merged, changed, deleted) =>
      `${units(added)} en plus, ${format.counted(merged, 'déjà connue', 'déjà connues')}, ${format.counted(changed, 'modifiée', 'modifiées')}, ${format.counted(deleted, 'supprimée', 'supprimées')}.`,
    see: 'Les voir dans la mémoire',
    goOn: 'Vous pouvez continuer la révision et enregistrer de nouveau.',
  },
};
