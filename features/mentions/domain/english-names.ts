import type { Standing } from "./standing";

/**
 * Does a capital here say that an ordinary word is a company? Within a sentence written in small letters it does; at its start,
 * and in a headline that sets every word so, it takes a word of business beside it. Within a longer name it is another company,
 * behind another's name (Google's Gemini) its product.
 */
export function standingOfWord(plain: string, start: number, end: number, titleCase: boolean): Standing {
  const before = plain.slice(Math.max(0, start - 60), start);
  const after = plain.slice(end, end + 60);
  if (!/^\p{Lu}/u.test(plain.slice(start)) || isPartOfWord(plain, start, end)) return "no";
  if (/\p{Lu}[\p{L}\p{N}]*['’]s $/u.test(before)) return "no";
  if (isBesideBusiness(before, after) && !/[\p{Script=Han}] ?$/u.test(before)) return "yes";
  if (isInsideName(before, after, titleCase)) return "no";
  if (acts.test(after) || (nameless.test(before) && smallWord.test(after))) return "yes";
  if (/\p{Script=Han} ?$/u.test(before) || /^ ?\p{Script=Han}/u.test(after))
    return namedInChinese.test(before) || actsInChinese.test(after) ? "yes" : "maybe";
  return titleCase || sentenceStart.test(before) ? "maybe" : "yes";
}

/** Of two or three letters (Zep, Arc, ARM): also in a sentence it takes a headline that speaks of business. */
export function standingOfShort(
  plain: string,
  start: number,
  end: number,
  ofBusiness: boolean,
  titleCase: boolean,
): Standing {
  const standing = standingOfWord(plain, start, end, titleCase);
  const after = plain.slice(end, end + 60);
  const sure =
    ofBusiness || acts.test(after) || isBesideBusiness(plain.slice(Math.max(0, start - 60), start), after);
  return standing === "yes" && !sure ? "maybe" : standing;
}

/** Is a headline set with a capital on (nearly) every word that is not a little one? */
export function isTitleCase(title: string): boolean {
  if (/\p{Script=Han}/u.test(title)) return false;
  const words = title.match(/(?<![\p{L}\p{N}'’.-])\p{L}[\p{L}'’]{3,}/gu)?.slice(1) ?? [];
  const telling = words.filter((word) => !littleWords.test(word));
  return telling.length > 0 && telling.filter((word) => /^\p{Lu}/u.test(word)).length > telling.length * 0.7;
}

/** K-Scale, Meta-analysis, Arc'teryx. */
function isPartOfWord(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 2), start);
  const after = plain.slice(end, end + 10);
  return (
    /[\p{L}\p{N}][-‐‑_'’]$/u.test(before) ||
    /^[-‐‑_](?!like|based|backed|owned|style)\p{Ll}|^['’](?!s\b)\p{L}/u.test(after)
  );
}

/** Are there words beside it that only stand beside a company or its product? */
function isBesideBusiness(before: string, after: string): boolean {
  return companyAfter.test(after) || companyBefore.test(before);
}

/** Linear Algebra, Nvidia Warp, Square Enix. A headline set in capitals does not show it. */
function isInsideName(before: string, after: string, titleCase: boolean): boolean {
  if (titleCase) return false;
  const previous = /(?:^|[\s"“(\p{Script=Han}])([A-Za-z\d.'’]+) $/u.exec(before)?.[1] ?? "";
  const named = /^\p{Lu}|\d/u.test(previous) && !littleWords.test(previous);
  return named || /^ \p{Lu}/u.test(after);
}

const sentenceStart = /(?:^|[.!?:;–—|…»"“‘(\]] ?| [-'] ?|\n)(?:the |a )?$/iu;
const littleWords =
  /^(?:a|after|against|and|are|as|at|before|behind|by|can|did|does|for|from|has|how|if|in|into|inside|is|like|may|meet|of|on|or|over|should|than|that|to|under|using|via|vs|was|what|when|where|who|why|will|with|without)\.?$/i;
/** Scale AI, Figure CEO, Notion's app, Rabbit R1, Bun 1.1: only companies and products go on like that. */
const companyAfter =
  /^(?:,? (?:inc|ltd|llc|corp|corporation|gmbh|ai|ceo|cto|cfo|coo|co-?founders?|founders?|president|chair(?:man|woman)?|spokes\p{L}+|executives?|employees|engineers|investors|shares|stock|ipo|layoffs?|android app)\b| [A-Z]?\d{1,2}(?:\.\d+)*(?![\dA-Za-z%])|\.(?:ai|com|io|dev|app|so)\b|-(?:backed|owned)\b)/iu;
const companyBefore =
  /\b(?:acquires?|acquired|acquiring|buys?|bought|sues?|sued|suing|joins?|joined|leaves|backs|invests? in|investment in|stake in|working at|jobs? at|ceo of|founders? of|start-?up|company|firm|rival|competitor|alternative to|employees at|community in) $/i;
const acts =
  /^(?:['’]s (?!own\b)(?=\S)| (?:raises?|raised|raising|acquires?|acquired|acquiring|buys|launches|launched|releases|released|publishes|published|announces|announced|unveils|unveiled|introduces|introduced|debuts|ships (?:its|first|new|an?|the)|shipped|partners|hires|hired|fires|fired|lays off|cuts|sues|sued|settles|files (?:for|suit|to)|filed|says|said|plans|expands|opens|closes|shuts|secures|lands|nabs|bags|valued|reports|reported|agrees|faces|wins|signs|inks|adds|drops|dumps|ends|bans|banned|appoints|names (?:new|\p{Lu})|joins|goes public|is (?:\p{L}+ing|now|not|an?|the|much|open)|are \p{L}+ing|has (?:been|\p{L}+ed|raised|gpus)|will|failed to|to (?:pause|acquire|buy|cut|launch|lay|pay|raise|shut|sell|open)|reduced|reduces|migrates|migrated|serves|just|confirms|denies|accuses|pays|paid|sells|selling|invests|tops|hits|gets|taps|teams|wants|makes|made|exits|built|chose|took|went|lost|won|became|found|quit|left|bought|sold|began|spent|thinks|believes|app|browser|compatibility|(?:\p{Ll}+ )?(?:outage|breach|lawsuit|layoffs))\b)/iu;
/** A thing that can be counted has an article there; a name has none: "Faster Than Pinecone", "the Rise and Fall of Bird". */
const nameless = /\b(?:of|than|vs\.?|versus|behind) $/i;
const smallWord = /^(?:$|[.,:;!?)\]\n]| \p{Ll}| \()/u;
/** Behind another Chinese word a Latin one is mostly that firm's product: 华为 Pocket 2. */
const namedInChinese =
  /(?:^|[\n,:;!?(。、“”「|]|[与和及被对向曝传在于由从把让将称]|公司|旗下|企业|平台|厂商|巨头|收购|投资|联手|联合|携手|合作|起诉|入股|加入|据悉) ?$/u;
const actsInChinese =
  /^ ?(?:架构|公司|集团|官方|官宣|股价|首席|创始|总裁|发布|宣布|推出|上线|据|完成|获|第|将|回应|联手|携手|融资|估值|裁员|收购|财报|提议)/u;
