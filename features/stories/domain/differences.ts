import { type Alignment, align, type Gap } from "./alignment";
import { figuresDiffer, figuresPart } from "./figures";
import { opposites } from "./opposites";
import { type Reading, stemmed, type Unit } from "./reading";
import { plainWords, withSameWords } from "./same-words";

/** Headlines that share this much are of one frame: what then stands in its slot decides. */
const sameFrame = 0.6;

/**
 * Do two headlines tell of different things, however alike they are? Their figures differ, they take opposite sides, one denies
 * or answers the other, who does it to whom is turned round, or they are one frame with another name in its slot.
 */
export function areDifferent(a: Reading, b: Reading): boolean {
  return (
    figuresDiffer(a.figures, b.figures) ||
    areOpposed(a, b) ||
    answers.test(a.plain) !== answers.test(b.plain) ||
    denies(a, b) ||
    denies(b, a) ||
    areRoundsOfOthers(a, b) ||
    quotesDiffer(a.plain, b.plain) ||
    subjectsDiffer(withSameWords(a.plain), withSameWords(b.plain)) ||
    isTurned(a, b) ||
    isOneFrame(a, b)
  );
}

/** Words with which somebody answers a story rather than tells it. */
const answers =
  /否认|辟谣|不实|并非|假消息|澄清|反驳|\b(?:den(?:y|ies|ied)|refut\w+|debunk\w*|disput\w+|rebut\w*|a response|response to|not true|hoax)\b/;

function areOpposed(a: Reading, b: Reading): boolean {
  const sides = ({ plain, terms }: Reading, group: readonly string[]) =>
    group.filter((side) => (/^[a-z]/.test(side) ? terms.has(side) : plain.includes(side)));
  return opposites.some((group) => {
    const [left, right] = [sides(a, group), sides(b, group)];
    return left.length > 0 && right.length > 0 && !left.some((side) => right.includes(side));
  });
}

const not = "(?:不(?!得|断|仅|少|到|久|锈|同|过|足|良|动产)|未(?!来|成年)|没有)";
const negation = new RegExp(
  `\\b(?:not|never|cannot|\\w+n['’]t)(?: (?:yet|be|been|to|the|have|has|get))* (?<word>[a-z]+)|${not}[会再将能被]?(?<pair>\\p{Script=Han}{2})`,
  "gu",
);

/** Does one say "not" of what the other, which denies nothing, says? */
function denies(a: Reading, b: Reading): boolean {
  const denied = ({ plain }: Reading) =>
    [...plain.replaceAll(/[“”"]/g, "").matchAll(negation)].map(({ groups = {} }) => groups);
  return (
    denied(b).length === 0 &&
    denied(a).some(({ word, pair }) => (word ? b.terms.has(stemmed(word)) : pair && b.plain.includes(pair)))
  );
}

/** Are both of a round, with no name in common: 完成近亿元B轮融资 is said of many. */
function areRoundsOfOthers(a: Reading, b: Reading): boolean {
  if (![a, b].every(({ figures }) => figures.some(({ kind }) => kind === "round"))) return false;
  return ![...a.terms].some(
    ([term, weight]) => weight >= 0.5 && b.terms.has(term) && !plainWords.has(term) && !ofRounds.test(term),
  );
}

/** Figures, and pairs of characters at the edge of what is said of every round. */
const ofRounds = /^¤|[完成获近超宣布轮融资亿元万数千]/;

/** Do both set names in quotation marks, and none the other's? */
function quotesDiffer(a: string, b: string): boolean {
  const quotesIn = (plain: string) =>
    [...plain.matchAll(/[“「《『"]([^”」》』"]{2,12})[”」》』"]/g)].map(([, name = ""]) => name);
  const [left, right] = [quotesIn(a), quotesIn(b)];
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((name) => b.includes(name)) && !right.some((name) => a.includes(name));
}

/** Who only reports it: two who quote the same tell the same. */
const reporter = /report|媒|报|机构|研究|部门|局|部|会|曝|消息|canaly|idc|counterpoint|dsc|institut|sourc/;

/** Headlines of one pattern about different makers: who stands before a colon or in quotation marks at the beginning. */
function subjectsDiffer(a: string, b: string): boolean {
  const [left, right] = [subjectOf(a), subjectOf(b)];
  if (left === null || right === null || reporter.test(left) || reporter.test(right)) return false;
  return !left.includes(right) && !right.includes(left) && !b.includes(left) && !a.includes(right);
}

function subjectOf(plain: string): string | null {
  const found = /^\s*(?:[“「"*](?<quoted>[^”」"]{2,16})[”」"]|(?<named>[^：:，,“「"]{2,12})[：:])/.exec(
    plain,
  );
  return (found?.groups?.quoted ?? found?.groups?.named)?.trim() ?? null;
}

/** Two words of one clause stand in the other order, and nothing else is new: A buys B, B buys A. */
function isTurned(a: Reading, b: Reading): boolean {
  if (sharedUnits(a, b) < 0.8 || passive.test(a.plain) !== passive.test(b.plain)) return false;
  const places = (reading: Reading) => new Map(partsOf(reading).map((part) => [part.text, part]));
  const [left, right] = [places(a), places(b)];
  const shared = [...left].flatMap(([text, before]) => {
    const after = right.get(text);
    return after ? [{ before, after }] : [];
  });
  return shared.some((one) =>
    shared.some(
      (other) =>
        one.before.clause === other.before.clause &&
        one.after.clause === other.after.clause &&
        one.before.end < other.before.start &&
        other.after.end < one.after.start,
    ),
  );
}

const passive = /被|获|遭|由|\bby\b|\bfrom\b/;

function sharedUnits(a: Reading, b: Reading): number {
  const texts = new Set(b.units.map(({ text }) => text));
  return a.units.filter(({ text }) => texts.has(text)).length / Math.max(1, a.units.length, b.units.length);
}

type Part = { text: string; clause: number; start: number; end: number };
const isHan = (unit: Unit) => /^\p{Script=Han}/u.test(unit.text);

/** Words of weight, and pairs of neighbouring characters, with where they stand. */
function partsOf({ units }: Reading): Part[] {
  return units.flatMap((unit, start) => {
    const { text, weight, clause } = unit;
    if (!isHan(unit)) return weight < 0.2 ? [] : [{ text, clause, start, end: start + 1 }];
    const next = units[start + 1];
    if (!next || !isHan(next) || next.clause !== clause) return [];
    return [{ text: text + next.text, clause, start, end: start + 2 }];
  });
}

/** Is one said in the words of the other, with another number, a "not", or another word in one place? */
function isOneFrame(a: Reading, b: Reading): boolean {
  const alignment = align(a.units, b.units);
  const [shorter, longer] = [a.units.length, b.units.length].sort((x, y) => x - y);
  if (alignment.shared < sameFrame * (shorter ?? 0)) return false;
  const isWhole = alignment.shared >= sameFrame * (longer ?? 0);
  return (
    figuresPart(a.figures, b.figures) ||
    (isWhole && turnsOf(a) !== turnsOf(b)) ||
    isSwapped(alignment) ||
    hasOtherSlot(a, b, alignment)
  );
}

/** What turns a fact into its opposite when it is put into its sentence. */
const turns =
  /\b(?:not?|never|without|cannot|\w+n['’]t|no longer|fails?|failed|cancel\w*|abandon\w*|ends?|ended|halt\w*|stop(?:s|ped)?|refuse[sd]?|reject(?:s|ed)?|block(?:s|ed)?|dismiss\w*|overturn\w*|scrap(?:s|ped)?|loses?|lost|frees)\b|不(?!得|断|仅|少|到|久|锈|同|过|足|良|动产)|未(?!来|成年)|无(?!人|线|限|忧|界|缝|锡|源|双|障碍)|没有|勿|拒绝|终止|取消|放弃|停止|暂停|失败|失利|落选|否决|驳回|退出|反对/g;
const turnsOf = ({ plain }: Reading) => plain.match(turns)?.length ?? 0;

/** The one place where they differ, or that at the head, holds a few words in both: another name, role, place. */
function hasOtherSlot(a: Reading, b: Reading, { gaps }: Alignment): boolean {
  const [slot, ...more] = gaps.filter(({ left, right }) => says(left) || says(right));
  if (!slot || !says(slot.left) || !says(slot.right)) return false;
  const isHead = slot.left[0] === a.units[0] || slot.right[0] === b.units[0];
  // One may add something elsewhere, after another subject.
  if (
    more.length > 0 &&
    (!isHead || (more.some(({ left }) => says(left)) && more.some(({ right }) => says(right))))
  )
    return false;
  if (!isShort(slot.left) || !isShort(slot.right) || isTypo(slot)) return false;
  if (slot.left.some((unit) => isSaidBy(b, unit)) || slot.right.some((unit) => isSaidBy(a, unit)))
    return false;
  return !isHead || (!reporter.test(textOf(slot.left)) && !reporter.test(textOf(slot.right)));
}

/** What stands in one place here stands in another there, and the other way round. */
function isSwapped({ gaps }: Alignment): boolean {
  const slots = gaps.filter(({ left, right }) => says(left) && says(right));
  return slots.some((one) =>
    slots.some(
      (other) =>
        one !== other && textOf(one.left) === textOf(other.right) && textOf(one.right) === textOf(other.left),
    ),
  );
}

const textOf = (units: readonly Unit[]) => units.map(({ text }) => text).join("");
const weightOf = (units: readonly Unit[]) =>
  units.reduce((sum, { weight }) => sum + Math.max(0.5, weight), 0);
const says = (units: readonly Unit[]) => units.some(({ weight }) => weight > 0.2);
const isShort = (units: readonly Unit[]) => weightOf(units) <= 3;
const isSaidBy = ({ terms }: Reading, { text, weight }: Unit) => weight > 0.5 && terms.has(text);

/** Vision Pro, VisionPro; shutting, shuttng. */
function isTypo({ left, right }: Gap): boolean {
  const [one, other] = [textOf(left), textOf(right)];
  if (one === other) return true;
  return one.length > 5 && other.length > 5 && one.slice(0, 5) === other.slice(0, 5);
}
