import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { readConfig } from '../../src/config.ts';
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

/** Everything that can be set, so that all of it is read. */
const ALL_SET = {
  CALQUE_URL: 'https://calque.example.org',
  CALQUE_OIDC_ISSUER: 'https://id.example.org',
  CALQUE_OIDC_CLIENT_ID: 'calque',
  CALQUE_OIDC_CLIENT_SECRET: 'secret',
  CALQUE_BACKUPS: '/backups',
  DEEPL_AUTH_KEY: 'key',
};

/** The settings of the README's table, with the default of each that has one. */
function documentedSettings(): ReadonlyMap<string, string | undefined> {
  const [, table = ''] =
    /^\| setting \| default \|.*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(readFileSync(README, 'utf8')) ?? [];
  const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  const rows = table.split('\n').flatMap((row) => {
    const [, named, preset] = row.split('|');
    const [first = '', ...others] = quoted(named);
    const stem = first.replace(/_[A-Z]+$/, '');
    const defaults = quoted(preset);
    return first === ''
      ? []
      : [first, ...others.map((name) => (name.startsWith('_') ? stem + name : name))].map(
          (name, at) => [name, defaults[at]] as const,
        );
  });
  return new Map(rows);
}

it('the README lists the settings that are read, with their defaults', () => {
  const read = new Set<string>();
  const recording = new Proxy<Record<string, string>>(ALL_SET, {
    get(settings, name) {
      read.add(String(name));
      return settings[String(name)];
    },
  });
  const config = readConfig(recording, '/work');
  const documented = documentedSettings();
  // What the log says is not the configuration's.
  expect([...documented.keys()].sort()).toEqual([...read, 'LOG_LEVEL'].sort());
  for (const [name, preset] of documented) {
    if (preset !== undefined) expect(readConfig({ ...ALL_SET, [name]: preset }, '/work'), name).toEqual(config);
  }
});

// `npm run readme` writes the file anew where this fails.
it('the README lists the keys that the editor has', async () => {
  const readme = readFileSync(README, 'utf8');
  expect(readme).toMatch(PLACE);
  await expect(readme.replace(PLACE, `$1\n${keyTable()}\n\n$2`)).toMatchFileSnapshot(README);
});
