import { isBoundary, isUnspaced, searchedText } from "@/lib/text/searched-text";

/** A company by all it is called; `domain` bare. */
export type NamedCompany = { id: string; names: readonly string[]; domain: string | null };
export type Mentioning = { title: string; text: string; url: string | null };
/** Which companies are mentioned, with the words that said so as they stand there. */
export type Mention = { companyId: string; words: string[] };

type Name = { company: NamedCompany; written: string; folded: string; short: boolean; plain: boolean };
type Found = { name: Name; start: number; end: number };

/** Beyond this a text is looked at no further: what an item is about it says early. */
const maxCharacters = 20_000;
const keyLength = 2;

/**
 * Finds names in texts. Latin ones are whole words, Chinese ones stand as they are, capitals matter only where a name could be
 * an ordinary word; of names within each other the longest counts. One pass over a text whatever the number of names: they
 * lie in a map by their first two characters.
 */
export function mentionFinder(companies: readonly NamedCompany[]): (item: Mentioning) => Mention[] {
  const byStart = new Map<string, Name[]>();
  for (const name of companies.flatMap(namesOf)) {
    const key = name.folded.slice(0, keyLength);
    byStart.set(key, [...(byStart.get(key) ?? []), name]);
  }
  for (const names of byStart.values()) names.sort((a, b) => b.folded.length - a.folded.length);
  return (item) => mentionsIn(item, byStart);
}

function namesOf(company: NamedCompany): Name[] {
  return company.names.flatMap((given) => {
    const { exact: written, folded } = searchedText(given.trim());
    return folded.length < keyLength
      ? []
      : [{ company, written, folded, short: isShort(written), plain: isPlainWord(written) }];
  });
}

/**
 * Short names say little by themselves: Chinese of two characters (苹果, 快手), Latin of three letters or fewer (Zep). They count
 * only beside something that speaks of a company.
 */
function isShort(name: string): boolean {
  const characters = [...name];
  if (characters.some(isUnspaced)) return characters.length <= 2;
  return /^\p{Lu}?\p{Ll}{1,2}$|^\p{Lu}{2,3}$/u.test(name);
}

/** One word that only begins with a capital (Figure, Runway): in small letters it is a word like any other. */
function isPlainWord(name: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(name);
}

function mentionsIn({ title, text, url }: Mentioning, byStart: ReadonlyMap<string, Name[]>): Mention[] {
  const searched = searchedText(`${title}\n${text}`.slice(0, maxCharacters));
  const ofBusiness = speaksOfBusiness(title, searched.plain.slice(0, title.length + 500));
  const byCompany = new Map<string, Found[]>();
  for (const one of longest(allNames(searched.folded, byStart)))
    if (!one.name.plain || isWrittenAsName(searched.plain, one))
      byCompany.set(one.name.company.id, [...(byCompany.get(one.name.company.id) ?? []), one]);
  return [...byCompany].flatMap(([companyId, found]) => {
    const domain = found[0]?.name.company.domain ?? null;
    const known =
      ofBusiness ||
      found.some(({ name }) => !name.short) ||
      (domain !== null && pointsTo(domain, url, searched.folded));
    const words = found.map(({ start, end }) => searched.plain.slice(start, end));
    return known ? [{ companyId, words: [...new Set(words)].slice(0, 8) }] : [];
  });
}

function allNames(folded: string, byStart: ReadonlyMap<string, Name[]>): Found[] {
  const found: Found[] = [];
  for (let start = 0; start + keyLength <= folded.length; start++) {
    const names = byStart.get(folded.slice(start, start + keyLength));
    for (const name of names ?? []) {
      const end = start + name.folded.length;
      if (!folded.startsWith(name.folded, start)) continue;
      const whole = isBoundary(folded[start - 1], folded[start]) && isBoundary(folded[end - 1], folded[end]);
      if (whole) found.push({ name, start, end });
    }
  }
  return found;
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

/** "Figure" where it is written so, or all in capitals; not "figure", nor the first half of "Meta-analysis". */
function isWrittenAsName(plain: string, { name, start, end }: Found): boolean {
  const written = plain.slice(start, end);
  return (
    (written === name.written || written === name.written.toUpperCase()) &&
    !/^-\p{Ll}/u.test(plain.slice(end, end + 2))
  );
}

function pointsTo(domain: string, url: string | null, folded: string): boolean {
  const host = url && URL.canParse(url) ? new URL(url).hostname : "";
  return host === domain || host.endsWith(`.${domain}`) || folded.includes(domain);
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
  /\b(ai|llms?|gpt|chatbots?|models?|start-?ups?|rais(?:es|ed|ing)|funding|series [a-f]|valu(?:ed|ation)|acqui(?:res?|red|sition)|launch(?:es|ed)?|releas(?:es|ed)|announc(?:es|ed)|unveil(?:s|ed)|ceo|(?:co-?)?founders?|investors?|[mb]illion|inc|labs?|compan(?:y|ies)|chips?|apps?|api|lawsuit|su(?:es|ed)|layoffs?|lays off|employees|shares|stock|ipo|earnings|customers|users)\b/i;
const businessWordsChinese =
  /发布|推出|融资|收购|公司|投资|估值|创始人|模型|股价|股票|上市|手机|芯片|宣布|上线|应用|财报|员工|裁员|回应|起诉|开源|官方|平台|营收|收入|市值|高管|合作|客户端|用户|产品|新品|专利|零售店|直营店|罚款|监管|游戏|系统|概念股|分析师|供应链|订单|人工智能/;
