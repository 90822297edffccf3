import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import type { ExportDocument, ExportSegment } from '../../memory/formats/xliff/export-input.ts';
import type { InlineContent } from '../../memory/model/inline.ts';
import type { Match, MatchKind } from '../../memory/model/match.ts';
import type { Status } from '../../memory/model/origin.ts';
import type { Provenance } from '../../memory/model/provenance.ts';

const provenance: Provenance = {
  title: 'Le conseil vote la loi',
  publication: 'La Gazette du Port',
  url: 'https://example.org/articles?id=7&lang=fr',
  publishedOn: '2021-11-25',
  author: 'La rédaction',
  translator: 'Agence du Port',
  credit: 'Traduit de l’anglais (original) par l’Agence du Port.',
  originalLanguage: 'en',
  rights: '© La Gazette du Port',
};

function match(kind: MatchKind, rate: number, source: InlineContent, target: InlineContent): Match {
  return {
    unitId: 1,
    memory: { id: 1, name: 'Presse & "Cie"' },
    source,
    sourceLanguage: 'fr',
    target,
    targetLanguage: 'en-GB',
    diff: [],
    warnings: [],
    provenance,
    origin: { kind: 'human' },
    status: 'confirmed',
    createdAt: '2026-01-02T03:04:05.000Z',
    changedAt: '2026-01-02T03:04:05.000Z',
    kind,
    rate,
    grossRate: rate,
    penalties: [],
    ...(kind === 'adapted' && { adapted: [{ kind: 'number', from: '12', to: '14' }] }),
  };
}

const bold = { form: 'open', id: '1', type: 'bold', data: '<b>' } as const;
const boldEnd = { form: 'close', id: '1', data: '</b>' } as const;
const link = { form: 'open', id: '2', type: 'link' } as const;
const linkEnd = { form: 'close', id: '2' } as const;
const lineBreak = { form: 'standalone', id: '3', type: 'lb', data: '<br/>' } as const;

type Row = readonly [source: InlineContent, target: InlineContent, status: Status, more?: Partial<ExportSegment>];

function segments(rows: readonly Row[]): readonly ExportSegment[] {
  return rows.map(([source, target, status, more], index) => ({
    segment: { id: 100 + index, source, target, status, locked: index === 1 },
    ...more,
  }));
}

const fromMatch = (kind: MatchKind, rate: number) => ({ kind: 'match', match: kind, rate }) as const;

function withCandidates(target: InlineContent, kind: MatchKind, rate: number): Partial<ExportSegment> {
  return {
    candidates: {
      matches: [
        match(kind, rate, ['Le conseil a voté hier.'], target),
        match('fuzzy', 71, ['Il a voté.'], ['He voted.']),
      ],
      related: [{ ...match('fuzzy', 0, ['Les élus se sont prononcés.'], ['The councillors voted.']), confidence: 0.6 }],
      machine: [{ engine: 'DeepL', target: ['The council voted yesterday.'] }],
    },
  };
}

function drafted(row: Row, kind: MatchKind, rate: number): ExportSegment {
  const [source, target, status, more] = row;
  return { segment: { id: 400 - rate, source, target, status, locked: false, origin: fromMatch(kind, rate) }, ...more };
}

/** Three projects as the editor leaves them: half done, full of codes, and with what XML finds hard. */
export const PROJECTS: Readonly<Record<'news' | 'codes' | 'odd', readonly ExportDocument[]>> = {
  news: [
    {
      name: 'conseil.txt',
      sourceLanguage: 'fr',
      targetLanguage: 'en-GB',
      provenance,
      segments: [
        ...segments([
          [['Le conseil a voté la loi.'], ['The council passed the law.'], 'confirmed'],
          [['La Gazette du Port'], ['La Gazette du Port'], 'reviewed'],
          [['Rien n’est traduit ici.'], [], 'untranslated'],
          [['Une ébauche.'], ['A draft.'], 'draft'],
          [['Refusé.'], ['Refused.'], 'rejected'],
          [['Le conseil a voté.'], [], 'untranslated', withCandidates(['The council voted.'], 'fuzzy', 88)],
        ]),
        drafted([['Même texte, mêmes voisins.'], ['Same text.'], 'draft'], 'context', 101),
        drafted([['Même texte.'], ['Same text.'], 'draft', withCandidates(['Same text.'], 'exact', 100)], 'exact', 100),
        drafted(
          [['14 élus ont voté.'], ['14 members voted.'], 'draft', withCandidates(['14.'], 'adapted', 99)],
          'adapted',
          99,
        ),
        drafted([['Presque le même.'], ['Nearly the same.'], 'draft'], 'fuzzy', 80),
      ],
    },
    {
      name: 'suite.txt',
      sourceLanguage: 'fr',
      targetLanguage: 'en-GB',
      segments: segments([[['La suite demain.'], ['More tomorrow.'], 'confirmed']]),
    },
  ],
  codes: [
    {
      name: 'page.html',
      sourceLanguage: 'fr-FR',
      targetLanguage: 'en',
      segments: segments([
        [['Un mot ', bold, 'gras', boldEnd, '.'], ['A ', bold, 'bold', boldEnd, ' word.'], 'confirmed'],
        [[link, bold, 'les deux', boldEnd, linkEnd], [bold, link, 'both', linkEnd, boldEnd], 'reviewed'],
        [['un', lineBreak, 'deux'], ['one', lineBreak, 'two'], 'confirmed'],
        [[bold, 'croisé ', link, 'ici', boldEnd, ' et là', linkEnd], [bold, 'crossed', boldEnd], 'draft'],
        [['fin', boldEnd, ' coupée ', link], ['cut', boldEnd, ' end ', link], 'confirmed'],
        [[{ ...bold, type: 'ma police' }, 'x', boldEnd], ['x'], 'confirmed'],
      ]),
    },
  ],
  odd: [
    {
      name: 'étrange & "cité" <1>.txt',
      sourceLanguage: 'en',
      targetLanguage: 'fr-CA',
      segments: segments([
        [['a < b && c > d ]]> "e"'], ['a < b && c > d ]]> « e »'], 'confirmed'],
        [['  two  spaces\tand a tab '], ['  deux  espaces\tet une tabulation '], 'confirmed'],
        [['One.\r\nTwo.\rThree.'], ['Un.\nDeux.'], 'confirmed'],
        [['Emoji 😀 and 𝒳'], ['Émoji 😀 et 𝒳\u00A0!'], 'reviewed'],
        [['form\u000Cfeed \uFFFE \uD800 end'], ['saut\u000Cde page'], 'confirmed'],
      ]),
    },
  ],
};

/** Units with all that a memory keeps, and with the texts of the projects. */
export function memoryUnits(): readonly TmxUnit[] {
  const units: TmxUnit[] = [];
  for (const documents of Object.values(PROJECTS)) {
    for (const { sourceLanguage, segments: exported } of documents) {
      if (!Array.isArray(exported)) continue;
      for (const { segment } of exported as readonly ExportSegment[]) {
        if (segment.target.length === 0) continue;
        const french = sourceLanguage.startsWith('fr');
        units.push({
          id: `${units.length}`,
          place: { document: 'd1', position: units.length, provenance },
          unit: {
            fr: { language: 'fr', content: french ? segment.source : segment.target },
            en: { language: 'en-GB', content: french ? segment.target : segment.source },
            ...(units.length % 3 > 0 && { originalLanguage: french ? 'fr' : 'en' }),
            origin: { kind: 'alignment', confidence: 0.9 },
            status: segment.status,
            note: 'Une note & une autre.',
            properties: [
              { type: 'x-domain', value: 'presse' },
              { type: 'x-side', value: '<b>', side: 'en' },
              { type: 'tmx:datatype', value: 'html' },
            ],
            createdAt: '2026-01-02T03:04:05.000Z',
            createdBy: 'zoé',
            changedAt: '2026-02-02T03:04:05.000Z',
            changedBy: 'bob',
            useCount: 3,
            lastUsedAt: '2026-03-02T03:04:05.000Z',
          },
        });
      }
    }
  }
  return units;
}
