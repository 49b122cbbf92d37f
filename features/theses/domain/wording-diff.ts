/** One stretch of a text that was reworded: kept, taken out or put in. */
export type Piece = { kind: "same" | "removed" | "added"; text: string };

/** Above so many comparisons the whole middle counts as replaced: nobody reads a diff of two different essays. */
const maxComparisons = 1_000_000;

/**
 * What changed between two wordings, word by word (Chinese words too). The kept and added pieces together are `after`,
 * to the letter; a longest common subsequence decides what was kept.
 */
export function wordingDiff(before: string, after: string, locale: string): Piece[] {
  const [old, now] = [wordsOf(before, locale), wordsOf(after, locale)];
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([...same(now.slice(0, head)), ...middle, ...same(now.slice(now.length - tail))]);
}

/** Words, each with the white space after it, so that a changed phrase is one piece and not a row of them. */
function wordsOf(text: string, locale: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && segment.trim() === "") words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

const equal = (a: string | undefined, b: string | undefined) => a?.trim() === b?.trim();
const same = (words: string[]): Piece[] => words.map((text) => ({ kind: "same", text }));

function commonLength(a: string[], b: string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && equal(a[length], b[length])) length++;
  return length;
}

function between(old: string[], now: string[]): Piece[] {
  const removed = (text: string): Piece => ({ kind: "removed", text });
  const added = (text: string): Piece => ({ kind: "added", text });
  if (old.length * now.length > maxComparisons) return [...old.map(removed), ...now.map(added)];
  const common = commonSuffixes(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && is !== undefined && equal(was, is)) {
      pieces.push({ kind: "same", text: is });
      [i, j] = [i + 1, j + 1];
    } else if (was !== undefined && (is === undefined || common(i + 1, j) >= common(i, j + 1))) {
      pieces.push(removed(was));
      i++;
    } else if (is !== undefined) {
      pieces.push(added(is));
      j++;
    }
  }
  return pieces;
}

/** `(i, j)` → how many words the longest common subsequence of old[i…] and now[j…] has. */
function commonSuffixes(old: string[], now: string[]): (i: number, j: number) => number {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] = equal(old[i], now[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Neighbours of one kind become one piece; where words were replaced, what went stands before what came. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  let change = { removed: "", added: "" };
  const flush = () => {
    if (change.removed) result.push({ kind: "removed", text: change.removed });
    if (change.added) result.push({ kind: "added", text: change.added });
    change = { removed: "", added: "" };
  };
  for (const { kind, text } of pieces) {
    const last = result.at(-1);
    if (kind !== "same") change[kind] += text;
    else if (last?.kind === "same" && !change.removed && !change.added) last.text += text;
    else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}
