import type { Unit } from "./reading";

/** Where two headlines differ: what one has in the place of what the other has there; one of both may be nothing. */
export type Gap = { left: readonly Unit[]; right: readonly Unit[] };
/** `shared`: how many units both have in the same order. */
export type Alignment = { shared: number; gaps: readonly Gap[] };

/** The longest common subsequence (Wagner & Fischer 1974), and what lies between. */
export function align(a: readonly Unit[], b: readonly Unit[]): Alignment {
  const matches = matchesOf(a, b);
  const gaps: Gap[] = [];
  let [fromLeft, fromRight] = [0, 0];
  matches.forEach(([left, right], at) => {
    if (isChance(matches, at, a)) return;
    if (left > fromLeft || right > fromRight)
      gaps.push({ left: a.slice(fromLeft, left), right: b.slice(fromRight, right) });
    [fromLeft, fromRight] = [left + 1, right + 1];
  });
  if (a.length > fromLeft || b.length > fromRight)
    gaps.push({ left: a.slice(fromLeft), right: b.slice(fromRight) });
  return { shared: matches.length, gaps };
}

type Match = readonly [left: number, right: number];

function matchesOf(a: readonly Unit[], b: readonly Unit[]): Match[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Match[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.text === b[j]?.text) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}

/** One Chinese character between two gaps: 匈牙利 and 西班牙 are two names that happen to share it. */
function isChance(matches: readonly Match[], at: number, a: readonly Unit[]): boolean {
  const [before, here, after] = [matches[at - 1], matches[at], matches[at + 1]];
  if (!here || !/^\p{Script=Han}/u.test(a[here[0]]?.text ?? "")) return false;
  const [left, right] = [before ?? ([-1, -1] as const), after ?? null];
  const opens = here[0] - left[0] > 1 || here[1] - left[1] > 1;
  const closes = right !== null && (right[0] - here[0] > 1 || right[1] - here[1] > 1);
  return opens && closes;
}
