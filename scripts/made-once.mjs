// What one place does for all: a page with its cursor, a version check, a day. check-structure.mjs asks this of each file.

const isProduct = /^(app|components|features|lib|server|worker)\//;
/** What one place does for all, and how the others come by it. */
const doneOnce = [
  {
    does: /\b(encode|decode)Cursor\b|\bcutPage\b|\bLIMIT \$\{\w+ \+ 1\}|\bOFFSET \$\{/,
    only: /^server\/record\//,
    instead: "pages are cut by list and keysetPage (server/record), with their cursors",
  },
  {
    does: /\bnextCursor: z\.string\b/,
    only: /^(server\/record\/list|lib\/schema\/shapes|features\/views\/queries\/read-view)\.ts$/,
    instead: "what a page answers is said by list or page (lib/schema/shapes.ts)",
  },
  {
    does: /\bstaleVersion\b|\bwhere: \{[^{}]*(?<![.\w])version\s*[:,}]|\bAND (\w+\.)?version = /,
    only: /^server\/(record\/revise|errors)\.ts$/,
    instead: "versions are checked by revise and lockVersion (server/record/revise.ts)",
  },
  {
    does: /"sv-SE"|\b86_?400_?000\b|\bfunction (dayIn|addDays)\b/,
    only: /^lib\/calendar\//,
    instead: "days are cut and counted by lib/calendar/days.ts",
  },
];

/** What the file does by hand, and how others come by it. */
export function madeTwice(file, text) {
  if (!isProduct.test(file)) return [];
  const broken = doneOnce.filter(({ does, only }) => does.test(text) && !only.test(file));
  return broken.map(({ instead }) => `${file}: ${instead}`);
}
