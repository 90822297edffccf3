import type { VNode } from 'preact';

/** Outlines on a 24 × 24 grid, drawn with a 2-wide line in the colour of the text around. */
const OUTLINES = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2.5 12.5 4 4 8-8.5M12 16.5l.5.5 9-9.5',
  close: 'M6 6l12 12M18 6 6 18',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.5-8.97A6 6 0 0 1 18 9.6a4.4 4.4 0 0 1-.5 8.9z',
  contrast: 'M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  cross: 'M6 6l12 12M18 6 6 18',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  down: 'M6 9.5l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  hollow: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.7v.1',
  keyboard: 'M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M8 14h8',
  link: 'M10 6H5v13h13v-5M14 4h6v6M20 4l-9 9',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  memory: 'M4 7.5 12 3l8 4.5L12 12zM4 12l8 4.5 8-4.5M4 16.5 12 21l8-4.5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  offline: 'M3 3l18 18M8.5 18.5H7a4.5 4.5 0 0 1-.5-8.97M10 6.5a6 6 0 0 1 8 3.1 4.4 4.4 0 0 1 2.6 6.9',
  pencil: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z',
  comment: 'M5 5h14v10h-8l-4 4v-4H5z',
  repeat: 'M4 11V9a3 3 0 0 1 3-3h12M16 3l3 3-3 3M20 13v2a3 3 0 0 1-3 3H5M8 21l-3-3 3-3',
  filter: 'M4 5h16l-6 7.5V19l-4 1.5v-8z',
  replace: 'M4 7h10M11 4l3 3-3 3M20 17H10M13 14l-3 3 3 3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  up: 'M6 14.5l6-6 6 6',
  upload: 'M12 20V9M7 13.5l5-5 5 5M5 4h14',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof OUTLINES;

interface IconProps {
  readonly name: IconName;
  /** Side in pixels, 18 unless stated. */
  readonly size?: number;
}

/** A picture beside words; readers are told nothing of it. */
export function Icon({ name, size = 18 }: IconProps): VNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={OUTLINES[name]} />
    </svg>
  );
}
