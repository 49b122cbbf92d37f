/** Values the theme and its tests share. */

export const fontFamily =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export const monospace =
  'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "Noto Sans Mono CJK SC", monospace';

export const blue = [
  "#eef3fb",
  "#dbe5f5",
  "#b9cbea",
  "#93b0e0",
  "#7aa0e0",
  "#557fcf",
  "#4270c4",
  "#315fb3",
  "#2a549f",
  "#1f4685",
] as const;

/** What charts and text stand on: the page and the panel of each scheme (also in app/globals.css). */
export const backgrounds = { light: ["#ffffff", "#fafaf9"], dark: ["#141517", "#1a1b1e"] } as const;
