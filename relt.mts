import { openSqliteStore } from '/work/retrieval/memory/store/sqlite/open.ts';
import { TermSearch, textCount, weightOf } from '/work/retrieval/memory/retrieval/index/term-search.ts';
import { Associations } from '/work/retrieval/memory/retrieval/index/association.ts';
import { numberWord, stemOf } from '/work/retrieval/memory/retrieval/index/word-ids.ts';
import { profileOf } from '/work/retrieval/memory/match/profile.ts';
import { isFunctionWord } from '/work/retrieval/memory/text/stopwords.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
const path = process.argv[2]; const step = Number(process.argv[3] ?? 4);
const db = new Database(path, { readonly: true });
const store = await openSqliteStore(path);
const rows = readFileSync('/work/shared/corpora/related-dev.tsv', 'utf8').trim().split('\n').map((l) => l.split('\t'));
const news = readFileSync('/work/shared/corpora/news-dev.tsv', 'utf8').trim().split('\n').map((l) => l.split('\t'));
const maxId = db.prepare('select max(id) from units').pluck().get() as number;
const ids = new Map<string, number>();
for (const r of db.prepare('select id, fr_text, en_text from units where id > ?').all(maxId - 3000) as any[]) ids.set(r.en_text + '\t' + r.fr_text, r.id);
const memories = new Set((await store.listMemories()).map((m) => m.id));
const blocks = await store.indexBlocks(['fr', 'en']);
const N = textCount(blocks);
const df: any = {}; for (const l of ['fr', 'en'] as const) { const f = new Float64Array(3e6); for (const b of blocks) { const s = b[l]; for (let k = 0; k < s.stems.length; k++) f[s.stems[k]] += s.starts[k + 1] - s.starts[k]; } df[l] = f; }
const idf = (l: string, s: number) => weightOf(df[l][s], N);
const search = new TermSearch(), assoc = new Associations();
const where = new Map<number, any>(); blocks.forEach((b) => b.units.forEach((u, slot) => where.set(u, [b, slot])));
const out: any[] = [];
const list = [...rows.map((r, i) => ({ text: r[2], id: ids.get(r[0].trim() + '\t' + r[1].trim())!, i })), ...news.map((r, i) => ({ text: r[1], id: 0, i: 10000 + i }))].filter((x) => x.i % step === 0);
const times: number[] = [];
for (const { text, id, i } of list) {
  const p = profileOf([text], 'fr');
  const wid = await store.wordIds('fr', p.forms, p.stems);
  const content = p.tokens.filter((t) => t.kind !== 'punctuation');
  const words = new Map<number, any>(); let unknown = 0;
  p.forms.forEach((f, k) => { if (f === '#') return; if (wid[k] === 0) { unknown++; return; } words.set(stemOf(wid[k]), { fn: isFunctionWord(content[k]?.norm ?? f, 'fr'), form: f }); });
  const nums = [...new Set(p.numbers.map(numberWord))]; const nid = await store.wordIds('fr', nums, nums); const nidE = await store.wordIds('en', nums, nums);
  const src: any[] = [...words].map(([s, x]) => ({ stem: s, w: idf('fr', s), ...x }));
  nid.forEach((x) => { if (x) src.push({ stem: stemOf(x), w: idf('fr', stemOf(x)), num: true }); });
  const t0 = performance.now();
  const tw = new Map<number, number>();
  for (const x of src) if (!x.fn && !x.num) {
    const same = (await store.wordIds('en', [x.form], [x.form]))[0];
    if (same) { const s = stemOf(same); const r = Math.min(df.fr[x.stem], df.en[s]) / Math.max(df.fr[x.stem], df.en[s]); tw.set(s, Math.max(tw.get(s) ?? 0, .3 + .6 * r)); }
    for (const e of assoc.of(blocks, 'fr', x.stem)) tw.set(e.stem, Math.min(1, Math.max(tw.get(e.stem) ?? 0, e.weight ** .6)));
  }
  nidE.forEach((x) => { if (x) tw.set(stemOf(x), 1); });
  const cut = N * .04;
  const source = src.filter((x) => !x.fn && df.fr[x.stem] < cut).map((x) => ({ stem: x.stem, weight: x.w }));
  const target = [...tw].filter(([s]) => df.en[s] < cut).map(([stem, w]) => ({ stem, weight: w * idf('en', stem) }));
  const got = search.search(blocks, 'fr', { source, target }, { memories, share: .7, limit: 400 });
  const sw = new Map(src.map((x) => [x.stem, x.w])); const Q = src.reduce((a, x) => a + x.w, 0) + unknown * idf('fr', 0); const T = [...tw].reduce((a, [s, w]) => a + w * idf('en', s), 0);
  const feats: any[] = [];
  const read = (b: any, l: 'fr' | 'en', slot: number, weights: Map<number, number>) => {
    const s = b[l]; const o = b.ordinalOf(l, slot); const seen = new Set<number>(); let hit = 0, all = 0, hitD = 0; const seq: number[] = [];
    for (let k = s.offsets[o]; k < s.offsets[o + 1]; k++) { const st = stemOf(s.words[k]); seq.push(st); if (seen.has(st)) continue; seen.add(st); const v = idf(l, st); all += v; const w = weights.get(st); if (w !== undefined) { hit += l === 'fr' ? w : w * v; hitD += v * (l === 'fr' ? 1 : Math.min(1, w * 1)); } }
    for (let k = s.numberOffsets[o]; k < s.numberOffsets[o + 1]; k++) { const st = stemOf(s.numbers[k]); const v = idf(l, st); all += v; const w = weights.get(st); if (w !== undefined) { hit += l === 'fr' ? w : w * v; hitD += v; } }
    return { hit, all, hitD, len: s.offsets[o + 1] - s.offsets[o], seq };
  };
  const qseq = wid.map((x) => stemOf(x)); const qb = new Set(qseq.slice(1).map((x, k) => qseq[k] * 1e7 + x));
  for (const [rank, g] of got.entries()) {
    const [b, slot] = where.get(g.unitId); const S = read(b, 'fr', slot, sw); const E = read(b, 'en', slot, tw);
    let bi = 0; S.seq.forEach((x, k) => { if (k && qb.has(S.seq[k - 1] * 1e7 + x)) bi++; });
    feats.push([g.unitId === id ? 1 : 0, rank, g.source, g.target, S.hit / Q, S.hitD / S.all, E.hit / T, E.hitD / E.all, bi / Math.max(1, qseq.length - 1), S.len / qseq.length, S.hit, E.hit, g.unitId]);
  }
  times.push(performance.now() - t0);
  const hm = (a: number, b: number) => 2 * a * b / (a + b + 1e-9); feats.sort((x, y) => hm(y[4], y[5]) + hm(y[6], y[7]) - hm(x[4], x[5]) - hm(x[6], x[7])); const keep = feats.filter((x, k) => k < 60 || x[0]);
  feats.length = 0; feats.push(...keep.map((x) => x.map((v: number) => +v.toFixed(4))));
  out.push({ i, id, n: qseq.length, Q, T, feats });
}
writeFileSync('/tmp/rt/feats.json', JSON.stringify(out));
times.sort((a, b) => a - b); console.log('ms mean', times.reduce((a, b) => a + b) / times.length, 'p99', times[Math.floor(times.length * .99)]);
const rel = out.filter((q) => q.i < 10000); console.log('recall400', rel.filter((q) => q.feats.some((f: any) => f[0])).length / rel.length, rel.length);
function ev(name: string, f: (x: any, q: any) => number) { let a = 0, b = 0; for (const q of rel) { const s = q.feats.map((x: any) => [f(x, q), x[0]]).sort((m: any, n: any) => n[0] - m[0]); const r = s.findIndex((x: any) => x[1]); if (r === 0) a++; if (r >= 0 && r < 5) b++; } console.log(name, (100 * a / rel.length).toFixed(1), (100 * b / rel.length).toFixed(1)); }
ev('harm1', (x) => 2 * x[4] * x[5] / (x[4] + x[5] + 1e-9) + 1 * 2 * x[6] * x[7] / (x[6] + x[7] + 1e-9));
await store.close();
