/** Keeps the page of jobs as the jobs are: progress where it stands, all else by reading the page again. */
import type { EventData } from '../../src/contract/events.ts';
import { followEvents } from '../live/events.ts';

/** How long to gather changes before the page is read again, in milliseconds. */
const PAUSE = 200;
let reading: ReturnType<typeof setTimeout> | undefined;

followEvents((event) => {
  if (event.name === 'reset' || (event.name === 'job' && !showProgress(event.data))) readAgain();
});

/** @returns whether that was all there is to show */
function showProgress(job: EventData<'job'>): boolean {
  const bar = document.querySelector<HTMLProgressElement>(`progress[data-job="${job.id}"]`);
  const figures = document.querySelector(`[data-figures="${job.id}"]`);
  if (job.state !== 'running' || job.cancelRequested || bar === null || figures === null) return false;
  if (job.total === undefined || job.total !== bar.max) return false;
  bar.value = job.done;
  figures.textContent = new Intl.NumberFormat(document.documentElement.lang).format(job.done);
  return true;
}

function readAgain(): void {
  if (reading !== undefined) return;
  reading = setTimeout(async () => {
    reading = undefined;
    const response = await fetch(location.href).catch(() => undefined);
    if (!response?.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('jobs');
    const shown = document.getElementById('jobs');
    if (fresh === null || shown === null) return;
    const focused = document.activeElement?.id ?? '';
    shown.replaceWith(fresh);
    if (focused !== '') document.getElementById(focused)?.focus();
  }, PAUSE);
}
