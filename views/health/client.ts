/** The keys of a list of findings or candidates: arrows go from one to the next, the key on a button presses it. */
const findings = () => [...document.querySelectorAll<HTMLElement>('.finding')];

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const handled = event.key === 'ArrowDown' ? move(1) : event.key === 'ArrowUp' ? move(-1) : press(keyOf(event));
  if (handled) event.preventDefault();
});

/** The page is read anew after each repair: what follows the finding that is gone is looked at next. */
const KEPT = 'calque-finding';
const kept = sessionStorage.getItem(KEPT);
sessionStorage.removeItem(KEPT);
if (kept !== null) {
  const list = findings();
  list[Math.min(Number(kept), list.length - 1)]?.focus();
}

function active(): number {
  return findings().findIndex((finding) => finding.contains(document.activeElement));
}

function move(step: 1 | -1): boolean {
  const list = findings();
  const place = active();
  const next = place < 0 && step > 0 ? 0 : place + step;
  list[next]?.focus();
  return list[next] !== undefined;
}

/** Digits by their place, as a French keyboard has them with Shift. */
function keyOf({ code, key }: KeyboardEvent): string {
  return /^Digit[1-9]$/.test(code) ? code.slice(5) : key.toUpperCase();
}

function press(key: string): boolean {
  const place = active();
  const within: ParentNode | null = key === 'U' ? document.getElementById('undo-last') : (findings()[place] ?? null);
  const button = within?.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${CSS.escape(key)}"]`);
  if (!button) return false;
  sessionStorage.setItem(KEPT, String(Math.max(place, 0)));
  button.click();
  return true;
}
