import { own } from '../../own.ts';
import type { Content } from '../../validate/children.ts';
import type { ValueName } from './values.ts';

/** What the form of an element is. */
export interface ElementForm extends Content {
  /** By name, with the module's prefix where it has one; a `!` behind the kind makes it required. */
  readonly attributes: Readonly<Record<string, ValueName | `${ValueName}!`>>;
  /** Which attributes of other namespaces may stand there; none by default. */
  readonly foreign?: 'any' | 'modules';
}

const INLINE = 'cp|ph|pc|sc|ec|mrk|sm|em*';

const INHERITED = {
  canResegment: 'yesNo',
  translate: 'yesNo',
  srcDir: 'direction',
  trgDir: 'direction',
  'xml:space': 'space',
} as const;

const CODE = {
  id: 'nameToken!',
  canCopy: 'yesNo',
  canDelete: 'yesNo',
  canReorder: 'yesNoFirstNo',
  copyOf: 'nameToken',
  subType: 'userDefined',
  type: 'codeType',
} as const;

const SINGLE = {
  ...CODE,
  disp: 'text',
  equiv: 'text',
  dataRef: 'nameToken',
  subFlows: 'nameTokens',
} as const;

const SPANNING = { ...SINGLE, canOverlap: 'yesNo', dir: 'direction', isolated: 'yesNo' } as const;

const MARK = { id: 'nameToken!', translate: 'yesNo', type: 'markType', ref: 'text', value: 'text' } as const;

const CONTENT = { 'xml:lang': 'language', 'xml:space': 'space' } as const;

/** The elements of the core of XLIFF 2.0 to 2.2. */
const CORE: Readonly<Record<string, ElementForm>> = {
  xliff: {
    children: 'notes? mda:metadata? file+',
    attributes: { version: 'text!', srcLang: 'language!', trgLang: 'language', 'xml:space': 'space' },
    foreign: 'any',
  },
  file: {
    children: 'skeleton? other* notes? unit|group+',
    attributes: { id: 'nameToken!', original: 'text', ...INHERITED },
    foreign: 'any',
  },
  skeleton: { mixed: true, children: 'other*', attributes: { href: 'text' } },
  group: {
    children: 'other* notes? unit|group*',
    attributes: { id: 'nameToken!', name: 'text', type: 'userDefined', ...INHERITED },
    foreign: 'any',
  },
  unit: {
    children: 'other* notes? originalData? segment|ignorable+',
    attributes: { id: 'nameToken!', name: 'text', type: 'userDefined', ...INHERITED },
    foreign: 'any',
  },
  segment: {
    children: 'source target?',
    attributes: { id: 'nameToken', canResegment: 'yesNo', state: 'state', subState: 'userDefined', 'pgs:case': 'text' },
  },
  ignorable: { children: 'source target?', attributes: { id: 'nameToken' } },
  notes: { children: 'note+', attributes: {} },
  note: {
    children: '',
    mixed: true,
    attributes: { id: 'nameToken', appliesTo: 'appliesTo', category: 'text', priority: 'priority', ref: 'text' },
    foreign: 'any',
  },
  originalData: { children: 'data+', attributes: {} },
  data: {
    children: 'cp*',
    mixed: true,
    attributes: { id: 'nameToken!', dir: 'direction', 'xml:space': 'preserve' },
  },
  source: { children: INLINE, mixed: true, attributes: CONTENT },
  target: { children: INLINE, mixed: true, attributes: { ...CONTENT, order: 'positive' } },
  cp: { children: '', attributes: { hex: 'forbiddenCharacter!' } },
  ph: { children: '', attributes: SINGLE, foreign: 'modules' },
  pc: {
    children: INLINE,
    mixed: true,
    attributes: {
      ...CODE,
      canOverlap: 'yesNo',
      dir: 'direction',
      dispStart: 'text',
      dispEnd: 'text',
      equivStart: 'text',
      equivEnd: 'text',
      dataRefStart: 'nameToken',
      dataRefEnd: 'nameToken',
      subFlowsStart: 'nameTokens',
      subFlowsEnd: 'nameTokens',
    },
    foreign: 'modules',
  },
  sc: { children: '', attributes: SPANNING, foreign: 'modules' },
  ec: { children: '', attributes: { ...SPANNING, id: 'nameToken', startRef: 'nameToken' }, foreign: 'modules' },
  mrk: { children: INLINE, mixed: true, attributes: MARK, foreign: 'any' },
  sm: { children: '', attributes: MARK, foreign: 'any' },
  em: { children: '', attributes: { startRef: 'nameToken!' } },
  meta: { children: '', mixed: true, attributes: { type: 'text!' } },
};

/** The elements of the modules. */
const MODULES: Readonly<Record<string, ElementForm>> = {
  'mtc:matches': { children: 'mtc:match+', attributes: {} },
  'mtc:match': {
    children: 'mda:metadata? originalData? source target other*',
    attributes: {
      id: 'nameToken',
      matchQuality: 'percentage',
      matchSuitability: 'percentage',
      origin: 'text',
      ref: 'text!',
      reference: 'yesNo',
      similarity: 'percentage',
      subType: 'userDefined',
      type: 'matchType',
    },
    foreign: 'any',
  },
  'gls:glossary': { children: 'gls:glossEntry+', attributes: {} },
  'gls:glossEntry': {
    children: 'gls:term gls:translation* gls:definition? other*',
    attributes: { id: 'nameToken', ref: 'text' },
    foreign: 'any',
  },
  'gls:term': { children: '', mixed: true, attributes: { source: 'text' }, foreign: 'any' },
  'gls:translation': {
    children: '',
    mixed: true,
    attributes: { id: 'nameToken', ref: 'text', source: 'text' },
    foreign: 'any',
  },
  'gls:definition': { children: '', mixed: true, attributes: { source: 'text' }, foreign: 'any' },
  'mda:metadata': { children: 'mda:metaGroup+', attributes: { id: 'nameToken' } },
  'mda:metaGroup': {
    // The suite of 2.2 holds a file, valid by its name, with <meta> of the core's namespace.
    children: 'mda:metaGroup|mda:meta|meta+',
    attributes: { id: 'nameToken', category: 'text', appliesTo: 'metaAppliesTo' },
  },
  'mda:meta': { children: '', mixed: true, attributes: { type: 'text!' } },
  'res:resourceData': { children: 'res:resourceItemRef* res:resourceItem*', attributes: {} },
  'res:resourceItemRef': { children: '', attributes: { id: 'nameToken', ref: 'nameToken!' }, foreign: 'any' },
  'res:resourceItem': {
    children: 'notes? res:source? res:target? res:reference*',
    attributes: { id: 'nameToken', mimeType: 'text', context: 'yesNo' },
    foreign: 'any',
  },
  'res:source': { children: 'other*', attributes: { href: 'text', 'xml:lang': 'language' }, foreign: 'any' },
  'res:target': { children: 'other*', attributes: { href: 'text', 'xml:lang': 'language' }, foreign: 'any' },
  'res:reference': { children: '', attributes: { href: 'text!', 'xml:lang': 'language' }, foreign: 'any' },
  'ctr:changeTrack': { children: 'ctr:revisions+', attributes: {} },
  'ctr:revisions': {
    children: 'ctr:revision+',
    attributes: { appliesTo: 'nameToken!', ref: 'nameToken', currentVersion: 'nameToken' },
    foreign: 'any',
  },
  'ctr:revision': {
    children: 'ctr:item+',
    attributes: { author: 'text', datetime: 'text', version: 'nameToken' },
    foreign: 'any',
  },
  'ctr:item': { mixed: true, attributes: { property: 'text!' }, foreign: 'any' },
  'slr:profiles': {
    children: 'slr:normalization? other*',
    attributes: { generalProfile: 'text', storageProfile: 'text' },
  },
  'slr:normalization': { children: '', attributes: { general: 'normalization', storage: 'normalization' } },
  'slr:data': { children: 'other*', attributes: { profile: 'text!' }, foreign: 'any' },
  'val:validation': { children: 'val:rule+', attributes: {}, foreign: 'any' },
  'val:rule': {
    children: '',
    attributes: {
      isPresent: 'text',
      occurs: 'positive',
      isNotPresent: 'text',
      startsWith: 'text',
      endsWith: 'text',
      existsInSource: 'yesNo',
      caseSensitive: 'yesNo',
      normalization: 'normalization',
      disabled: 'yesNo',
    },
    foreign: 'any',
  },
};

/** Attributes that modules put on elements of the core. */
export const MODULE_ATTRIBUTES: Readonly<Record<string, ValueName>> = {
  'fs:fs': 'style',
  'fs:subFs': 'text',
  'slr:equivStorage': 'integer',
  'slr:sizeInfo': 'sizeInfo',
  'slr:sizeInfoRef': 'nameToken',
  'slr:sizeRestriction': 'restriction',
  'slr:storageRestriction': 'restriction',
  'pgs:switch': 'text',
  'pgs:case': 'text',
};

/** The form of an element by its key; `undefined` where the namespace does not have it. */
export function formOf(key: string): ElementForm | undefined {
  return key.startsWith('xlf:') ? own(CORE, key.slice(4)) : own(MODULES, key);
}

/** The modules that define elements: what else stands in their namespaces is wrong. */
export const ELEMENT_NAMESPACES: ReadonlySet<string> = new Set([
  'xlf',
  'mtc',
  'gls',
  'mda',
  'res',
  'ctr',
  'slr',
  'val',
]);
