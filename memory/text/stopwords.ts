import type { Language } from '../model/language.ts';
import { stripAccents } from './normalize.ts';

/** Articles, pronouns, prepositions, conjunctions, auxiliaries and adverbs of degree, as `Token.norm` has them. */
const FRENCH = `
  le la les l' un une des du de d' au aux ce cet cette ces c' ça cela ceci celui celle ceux celles celui-ci celle-ci
  mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
  je j' tu il elle on nous vous ils elles me m' te t' se s' moi toi lui soi eux y en
  -je -tu -il -ils -elle -elles -on -ce -nous -vous
  qui que qu' quoi dont où lequel laquelle lesquels lesquelles duquel auquel auxquels quel quelle quels quelles
  à dans par pour sur sous avec sans chez vers entre contre depuis pendant durant dès jusque jusqu' avant après devant
  derrière selon lors parmi malgré envers hors outre via près
  et ou ni mais or car donc si comme quand lorsque lorsqu' puisque puisqu' quoique quoiqu' afin ainsi alors aussi
  ne n' pas plus moins très trop peu bien non oui tout toute tous toutes même mêmes autre autres aucun aucune
  chaque plusieurs quelque quelques tel telle tels telles encore déjà toujours jamais ici là cependant toutefois
  notamment également été être est sont était étaient fut furent sera seront serait seraient soit soient étant es suis
  sommes êtes ai as a ont avons avez avait avaient eut eurent aura auront aurait auraient ait aient ayant eu avoir
  fait faire peut peuvent pouvait doit doivent deux`;

const ENGLISH = `
  the a an this that these those my your his her its our their mine yours hers ours theirs
  i you he she it we they me him us them myself himself herself itself themselves who whom whose which what
  of in on at by for to from with without within into onto upon over under about against between among through during
  before after since until till above below off out up down across along around near per via
  and or nor but so yet if then than as because while when where why how whether though although unless however
  not n't no yes only also just too very more most less least much many few some any each every either neither both all
  such same other others another own there here again still already ever never once
  am is are was were be been being have has had having do does did doing done will would shall should can could may
  might must 's 're 've 'll 'd 'm let two`;

const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = { fr: wordSet(FRENCH), en: wordSet(ENGLISH) };

/** Whether a word carries grammar rather than content: of no use to find a sentence by. */
export function isFunctionWord(norm: string, language: Language): boolean {
  return FUNCTION_WORDS[language].has(norm);
}

/** All of them. */
export function functionWords(language: Language): ReadonlySet<string> {
  return FUNCTION_WORDS[language];
}

/** With and without accents: archives lose them. */
function wordSet(list: string): ReadonlySet<string> {
  const words = list.trim().split(/\s+/);
  return new Set([...words, ...words.map(stripAccents)]);
}
