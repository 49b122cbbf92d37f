import { seriesColor } from "@/components/theme/series";

type Props = {
  /** Oldest first; null where nothing is known. */
  values: readonly (number | null)[];
  /** One sentence that tells what the bars tell, such as "12 weeks, highest in March". */
  label: string;
  colorIndex?: number;
  /** The last bar is drawn hollow: its period is not over. */
  unfinished?: boolean;
  width?: number;
  height?: number;
};

/** Bars in a table cell; pure SVG from the server. */
export function Sparkline({
  values,
  label,
  colorIndex = 0,
  unfinished = false,
  width = 96,
  height = 22,
}: Props) {
  const top = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const slot = width / Math.max(values.length, 1);
  const bar = Math.max(1, slot - Math.min(2, slot / 4));
  const color = seriesColor(colorIndex);
  const bars = values.map((value, index) => {
    const tall = value ? Math.max(1.5, (value / top) * (height - 2)) : 0;
    return { key: `bar-${index}`, x: index * slot, tall, open: unfinished && index === values.length - 1 };
  });
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <line x1={0} y1={height - 0.5} x2={width} y2={height - 0.5} stroke="var(--line)" />
      {bars.map(({ key, x, tall, open }) =>
        open ? (
          <rect
            key={key}
            x={x + 0.5}
            y={height - 0.5 - tall}
            width={Math.max(0.5, bar - 1)}
            height={Math.max(0, tall - 0.5)}
            fill="none"
            stroke={color}
          />
        ) : (
          <rect key={key} x={x} y={height - 1 - tall} width={bar} height={tall} fill={color} />
        ),
      )}
    </svg>
  );
}
