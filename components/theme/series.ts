/**
 * Eight colours for things that stand side by side in a chart. They keep the hues of Okabe & Ito (2008), moved in lightness
 * until each has 3:1 against its background and all pairs stay apart for colour-blind readers (series.test.ts). Colour is
 * never the only difference: each index also has a shape. Dashes are kept for periods that are not over.
 */
export const seriesColors = {
  light: ["#0c6ac5", "#8c581e", "#5b9873", "#682928", "#1299b5", "#985979", "#a38b00", "#4f2c6c"],
  dark: ["#74a4f9", "#a16f00", "#73e7bf", "#ce8b73", "#8adcf1", "#c484a6", "#e7cb5d", "#7a68b8"],
} as const;

export const seriesCount = 8;

/** SVG paths in a box from -5 to 5. */
const shapes = [
  "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z",
  "M-4-4H4V4H-4Z",
  "M0-5L5 4H-5Z",
  "M0-5.2L5.2 0L0 5.2L-5.2 0Z",
  "M-1.6-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z",
  "M0 5L-5-4H5Z",
  "M-4.6-2.6L-2.6-4.6L0-2L2.6-4.6L4.6-2.6L2 0L4.6 2.6L2.6 4.6L0 2L-2.6 4.6L-4.6 2.6L-2 0Z",
  "M0-5.4L1.5-1.7L5.3-1.5L2.3.9L3.3 4.6L0 2.5L-3.3 4.6L-2.3.9L-5.3-1.5L-1.5-1.7Z",
] as const;

const wrap = (index: number) => ((Math.trunc(index) % seriesCount) + seriesCount) % seriesCount;

/** `var(--series-n)`: the value follows the colour scheme. Indexes beyond seven start again. */
export function seriesColor(index: number): string {
  return `var(--series-${wrap(index)})`;
}

/**
 * Indexes for things drawn together: each keeps its own; where two have the same look, the later takes the first that is free.
 * Beyond eight there is none.
 */
export function distinctIndexes(wanted: readonly number[]): number[] {
  const free = new Set(Array.from({ length: seriesCount }, (_, index) => index));
  const kept = wanted.map((index) => free.delete(wrap(index)));
  return wanted.map((index, at) => {
    const [first] = free;
    if (kept[at] || first === undefined) return index;
    free.delete(first);
    return first;
  });
}

export function seriesShape(index: number): string {
  return shapes[wrap(index)] ?? shapes[0];
}
