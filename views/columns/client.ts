/** Shows the first rows of a table that was chosen, and lets its columns be named by choosing; what was chosen is remembered. */
import { areWhole, likeness, ROLES, type Role, rolesIn, type TableKind, withRole } from './columns.ts';

interface Words {
  readonly title: string;
  readonly column: string;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly missing: string;
  readonly named: string;
  readonly remembered: string;
  readonly failed: string;
}

interface Preview {
  readonly rows: readonly (readonly string[])[];
  readonly columns?: string;
}

/** As much of a text as is sent for a look at its first rows, in bytes. */
const BEGINNING = 256 * 1024;
/** What is read whole: a workbook, or what is packed. Larger ones are left to who knows their columns. */
const LARGEST_WHOLE = 32 * 1024 * 1024;

const place = document.getElementById('column-mapper');
const form = place?.closest('form');
const file = form?.querySelector<HTMLInputElement>('input[type="file"]');
const field = form?.querySelector<HTMLInputElement>('input[name="columns"]');
const kind: TableKind = place?.dataset['of'] === 'terms' ? 'terms' : 'units';
/** Under what names is kept what was chosen. */
const KEPT = kind === 'units' ? 'calque-columns ' : 'calque-term-columns ';

if (place && file && field) file.addEventListener('change', () => void look(place, file, field));

async function look(shown: HTMLElement, { files }: HTMLInputElement, columns: HTMLInputElement): Promise<void> {
  shown.replaceChildren();
  columns.setCustomValidity('');
  const chosen = files?.[0];
  if (!chosen || !/\.(csv|tsv|txt|xlsx)(\.(gz|zip))?$/i.test(chosen.name)) return;
  columns.value = '';
  const words = JSON.parse(shown.dataset['words'] ?? '{}') as Words;
  const preview = await previewOf(chosen);
  // Another file may have been chosen meanwhile.
  if (files?.[0] !== chosen) return;
  if (preview) show(shown, columns, preview, words);
  else shown.append(paragraph(words.failed));
}

async function previewOf(chosen: File): Promise<Preview | undefined> {
  const isText = /\.(csv|tsv|txt)$/i.test(chosen.name);
  if (!isText && chosen.size > LARGEST_WHOLE) return undefined;
  const response = await fetch(
    `/api/v1/imports/table-previews?${new URLSearchParams({ name: chosen.name, of: kind })}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: isText ? chosen.slice(0, BEGINNING) : chosen,
    },
  ).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Preview) : undefined;
}

function show(shown: HTMLElement, columns: HTMLInputElement, { rows, columns: named }: Preview, words: Words): void {
  const key = KEPT + likeness(rows, named !== undefined);
  const kept = localStorage.getItem(key) ?? undefined;
  const stated = kept ?? named ?? '';
  const begun = rolesIn(stated, rows[0]?.length ?? 0, kind);
  let roles = begun;
  const state = paragraph('');
  const selects = roles.map((_, column) => chooser(column, words));
  const say = (sentence: string): void => {
    for (const [column, select] of selects.entries()) select.value = roles[column] ?? '-';
    const whole = areWhole(roles, kind);
    // What was not changed keeps its regions.
    columns.value = whole ? (roles === begun ? stated : roles.join(',')) : '';
    columns.setCustomValidity(whole ? '' : words.missing);
    state.textContent = whole ? sentence : words.missing;
  };
  for (const [column, select] of selects.entries()) {
    select.addEventListener('change', () => {
      roles = withRole(roles, column, select.value as Role);
      say('');
      if (areWhole(roles, kind)) localStorage.setItem(key, roles.join(','));
    });
  }
  // What is typed counts, too.
  columns.addEventListener('input', () => columns.setCustomValidity(''), { once: true });
  shown.replaceChildren(state, tableOf(rows, selects, words));
  say(kept !== undefined ? words.remembered : named !== undefined ? words.named : '');
}

function chooser(column: number, words: Words): HTMLSelectElement {
  const select = document.createElement('select');
  select.className = 'input';
  select.setAttribute('aria-label', `${words.column} ${column + 1}`);
  for (const role of ROLES[kind]) select.append(new Option(words.roles[role], role));
  return select;
}

function tableOf(
  rows: readonly (readonly string[])[],
  selects: readonly HTMLSelectElement[],
  { title }: Words,
): HTMLElement {
  const table = document.createElement('table');
  table.className = 'columns';
  table.createCaption().textContent = title;
  const head = table.createTHead().insertRow();
  for (const select of selects) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.append(select);
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  const frame = document.createElement('div');
  frame.className = 'columns-frame';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', title);
  frame.append(table);
  return frame;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'field-hint';
  made.textContent = text;
  return made;
}
