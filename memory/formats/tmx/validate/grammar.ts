import type { PlainForm, PlainGrammar } from '../../validate/plain-form.ts';
import type { ValueKind } from '../../validate/values.ts';
import { form, LANGUAGE, oneOf, TEXT } from '../../validate/values.ts';
import { instantFromTmx } from '../dates.ts';
import { SEGMENT_TYPES } from '../kept-attributes.ts';

/** The versions of TMX; 1.4b is written 1.4 in the file. */
export const TMX_VERSIONS = ['1.1', '1.2', '1.3', '1.4'] as const;

export type TmxVersion = (typeof TMX_VERSIONS)[number];

const DATE: ValueKind = {
  test: (value) => instantFromTmx(value) !== undefined,
  meaning: 'a date in the calendar, as 20211125T170000Z',
};

const NUMBER = form(/^\s*\d+\s*$/, 'a whole number');

const SOURCE_LANGUAGE: ValueKind = {
  test: (value) => value === '*all*' || LANGUAGE.test(value),
  meaning: `${LANGUAGE.meaning}, or *all*`,
};

const SEGMENT_TYPE = oneOf(...SEGMENT_TYPES);

const HISTORY = { creationdate: DATE, creationid: TEXT, changedate: DATE, changeid: TEXT } as const;

const USE = {
  'o-encoding': TEXT,
  datatype: TEXT,
  usagecount: NUMBER,
  lastusagedate: DATE,
  creationtool: TEXT,
  creationtoolversion: TEXT,
  'o-tmf': TEXT,
  ...HISTORY,
} as const;

const CODES = 'bpt|ept|it|ph|ut';

/** Text that is a code: the markup it stands for, and translatable text in it. */
const CODE_CONTENT = { children: 'sub*', mixed: true } as const;

const NATIVE_CODE = { x: NUMBER, type: TEXT } as const;

function grammarOf(version: TmxVersion): PlainGrammar {
  const hasHighlights = version !== '1.1';
  const isOld = version === '1.1' || version === '1.2';
  const language = isOld ? { lang: LANGUAGE } : { 'xml:lang': LANGUAGE, lang: LANGUAGE };
  const codes = hasHighlights ? `${CODES}|hi` : CODES;
  const remark: PlainForm = { children: '', mixed: true, attributes: { ...language, 'o-encoding': TEXT } };
  return {
    header: {
      children: 'note|prop|ude*',
      attributes: {
        creationtool: TEXT,
        creationtoolversion: TEXT,
        segtype: SEGMENT_TYPE,
        'o-tmf': TEXT,
        adminlang: LANGUAGE,
        srclang: SOURCE_LANGUAGE,
        datatype: TEXT,
        'o-encoding': TEXT,
        ...HISTORY,
      },
      required: ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'],
    },
    note: remark,
    prop: { ...remark, attributes: { ...remark.attributes, type: TEXT }, required: ['type'] },
    ude: { children: 'map+', attributes: { name: TEXT, base: TEXT }, required: ['name'] },
    map: {
      children: '',
      attributes: {
        unicode: form(/^#x[\dA-F]+$/i, 'a hexadecimal number, as #xF8FF'),
        code: TEXT,
        ent: TEXT,
        subst: TEXT,
      },
      required: ['unicode'],
    },
    tu: {
      children: 'note|prop* tuv+',
      attributes: {
        tuid: form(/^\S*$/, 'text without white space'),
        segtype: SEGMENT_TYPE,
        srclang: SOURCE_LANGUAGE,
        ...USE,
      },
    },
    tuv: { children: 'note|prop* seg', attributes: { ...language, ...USE }, required: [isOld ? 'lang' : 'xml:lang'] },
    seg: { children: hasHighlights ? `${codes}*` : `${codes}|sub*`, mixed: true, attributes: {} },
    bpt: { ...CODE_CONTENT, attributes: { i: NUMBER, ...NATIVE_CODE }, required: ['i'] },
    ept: { ...CODE_CONTENT, attributes: { i: NUMBER }, required: ['i'] },
    it: { ...CODE_CONTENT, attributes: { pos: oneOf('begin', 'end'), ...NATIVE_CODE }, required: ['pos'] },
    ph: { ...CODE_CONTENT, attributes: { assoc: TEXT, ...NATIVE_CODE } },
    ut: { children: version === '1.4' ? 'sub*' : '', mixed: true, attributes: { x: NUMBER } },
    sub: { children: `${codes}*`, mixed: true, attributes: hasHighlights ? { datatype: TEXT, type: TEXT } : {} },
    ...(hasHighlights && { hi: { children: `${codes}*`, mixed: true, attributes: NATIVE_CODE } }),
  };
}

/** The elements in a header or a `tu`, by the version of the file. */
export const TMX_GRAMMARS: Readonly<Record<TmxVersion, PlainGrammar>> = {
  '1.1': grammarOf('1.1'),
  '1.2': grammarOf('1.2'),
  '1.3': grammarOf('1.3'),
  '1.4': grammarOf('1.4'),
};
