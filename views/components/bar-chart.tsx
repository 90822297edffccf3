import type { VNode } from 'preact';
import { useMessages } from '../messages/messages.ts';

export interface Bar {
  readonly label: string;
  /** Not negative. */
  readonly value: number;
  /** The class of its colour. */
  readonly tone?: string;
}

interface BarChartProps {
  /** Stands above it. */
  readonly title: string;
  /** What it shows, in a sentence; a table beside it has the figures. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** The bars are spans of time, the latest last. */
  readonly ofTime?: boolean;
}

const WIDTH = 960;
const HEIGHT = 220;
const HEAD = 18;
const FOOT = 22;
/** The highest share of a bar’s place that the bar takes. */
const FILL = 0.72;
/** More bars than this have no room for a label each. */
const MOST_LABELLED = 12;
/** More bars than this have no room for their figures. */
const MOST_COUNTED = 16;

/** Bars over a line, in proportion to the highest. Where there are many, some of them are labelled, and the highest has its figure. */
export function BarChart({ title, label, bars, ofTime = false }: BarChartProps): VNode {
  const { format } = useMessages();
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const top = bars.findIndex(({ value }) => value === highest);
  const place = WIDTH / Math.max(1, bars.length);
  const room = HEIGHT - FOOT - HEAD;
  const every = Math.ceil(bars.length / MOST_LABELLED);
  return (
    // Where it is scrolled, the keyboard must be able to.
    <figure class={ofTime ? 'chart chart-of-time' : 'chart'} tabindex={0}>
      <figcaption>{title}</figcaption>
      <svg class="bar-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[0.5, 1].map((share) => (
          <line
            key={share}
            class="bar-chart-rule"
            x1="0"
            x2={WIDTH}
            y1={HEIGHT - FOOT - share * room}
            y2={HEIGHT - FOOT - share * room}
          />
        ))}
        <line class="bar-chart-base" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {bars.map(({ label: name, value, tone = '' }, index) => {
          const height = Math.max(value > 0 ? 2 : 0, (value / highest) * room);
          const width = Math.min(72, place * FILL);
          const middle = index * place + place / 2;
          const counted = value > 0 && (bars.length <= MOST_COUNTED || index === top);
          return (
            <g key={name}>
              <title>{`${name}: ${format.number(value)}`}</title>
              <rect
                class={`bar-chart-bar ${tone}`.trim()}
                x={middle - width / 2}
                y={HEIGHT - FOOT - height}
                width={width}
                height={height}
                rx="2"
              />
              {counted && (
                <text class="bar-chart-value" x={middle} y={HEIGHT - FOOT - height - 5} text-anchor="middle">
                  {format.number(value)}
                </text>
              )}
              {index % every === 0 && (
                <text class="bar-chart-label" x={middle} y={HEIGHT - 6} text-anchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
