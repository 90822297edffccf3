import type { VNode } from 'preact';

export interface Bar {
  readonly label: string;
  /** Not negative. */
  readonly value: number;
  /** The class of its colour. */
  readonly tone?: string;
}

interface BarChartProps {
  /** What it shows, in a sentence; a table beside it has the figures. */
  readonly label: string;
  readonly bars: readonly Bar[];
}

const WIDTH = 640;
const HEIGHT = 180;
const FOOT = 22;
/** The highest share of a bar’s place that the bar takes. */
const FILL = 0.72;

/** Bars over a line, in proportion to the highest. Where there are many, only the first and the last are labelled. */
export function BarChart({ label, bars }: BarChartProps): VNode {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const place = WIDTH / Math.max(1, bars.length);
  const room = HEIGHT - FOOT - 6;
  const labelled = (index: number) => bars.length <= 10 || index === 0 || index === bars.length - 1;
  return (
    <svg class="bar-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="bar-chart-base" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {bars.map(({ label: name, value, tone = '' }, index) => {
        const height = Math.max(value > 0 ? 2 : 0, (value / highest) * room);
        const width = Math.min(60, place * FILL);
        const left = index * place + (place - width) / 2;
        return (
          <g key={name}>
            <rect
              class={`bar-chart-bar ${tone}`.trim()}
              x={left}
              y={HEIGHT - FOOT - height}
              width={width}
              height={height}
              rx="2"
            />
            {labelled(index) && (
              <text
                class="bar-chart-label"
                x={left + width / 2}
                y={HEIGHT - 6}
                text-anchor={anchorOf(index, bars.length)}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Labels at the edges stay inside where bars are narrow. */
function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (count <= 10) return 'middle';
  return index === 0 ? 'start' : 'end';
}
