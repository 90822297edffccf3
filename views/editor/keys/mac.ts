/** Whether the keys are those of a Mac. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
