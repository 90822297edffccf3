import type { shared as english } from '../en/shared.ts';
import { format } from './formats.ts';

export const shared: typeof english = {
  breadcrumb: 'Fil d’Ariane',
  close: 'Fermer',
  directionTo: 'vers',
  statuses: {
    untranslated: 'Non traduit',
    draft: 'Brouillon',
    confirmed: 'Confirmé',
    reviewed: 'Relu',
    rejected: 'Rejeté',
  },
  progress: {
    of: (name) => `Avancement de ${name}`,
    confirmed: (percent) => `${format.percent(percent)} confirmés`,
    words: (done, all) => `${format.number(done)} sur ${format.counted(all, 'mot', 'mots')}`,
    segments: (done, all) => `${format.number(done)} sur ${format.counted(all, 'segment', 'segments')}`,
  },
  provenance: {
    label: 'Provenance',
    title: (title) => `« ${title} »`,
    author: (name) => `par ${name}`,
    blocks: {
      headline: 'titre',
      heading: 'intertitre',
      paragraph: 'paragraphe',
      caption: 'légende',
      'list-item': 'élément de liste',
      quotation: 'citation',
    },
    original: { fr: 'original en français', en: 'original en anglais' },
    translator: (name) => `traduit par ${name}`,
    article: 'article',
    articleAt: (place) => ` sur ${place}, dans un nouvel onglet`,
  },
  rate: {
    match: 'pour cent de correspondance',
    related: 'pour cent de certitude que le sens est proche',
    machine: 'traduction automatique',
    machineShort: 'TA',
    machineBy: (engine) => `Traduction automatique par ${engine}`,
  },
  origins: {
    human: 'à la main',
    match: 'tiré d’une correspondance',
    machine: 'traduction automatique',
    import: 'importé',
    alignment: 'aligné',
    aligned: (confidence) => `aligné, confiance ${confidence.toFixed(2).replace('.', ',')}`,
  },
  unitStatuses: {
    untranslated: 'non traduit',
    draft: 'brouillon',
    confirmed: 'confirmé',
    reviewed: 'relu',
    rejected: 'rejeté',
  },
};
