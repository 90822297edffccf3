import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { BINDINGS, isDigits } from '../../views/editor/keys/bindings.ts';
import { chordLabels } from '../../views/editor/keys/chord.ts';
import { keys } from '../../views/messages/en/keys.ts';

const README = join(PROJECT_ROOT, 'README.md');
const PLACE = /(<!-- keys: [^\n]*-->\n)[\s\S]*?(<!-- \/keys -->)/;

/** The editor's keys as a table of Markdown. */
function keyTable(): string {
  const rows = BINDINGS.map((binding) => {
    const { command, chords } = binding;
    const labels = chords.map((chord) => chordLabels(chord, false, keys.names).join('+'));
    const shown = isDigits(binding) ? [`${labels[0]} … ${labels.at(-1)}`] : labels;
    return `| ${keys.commands[command]} | ${shown.map((keys) => `\`${keys}\``).join(', ')} |`;
  });
  return ['| action | keys (Mac: Cmd for Ctrl, but Ctrl with digits) |', '|---|---|', ...rows].join('\n');
}

// `npm run readme` writes the file anew where this fails.
it('the README lists the keys that the editor has', async () => {
  const readme = readFileSync(README, 'utf8');
  expect(readme).toMatch(PLACE);
  await expect(readme.replace(PLACE, `$1\n${keyTable()}\n\n$2`)).toMatchFileSnapshot(README);
});
