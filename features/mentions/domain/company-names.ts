import { isBoundary, isUnspaced, type Span } from "@/lib/text/searched-text";
import { standingOfHan } from "./chinese-names";
import { isTitleCase, standingOfShort, standingOfWord } from "./english-names";
import { isJoint, jointsOf, type Letters, lettersOf } from "./letters";
import { nameForms } from "./name-forms";
import { isFamous, isOrdinary } from "./ordinary-words";
import type { Standing } from "./standing";

/** A company by all it is called; `domain` bare. */
export type NamedCompany = { id: string; names: readonly string[]; domain: string | null };
export type Mentioning = { title: string; text: string; url: string | null };
/** Which companies are mentioned, with the words that said so as they stand there. */
export type Mention = { companyId: string; words: string[] };

/** How far a name speaks for itself. */
type Kind = "clear" | "capital" | "ordinary" | "short" | "han";
type Name = {
  company: NamedCompany;
  letters: string;
  joints: ReadonlySet<number>;
  kind: Kind;
  goesOn: boolean;
};
type Found = { name: Name; start: number; end: number };

/** Beyond this a text is looked at no further: what an item is about it says early. */
const maxCharacters = 20_000;
const keyLength = 2;

/**
 * Finds names in texts by their letters alone. Latin ones are whole words, and what could be an ordinary word or part of one is
 * judged by the words around it; of names within each other the longest counts. One pass over a text whatever the number of
 * names: they lie in a map by their first two letters.
 */
export function mentionFinder(companies: readonly NamedCompany[]): (item: Mentioning) => Mention[] {
  const byStart = new Map<string, Name[]>();
  for (const name of companies.flatMap(namesOf)) {
    const key = name.letters.slice(0, keyLength);
    const others = byStart.get(key);
    if (others) others.push(name);
    else byStart.set(key, [name]);
  }
  for (const names of byStart.values()) names.sort((a, b) => b.letters.length - a.letters.length);
  return (item) => mentionsIn(item, byStart);
}

/** What is left of a longer name, when it is more than a legal form: 百川|智能. */
const goesOn = /^(?!集团|控股|股份|有限|科技|实业|$)/;

function namesOf(company: NamedCompany): Name[] {
  const forms = new Set(company.names.flatMap(nameForms));
  return [...forms].flatMap((form) => {
    const read = lettersOf(form);
    return read.letters.length < keyLength
      ? []
      : [
          {
            company,
            letters: read.letters,
            joints: jointsOf(read),
            kind: kindOf(read),
            goesOn: company.names.some(
              (other) => other.startsWith(form) && goesOn.test(other.slice(form.length)),
            ),
          },
        ];
  });
}

function kindOf({ plain, letters }: Letters): Kind {
  const characters = [...letters];
  if (characters.some(isUnspaced))
    return characters.length <= 3 && characters.every(isUnspaced) ? "han" : "clear";
  if (isFamous(plain)) return "capital";
  if (/^\p{Lu}?\p{Ll}{1,2}$|^\p{Lu}{2,3}$/u.test(plain)) return "short";
  if (isOrdinary(plain)) return plain.includes(" ") ? "capital" : "ordinary";
  return /^\p{Lu}(?:\p{Ll}+|[\p{Lu}&. ]+)$/u.test(plain) ? "capital" : "clear";
}

function mentionsIn({ title, text, url }: Mentioning, byStart: ReadonlyMap<string, Name[]>): Mention[] {
  const read = lettersOf(`${title}\n${text}`.slice(0, maxCharacters));
  const found = longest(allNames(read, byStart));
  if (found.length === 0) return [];
  const small = read.plain.toLowerCase();
  const ofBusiness = speaksOfBusiness(title, read.plain.slice(0, title.length + 500));
  const titleCase = isTitleCase(title);
  const byCompany = new Map<string, { sure: boolean; words: Set<string> }>();
  for (const { name, start, end } of found) {
    const { id, domain } = name.company;
    const before = byCompany.get(id);
    if (before?.sure && before.words.has(read.plain.slice(start, end))) continue;
    const addressed = domain !== null && small.includes(domain);
    const inTitle = start < title.length;
    const standing = standingOf(name, read.plain, { start, end }, ofBusiness, titleCase && inTitle);
    if (standing === "no" && !addressed) continue;
    const known = before ?? { sure: false, words: new Set() };
    known.sure ||= standing === "yes" || addressed || pointsTo(domain, url);
    known.words.add(read.plain.slice(start, end));
    byCompany.set(id, known);
  }
  return [...byCompany].flatMap(([companyId, { sure, words }]) =>
    sure ? [{ companyId, words: [...words].slice(0, 8) }] : [],
  );
}

function standingOf(
  name: Name,
  plain: string,
  { start, end }: Span,
  ofBusiness: boolean,
  titleCase: boolean,
): Standing {
  if (name.kind === "clear") return "yes";
  if (name.kind === "han") return standingOfHan(plain, { start, end }, ofBusiness, name.goesOn);
  if (name.kind === "ordinary") return standingOfWord(plain, start, end, titleCase);
  if (name.kind === "short") return standingOfShort(plain, start, end, ofBusiness, titleCase);
  const words = plain.slice(start, end).split(/[ &-]+/u);
  const written = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  return written && !/^-\p{Ll}/u.test(plain.slice(end)) ? "yes" : "no";
}

function allNames({ plain, letters, places }: Letters, byStart: ReadonlyMap<string, Name[]>): Found[] {
  const found: Found[] = [];
  for (let at = 0; at + keyLength <= letters.length; at++) {
    const names = byStart.get(letters.slice(at, at + keyLength));
    if (names === undefined) continue;
    const start = places[at] ?? 0;
    if (!isBoundary(plain[start - 1], plain[start])) continue;
    for (const name of names) {
      if (!letters.startsWith(name.letters, at)) continue;
      const end = (places[at + name.letters.length - 1] ?? 0) + 1;
      if (isBoundary(plain[end - 1], plain[end]) && hangsTogether(name, plain, places, at))
        found.push({ name, start, end });
    }
  }
  return found;
}

/** Do spaces and marks stand only where the name may have them? */
function hangsTogether({ letters, joints }: Name, plain: string, places: Uint32Array, at: number): boolean {
  for (let within = 1; within < letters.length; within++) {
    const before = (places[at + within - 1] ?? 0) + 1;
    const here = places[at + within] ?? 0;
    if (here > before && !(joints.has(within) && isJoint(plain.slice(before, here)))) return false;
  }
  return true;
}

/** Google DeepMind is not Google: of names that lie within each other the longest stays. Two companies may share one. */
function longest(found: readonly Found[]): Found[] {
  let kept: Found | null = null;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const shared = kept?.start === one.start && kept.end === one.end;
      if (kept !== null && one.end <= kept.end && !shared) return false;
      kept = one;
      return true;
    });
}

function pointsTo(domain: string | null, url: string | null): boolean {
  const host = url && URL.canParse(url) ? new URL(url).hostname : "";
  return domain !== null && (host === domain || host.endsWith(`.${domain}`));
}

/** In such words companies are written about, not fruit. Chinese headlines on products name them in Latin letters. */
function speaksOfBusiness(title: string, head: string): boolean {
  return (
    businessWords.test(head) ||
    businessWordsChinese.test(head) ||
    (/\p{Script=Han}/u.test(title) && /[A-Za-z]{2}/.test(title))
  );
}

const businessWords =
  /\b(ai|llms?|gpt|chatbots?|models?|start-?ups?|rais(?:es|ed|ing)|funding|series [a-f]|valu(?:ed|ation)|acqui(?:res?|red|sition)|launch(?:es|ed)?|releas(?:es|ed)|announc(?:es|ed)|unveil(?:s|ed)|ceo|(?:co-?)?founders?|investors?|[mb]illion|inc|labs?|compan(?:y|ies)|chips?|[cg]pus?|processors?|software|breach|outage|apps?|api|lawsuit|su(?:es|ed)|layoffs?|lays off|employees|shares|stock|ipo|earnings|customers|users)\b/i;
const businessWordsChinese =
  /发布|推出|融资|收购|公司|投资|估值|创始人|模型|股价|股票|上市|手机|芯片|宣布|上线|应用|财报|员工|裁员|回应|起诉|开源|官方|平台|营收|收入|市值|高管|合作|客户端|用户|产品|新品|专利|零售店|直营店|罚款|监管|游戏|系统|概念股|分析师|供应链|订单|人工智能|集团|总裁|董事|CEO|零售|销量|交付|量产|上架|开售|预售|售价|门店|[涨跌]\d|涨超|跌超|[万亿]元|净利|营业|减持|增持|子公司|工厂|品牌|车型|新车|收购|签署|战略/;
