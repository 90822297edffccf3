/** `npm run check:size`: builds where needed, and says what the editor's bundle weighs; fails over the budget. */
import { buildProject } from './build.ts';
import { EDITOR_BUDGET_BYTES, measureEditor } from './editor-size.ts';
import { describeFailure } from './failure.ts';
import { PROJECT_ROOT } from './root.ts';

try {
  await buildProject(PROJECT_ROOT);
  const { withinBudget, sentence } = await measureEditor(PROJECT_ROOT, EDITOR_BUDGET_BYTES);
  console.log(sentence);
  process.exitCode = withinBudget ? 0 : 1;
} catch (error) {
  console.error(await describeFailure(error));
  process.exitCode = 1;
}
