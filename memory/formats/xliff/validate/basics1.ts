import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements, ownChildren } from '../../xml/placed.ts';
import { valueFault } from './values.ts';
import { checkUnique, descendants } from './walk.ts';

const NAMESPACES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:xliff:document:1.1': '1.1',
  'urn:oasis:names:tc:xliff:document:1.2': '1.2',
};

const STATES: ReadonlySet<string> = new Set([
  'final',
  'needs-adaptation',
  'needs-l10n',
  'needs-review-adaptation',
  'needs-review-l10n',
  'needs-review-translation',
  'needs-translation',
  'new',
  'signed-off',
  'translated',
]);

/** What readers of XLIFF 1.0 to 1.2 rely on: files with languages, units with ids and sources, states, paired codes. */
export function checkVersion1(root: PlacedElement, faults: Faults): void {
  const { version } = root.attributes;
  if (version === undefined) faults.add(root, `${shown(root)} lacks the attribute version.`);
  else if (!/^1\.[012]$/.test(version)) faults.add(root, `The version ${version.slice(0, 20)} is none of XLIFF 1.`);
  const wanted = own(NAMESPACES, root.namespace);
  if (wanted !== undefined && version !== undefined && version !== wanted) {
    faults.add(root, `The version is ${version}, while the namespace is that of ${wanted}.`);
  }
  const files = ownChildren(root, 'file');
  if (files.length === 0) faults.add(root, `${shown(root)} has no <file>.`);
  for (const file of files) checkFile(file, faults);
}

function checkFile(file: PlacedElement, faults: Faults): void {
  for (const name of ['original', 'source-language', 'datatype']) {
    if (file.attributes[name] === undefined) faults.add(file, `<${file.name}> lacks the attribute ${name}.`);
  }
  for (const name of ['source-language', 'target-language']) {
    const value = file.attributes[name];
    const fault = value === undefined ? undefined : valueFault('language', value);
    if (fault) faults.add(file, `The attribute ${name} of <${file.name}> ${fault}.`);
  }
  if (ownChildren(file, 'body').length !== 1) faults.add(file, `<${file.name}> must have one <body>.`);
  checkTool(file, faults);
  const units = [...descendants(file)].filter(
    ({ local, namespace }) => local === 'trans-unit' && namespace === file.namespace,
  );
  checkUnique(units, 'file', faults);
  for (const unit of units) checkUnit(unit, faults);
}

/** The tool that a file names is one that its header explains. */
function checkTool(file: PlacedElement, faults: Faults): void {
  const id = file.attributes['tool-id'];
  const tools = ownChildren(file, 'header').flatMap((header) => ownChildren(header, 'tool'));
  if (id === undefined || tools.some(({ attributes }) => attributes['tool-id'] === id)) return;
  faults.add(file, `The tool-id of <${file.name}> is “${id}”, which is no <tool> of its header.`);
}

/** What stands before the target: nothing but the source. */
const BEFORE_TARGET: ReadonlySet<string> = new Set(['source', 'seg-source', 'target']);

function checkTargetPlace(unit: PlacedElement, faults: Faults): void {
  const children = childElements(unit).filter(({ namespace }) => namespace === unit.namespace);
  const place = children.findIndex(({ local }) => local === 'target');
  const target = children[place];
  const isEarly = place < children.findIndex(({ local }) => local === 'source');
  if (target && (isEarly || children.slice(0, place).some(({ local }) => !BEFORE_TARGET.has(local)))) {
    faults.add(target, `<${target.name}> must stand right behind the source in ${shown(unit)}.`);
  }
}

function checkUnit(unit: PlacedElement, faults: Faults): void {
  const { approved, translate, id } = unit.attributes;
  if (id === undefined) faults.add(unit, `<${unit.name}> lacks the attribute id.`);
  for (const [name, value] of Object.entries({ approved, translate })) {
    const fault = value === undefined ? undefined : valueFault('yesNo', value);
    if (fault) faults.add(unit, `The attribute ${name} of ${shown(unit)} ${fault}.`);
  }
  const sources = ownChildren(unit, 'source');
  const targets = ownChildren(unit, 'target');
  if (sources.length !== 1) faults.add(unit, `${shown(unit)} must have one <source>.`);
  if (targets.length > 1) faults.add(unit, `${shown(unit)} must not have more than one <target>.`);
  for (const target of targets) {
    const { state } = target.attributes;
    if (state !== undefined && !STATES.has(state) && !state.startsWith('x-')) {
      faults.add(target, `The state “${state}” of <${target.name}> is none of XLIFF 1.2, and does not begin with x-.`);
    }
  }
  checkTargetPlace(unit, faults);
  for (const side of [...sources, ...targets]) checkCodes(side, faults);
}

const WITH_ID: ReadonlySet<string> = new Set(['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it']);
const INLINE: ReadonlySet<string> = new Set([...WITH_ID, 'mrk', 'sub']);

function checkCodes(side: PlacedElement, faults: Faults): void {
  const open = new Map<string, PlacedElement>();
  for (const code of descendants(side)) {
    if (code === side || code.namespace !== side.namespace) continue;
    if (!INLINE.has(code.local)) faults.add(code, `${shown(code)} is no inline element of XLIFF 1.`);
    const { id, rid = id ?? '' } = code.attributes;
    if (WITH_ID.has(code.local) && id === undefined) faults.add(code, `<${code.name}> lacks the attribute id.`);
    if (code.local === 'bpt') open.set(rid, code);
    if (code.local === 'ept' && !open.delete(rid)) {
      faults.add(code, `${shown(code)} ends no <bpt> that stands before it.`);
    }
  }
  for (const code of open.values()) faults.add(code, `${shown(code)} has no <ept> behind it.`);
}
