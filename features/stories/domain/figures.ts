import { readers } from "./figure-readers";

/** A number that a headline states, or what stands as one: a round, a date, the number of a product. */
export type Figure = { kind: Kind; value: number | string; unit: string };
type Kind = "amount" | "round" | "date" | "product";

/**
 * Reads the figures of a text folded by lib/text/search-terms.ts: $1.5 billion, 1,500 million dollars and 15亿美元 are one.
 * `marked`: the text with each of them written one way, between two marks.
 */
export function figuresOf(plain: string): { figures: Figure[]; marked: string } {
  const figures: Figure[] = [];
  let marked = plain.replaceAll(/(?<=\d),(?=\d{3})/g, "");
  for (const { pattern, figure } of readers)
    marked = marked
      .split(/(¤\d+¤)/)
      .map((part, at) =>
        at % 2 === 1
          ? part
          : part.replaceAll(pattern, (...match) => {
              const one = figure(match.at(-1) ?? {});
              return one ? ` ¤${figures.push(one) - 1}¤ ` : match[0];
            }),
      )
      .join("");
  return { figures, marked: marked.replaceAll(/¤(\d+)¤/g, (_, at) => `¤${nameOf(figures[Number(at)])}¤`) };
}

const nameOf = (figure: Figure | undefined) => (figure ? `${figure.kind}${figure.value}${figure.unit}` : "");

/** Do both state figures of one kind, and none in common? */
export function figuresDiffer(a: readonly Figure[], b: readonly Figure[]): boolean {
  return kinds.some((kind) => {
    const [left, right] = [ofKind(a, kind), ofKind(b, kind)];
    return (
      left.length > 0 && right.length > 0 && !left.some((one) => right.some((other) => isEqual(one, other)))
    );
  });
}

/** Has each a figure of one kind that the other lacks? */
export function figuresPart(a: readonly Figure[], b: readonly Figure[]): boolean {
  return kinds.some(
    (kind) => lacks(ofKind(a, kind), ofKind(b, kind)) && lacks(ofKind(b, kind), ofKind(a, kind)),
  );
}

export function sharedFigures(a: readonly Figure[], b: readonly Figure[]): number {
  return a.filter((one) => b.some((other) => isEqual(one, other))).length;
}

const kinds: readonly Figure["kind"][] = ["amount", "round", "date", "product"];
const ofKind = (all: readonly Figure[], kind: Kind) => all.filter((one) => one.kind === kind);
const lacks = (a: readonly Figure[], b: readonly Figure[]) =>
  a.some((one) => !b.some((other) => isEqual(one, other)));

/** A unit may be left off: "8,000 jobs", "8000". */
function isEqual(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || (a.unit !== b.unit && a.unit !== "" && b.unit !== "")) return false;
  if (typeof a.value === "string" || typeof b.value === "string") return a.value === b.value;
  return isRounded(a.value, b.value) || isRounded(b.value, a.value);
}

/** Is it the other, rounded to as many digits as it has? */
function isRounded(one: number, other: number): boolean {
  const digits = Math.max(
    2,
    one
      .toPrecision(15)
      .replace(".", "")
      .replace(/^0+|(?:0+)?(?:e.*)?$/g, "").length,
  );
  return Number(other.toPrecision(Math.min(15, digits))) === one;
}
