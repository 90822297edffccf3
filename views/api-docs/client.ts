/** Makes the calls of the API’s reference, and copies its examples. Without it, the page is there to be read. */

/** How much of an answer is shown, in UTF-16 units: a memory may be sent, of any size. */
const SHOWN = 100_000;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-path]')) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void call(form);
  });
}

for (const example of document.querySelectorAll<HTMLElement>('[data-copies]')) {
  const button = example.querySelector('button');
  if (button === null) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const line = example.querySelector('pre')?.textContent ?? '';
    const copied = await copy(line);
    say(example, (copied ? example.dataset['copied'] : example.dataset['notCopied']) ?? '');
  });
}

/** @returns whether the browser let it */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

async function call(form: HTMLFormElement): Promise<void> {
  const { method = 'GET', sending = '', unreachable = '', cut = '' } = form.dataset;
  const received = form.querySelector<HTMLElement>('.api-received');
  if (received === null) return;
  received.hidden = true;
  say(form, sending);
  try {
    const response = await fetch(addressOf(form), { method, ...contentOf(form) });
    const { text, whole } = await beginning(response);
    received.textContent = indented(response, text);
    received.hidden = text === '';
    say(form, `${response.status} ${response.statusText}${whole ? '' : ` – ${cut}`}`);
  } catch {
    say(form, unreachable);
  }
}

function say(place: HTMLElement, text: string): void {
  const status = place.querySelector('[role=status]');
  if (status !== null) status.textContent = text;
}

/** The path with its parameters, and the query with those that were filled in. */
function addressOf(form: HTMLFormElement): string {
  let path = form.dataset['path'] ?? '';
  const query = new URLSearchParams();
  for (const [field, value] of new FormData(form)) {
    const [, place, name = ''] = field.split('.');
    if (place === 'path') path = path.replace(`:${name}`, encodeURIComponent(String(value)));
    if (place === 'query' && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function contentOf(form: HTMLFormElement): RequestInit {
  const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
  if (file !== undefined) return { headers: { 'content-type': form.dataset['type'] ?? '' }, body: file };
  const body = form.querySelector('textarea')?.value;
  return body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body };
}

/** As much of an answer as is shown; the rest is not fetched. */
async function beginning(response: Response): Promise<{ text: string; whole: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader !== undefined && text.length <= SHOWN) {
    const { done, value } = await reader.read();
    if (done) return { text, whole: true };
    text += value;
  }
  await reader?.cancel();
  return { text: text.slice(0, SHOWN), whole: reader === undefined };
}

function indented(response: Response, text: string): string {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

export {};
