import type { PlainForm, PlainGrammar } from '../../validate/plain-form.ts';
import type { ValueKind } from '../../validate/values.ts';
import { LANGUAGE, oneOf, TEXT } from '../../validate/values.ts';
import { DATE, ID } from './values.ts';

/** The kinds of file that are called TBX. */
export const TBX_KINDS = ['martif', 'tbx', 'TBX'] as const;

/** By its root element: TBX 2 is `martif`, TBX 3 `tbx`, TBX-Min `TBX`. */
export type TbxKind = (typeof TBX_KINDS)[number];

const IDENTITY = { id: ID, 'xml:lang': LANGUAGE } as const;
const FACT = { ...IDENTITY, type: TEXT, target: TEXT, datatype: TEXT } as const;
const PLAIN = { children: '', mixed: true } as const;

/** What the file says of itself, of which both versions say the same. */
const HEADER_PARTS: PlainGrammar = {
  fileDesc: { children: 'titleStmt? publicationStmt? sourceDesc+', attributes: { id: ID } },
  titleStmt: { children: 'title note*', attributes: IDENTITY },
  title: { ...PLAIN, attributes: IDENTITY },
  publicationStmt: { children: 'p+', attributes: { id: ID } },
  sourceDesc: { children: 'p+', attributes: IDENTITY },
  encodingDesc: { children: 'p+', attributes: { id: ID } },
  revisionDesc: { children: 'change+', attributes: IDENTITY },
  change: { children: 'p+', attributes: IDENTITY },
};

/** A fact: text, with the type of what it says. */
function fact(inline: string, required = ['type']): PlainForm {
  return { children: `${inline}*`, mixed: true, attributes: FACT, required };
}

/**
 * What is said of concepts, languages and terms.
 * @param inline the elements that may stand in text
 * @param other an alternative for data categories that are elements of other namespaces; empty where there are none
 */
function factsOf(inline: string, other: '' | '|other'): PlainGrammar {
  const about = `admin|adminGrp|transacGrp|note|ref|xref${other}*`;
  return {
    p: { children: `${inline}*`, mixed: true, attributes: { ...IDENTITY, type: TEXT } },
    note: { children: `${inline}*`, mixed: true, attributes: { ...IDENTITY, type: TEXT } },
    descrip: fact(inline),
    descripNote: fact(inline),
    descripGrp: { children: `descrip${other} descripNote|${about}`, attributes: { id: ID } },
    admin: fact(inline),
    adminNote: fact(inline),
    adminGrp: { children: `admin${other} adminNote|note|ref|xref${other}*`, attributes: { id: ID } },
    transac: fact(inline),
    transacNote: fact(inline),
    transacGrp: { children: `transac${other} transacNote|date|note|ref|xref${other}*`, attributes: { id: ID } },
    date: { ...PLAIN, attributes: { id: ID } },
    ref: fact(inline),
    xref: fact(inline, ['type', 'target']),
    termNote: fact(inline),
    termNoteGrp: { children: `termNote${other} ${about}`, attributes: { id: ID } },
    hi: { ...PLAIN, attributes: { ...IDENTITY, type: TEXT, target: TEXT } },
    foreign: { children: `${inline}*`, mixed: true, attributes: IDENTITY },
    back: { children: 'refObjectList|refObjectSec*', attributes: { id: ID } },
    refObjectList: { children: 'refObject+', attributes: { id: ID, type: TEXT }, required: ['type'] },
    refObjectSec: { children: 'refObject+', attributes: { id: ID, type: TEXT }, required: ['type'] },
    refObject: { children: 'itemSet|itemGrp|item+', attributes: { id: ID } },
    item: { children: `${inline}*`, mixed: true, attributes: { ...IDENTITY, type: TEXT } },
    itemSet: { children: 'item|itemGrp+', attributes: { id: ID, type: TEXT } },
    itemGrp: { children: `item ${about}`, attributes: { id: ID } },
  };
}

const INLINE_2 = 'hi|foreign|bpt|ept|it|ph|ut';
const AUX_2 = 'descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref*';
const CODE_2: PlainForm = {
  ...PLAIN,
  attributes: { i: TEXT, x: TEXT, pos: oneOf('begin', 'end'), assoc: TEXT, type: TEXT },
};

const VERSION_2: PlainGrammar = {
  ...HEADER_PARTS,
  ...factsOf(INLINE_2, ''),
  martifHeader: { children: 'fileDesc encodingDesc? revisionDesc?', attributes: { id: ID } },
  termEntry: { children: `${AUX_2} langSet+`, attributes: { id: ID } },
  langSet: { children: `${AUX_2} tig|ntig+`, attributes: IDENTITY, required: ['xml:lang'] },
  tig: { children: `term termNote* ${AUX_2}`, attributes: { id: ID } },
  ntig: { children: `termGrp ${AUX_2}`, attributes: { id: ID } },
  termGrp: { children: 'term termNote|termNoteGrp* termCompList*', attributes: { id: ID } },
  term: { children: 'hi*', mixed: true, attributes: { id: ID } },
  termCompList: { children: `${AUX_2} termComp|termCompGrp+`, attributes: { id: ID, type: TEXT }, required: ['type'] },
  termCompGrp: { children: `termComp termNote|termNoteGrp* ${AUX_2}`, attributes: { id: ID } },
  termComp: { children: 'hi*', mixed: true, attributes: IDENTITY },
  bpt: CODE_2,
  ept: CODE_2,
  it: CODE_2,
  ph: CODE_2,
  ut: CODE_2,
};

const INLINE_3 = 'hi|foreign|sc|ec|ph|other';
const AUX_3 = 'descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref|other*';
const CODE_3: PlainForm = { ...PLAIN, attributes: { id: TEXT, type: TEXT, startRef: TEXT, isolated: TEXT } };

const VERSION_3: PlainGrammar = {
  ...HEADER_PARTS,
  ...factsOf(INLINE_3, '|other'),
  tbxHeader: { children: 'fileDesc encodingDesc? revisionDesc?', attributes: { id: ID } },
  conceptEntry: { children: `${AUX_3} langSec+`, attributes: { id: ID } },
  langSec: { children: `${AUX_3} termSec+`, attributes: IDENTITY, required: ['xml:lang'] },
  termSec: { children: `term termNote|termNoteGrp|${AUX_3}`, attributes: { id: ID } },
  term: { children: `${INLINE_3}*`, mixed: true, attributes: { id: ID } },
  sc: CODE_3,
  ec: CODE_3,
  ph: CODE_3,
};

const TEXT_ONLY: PlainForm = { ...PLAIN, attributes: {} };

const MINIMAL: PlainGrammar = {
  header: { children: 'id|creator|license|directionality|description|dateCreated|languages*', attributes: {} },
  id: TEXT_ONLY,
  creator: TEXT_ONLY,
  license: TEXT_ONLY,
  directionality: TEXT_ONLY,
  description: TEXT_ONLY,
  dateCreated: TEXT_ONLY,
  languages: { children: '', attributes: { source: LANGUAGE, target: LANGUAGE }, required: ['source', 'target'] },
  entry: { children: 'subjectField? langGroup+', attributes: { id: ID }, required: ['id'] },
  subjectField: TEXT_ONLY,
  langGroup: { children: 'termGroup+', attributes: { 'xml:lang': LANGUAGE }, required: ['xml:lang'] },
  termGroup: { children: 'term note|noteGrp|termStatus|customer|partOfSpeech*', attributes: {} },
  term: TEXT_ONLY,
  noteGrp: { children: 'note+', attributes: {} },
  note: { children: 'noteKey|noteValue*', mixed: true, attributes: {} },
  noteKey: TEXT_ONLY,
  noteValue: TEXT_ONLY,
  termStatus: TEXT_ONLY,
  customer: TEXT_ONLY,
  partOfSpeech: TEXT_ONLY,
};

/** One kind of TBX: what the parts of a file are called, and the form of what is in them. */
export interface TbxForm {
  readonly root: PlainForm;
  /** The element that says what the file is; it comes first. */
  readonly header: string;
  /** What holds the entries, and what may follow it. */
  readonly body: string;
  readonly entry: string;
  readonly grammar: PlainGrammar;
}

const ROOT_ATTRIBUTES = { type: TEXT, 'xml:lang': LANGUAGE } as const;

export const TBX_FORMS: Readonly<Record<TbxKind, TbxForm>> = {
  martif: {
    root: { attributes: ROOT_ATTRIBUTES, required: ['type', 'xml:lang'] },
    header: 'martifHeader',
    body: 'text',
    entry: 'termEntry',
    grammar: VERSION_2,
  },
  tbx: {
    root: { attributes: { ...ROOT_ATTRIBUTES, style: oneOf('dca', 'dct') }, required: ['type', 'style', 'xml:lang'] },
    header: 'tbxHeader',
    body: 'text',
    entry: 'conceptEntry',
    grammar: VERSION_3,
  },
  TBX: {
    root: { attributes: { dialect: oneOf('TBX-Min') }, required: ['dialect'] },
    header: 'header',
    body: 'body',
    entry: 'entry',
    grammar: MINIMAL,
  },
};

/** What the text of an element must be, by its name. */
export const ELEMENT_VALUES: Readonly<Record<TbxKind, Readonly<Record<string, ValueKind>>>> = {
  martif: { date: DATE },
  tbx: { date: DATE },
  TBX: {
    dateCreated: DATE,
    directionality: oneOf('monodirectional', 'bidirectional'),
    termStatus: oneOf('preferred', 'admitted', 'notRecommended', 'obsolete'),
    partOfSpeech: oneOf('noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'),
  },
};
