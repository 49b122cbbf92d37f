import type { ReactNode } from "react";

/** Our own small set, drawn on a 16-unit grid with 1.5-unit strokes. Decorative: the words beside them carry the meaning. */
const paths = {
  overview: <path d="M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM9 8.5h4.5v5H9zM2.5 11H7v2.5H2.5z" />,
  news: (
    <path d="M2.5 3h8.5v10H4a1.5 1.5 0 0 1-1.5-1.5zM11 6h2.5v5.5a1.5 1.5 0 0 1-3 .5M5 6h3.5M5 8.5h3.5M5 11h2" />
  ),
  thesis: <path d="M2 8h3l2-4.5 2.5 9L11.5 8H14" />,
  company: (
    <path d="M3 13.5v-10l5.5-1v11M8.5 6H13v7.5M1.5 13.5h13M5.5 5.5v0M5.5 8v0M5.5 10.5v0M10.8 8.5v0M10.8 11v0" />
  ),
  deal: <path d="M2.5 3h3v10h-3zM6.75 3h3v7h-3zM11 3h2.5v4.5H11z" />,
  trend: <path d="M2.5 2.5v11h11M5 10l2.5-3 2 1.5L13 4.5" />,
  dashboard: <path d="M2.5 13.5v-4M6.2 13.5v-7M9.8 13.5v-5M13.5 13.5v-11" />,
  claim: (
    <path d="M8 2.5v11M8 3.5l-5 1.5M8 3.5l5 1.5M1.5 9.5L3 5l1.5 4.5a1.6 1.6 0 0 1-3 0ZM11.5 9.5L13 5l1.5 4.5a1.6 1.6 0 0 1-3 0Z" />
  ),
  settings: <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10.25 3v3M5.75 10v3" />,
  activity: <path d="M8 2.5a5.5 5.5 0 1 0 5.5 5.5M8 5v3l2 1.5M11 2.5l2.5 1" />,
  people: (
    <path d="M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM1.8 13c.2-2.2 1.9-3.5 4.2-3.5s4 1.3 4.2 3.5M10.5 3.2a2.2 2.2 0 0 1 0 4.1M12 9.8c1.4.5 2.1 1.6 2.2 3.2" />
  ),
  feed: <path d="M3 12.8v0M3 8a5 5 0 0 1 5 5M3 3.5A9.5 9.5 0 0 1 12.5 13" />,
  upload: <path d="M8 10.5v-8M4.8 5.5L8 2.5l3.2 3M2.5 10.5v3h11v-3" />,
  download: <path d="M8 2.5v8M4.8 7.5L8 10.5l3.2-3M2.5 10.5v3h11v-3" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.2 3.2" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  chevron: <path d="M4 6l4 4 4-4" />,
  next: <path d="M6 3.5L10.5 8 6 12.5" />,
  first: <path d="M12 3.5L7.5 8l4.5 4.5M4 3.5v9" />,
  sun: (
    <path d="M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />
  ),
  moon: <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z" />,
  system: <path d="M2 3h12v8H2zM6 13.5h4" />,
  language: (
    <path d="M1.8 4h7M5.3 2.5V4M7.3 4c-.5 2.5-2.4 4.5-5 5.5M3.6 6c.8 1.5 2.2 2.7 4 3.300M8 13.500l3-7 3 7M9 11.500h4" />
  ),
  check: <path d="M3 8.500l3.2 3.200L13 4.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  calendar: <path d="M2.5 3.500h11v10h-11zM2.5 6.500h11M5.5 2v2.500M10.5 2v2.5" />,
  up: <path d="M8 13V3.500M4 7l4-4 4 4" />,
  down: <path d="M8 3v9.500M4 9l4 4 4-4" />,
  external: <path d="M9 2.500h4.500V7M13.5 2.500L7.5 8.500M6.5 3.500h-4v10h10v-4" />,
  lock: <path d="M3.5 7.500h9v6h-9zM5.5 7.500v-2a2.5 2.5 0 0 1 5 0v2" />,
  warning: <path d="M8 2.500l6 11H2zM8 6.500v3.500M8 12v0" />,
  inbox: <path d="M2.5 9l2-6h7l2 6v4.500h-11zM2.5 9H6l1 1.800h2L10 9h3.5" />,
  signOut: <path d="M9.5 5V2.500h-7v11h7V11M6.5 8H14M11.5 5.500L14 8l-2.5 2.5" />,
  more: <path d="M3.5 8v0M8 8v0M12.5 8v0" strokeWidth="2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none", display: "block" }}
    >
      {paths[name]}
    </svg>
  );
}
