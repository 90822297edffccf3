import type { Store } from '../../memory/store/store.ts';
import { actor, makeMemory, unit } from '../store/contract/samples.ts';

const NOUNS = { loup: 'wolf', cheval: 'horse', oiseau: 'bird', chien: 'dog' };
const COLOURS = { noir: 'black', blanc: 'white', jaune: 'yellow', vert: 'green' };
const VERBS = { dort: 'sleeps', mange: 'eats', court: 'runs', nage: 'swims' };

/** Pairs of sentences from which the words of {@link DOUBTFUL} can be learnt, French and English. */
export const TAUGHT: readonly (readonly [string, string])[] = Object.entries(NOUNS).flatMap(([frNoun, enNoun]) =>
  Object.entries(COLOURS).flatMap(([frColour, enColour]) =>
    Object.entries(VERBS).map(
      ([frVerb, enVerb]) => [`Le ${frNoun} ${frColour} ${frVerb}.`, `The ${enColour} ${enNoun} ${enVerb}.`] as const,
    ),
  ),
);

/** Puts {@link TAUGHT} into a memory of its own; a lexicon is yet to be learnt. */
export async function teach(store: Store): Promise<void> {
  const { id } = await makeMemory(store);
  const units = TAUGHT.map(([fr, en]) => unit(fr, en));
  await store.addUnits(id, units, actor());
}

const BEFORE = [
  [
    'Le port de Wexcombe a compté 1 250 visiteurs le 12 mars 2021.',
    'The port of Wexcombe had 1,250 visitors on 12 March 2021.',
  ],
  ['La route a été fermée pendant 45 minutes ce jour-là.', 'The road was closed for 45 minutes on that day.'],
] as const;
const AFTER = [
  ['À Port-Lannec, on attend 3 400 personnes le 17 avril.', 'In Port-Lannec, 3,400 people are expected on 17 April.'],
  ['Le budget est de 12,5 millions d’euros, dit la mairie.', 'The budget is €12.5 million, the town hall says.'],
] as const;

/** The one without a partner is as long as the English sentence that translates the other. */
const [ALONE, RIGHT, ENGLISH] = ['Le cheval noir court.', 'Le loup blanc nage.', 'The white wolf swims.'];

const lines = (...sentences: readonly string[]) => sentences.join('\n');

/** An article of which one English sentence goes, by its length and place alone, to the wrong French one. */
export const DOUBTFUL = {
  fr: lines(...BEFORE.map(([fr]) => fr), ALONE, RIGHT, ...AFTER.map(([fr]) => fr)),
  en: lines(...BEFORE.map(([, en]) => en), ENGLISH, ...AFTER.map(([, en]) => en)),
  right: `${RIGHT} | ${ENGLISH}`,
  wrong: `${ALONE} | ${ENGLISH}`,
  alone: ALONE,
} as const;
