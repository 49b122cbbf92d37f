/** Pure rules about what a company is called and how it is recognised. */

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The domain a company is known by, out of whatever a person pastes: "https://www.X.com/about" → "x.com",
 * "例子.中国" → "xn--fsqu00a.xn--fiqs8s". Null when there is no host name in it. Giving the answer in again changes nothing.
 */
export function normalizeDomain(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || /[\s@]/.test(typed)) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed.replace(/^\/+/, "")}`;
  if (!URL.canParse(address)) return null;
  const host = hostOf(address).replace(/\.$/, "");
  const domain = withoutWww(host);
  const labels = domain.split(".");
  const isName = labels.length > 1 && domain.length <= 253 && labels.every((part) => label.test(part));
  const topLevel = labels.at(-1) ?? "";
  return isName && !/^\d+$/.test(topLevel) ? domain : null;
}

/** Only http(s) hosts are brought to lower case and punycode by the URL standard, so every address is read as one. */
function hostOf(address: string): string {
  const asWeb = address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "https://");
  return URL.canParse(asWeb) ? new URL(asWeb).hostname : "";
}

/** "www.x.com" → "x.com", but "www.com" is somebody's own name. */
function withoutWww(host: string): string {
  let rest = host;
  while (rest.startsWith("www.") && rest.split(".").length > 2) rest = rest.slice(4);
  return rest;
}

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. A character's value is its place. */
const creditCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** Weights of the first 17 places: 3^(i-1) mod 31 (GB 32100-2015, table 4). */
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character that belongs to the first 17; null when one of them is not in the character set. */
export function creditCheckCharacter(first17: string): string | null {
  if (first17.length !== creditWeights.length) return null;
  let sum = 0;
  for (const [index, weight] of creditWeights.entries()) {
    const value = creditCharacters.indexOf(first17.charAt(index));
    if (value < 0) return null;
    sum += value * weight;
  }
  return creditCharacters.charAt((31 - (sum % 31)) % 31);
}

/** A 统一社会信用代码 as it is stored (capitals, no spaces), or null when its check character is wrong (GB 32100-2015). */
export function normalizeCreditCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code)) return null;
  return creditCheckCharacter(code.slice(0, 17)) === code.charAt(17) ? code : null;
}

const englishRegions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** Codes that have a name and are no country: unions, parts reserved for postal services, tests, "unknown". */
const noCountries = ["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"];

/** ISO 3166-1 alpha-2 in capitals, or null. A withdrawn code is the one that took its place: UK → GB, DD → DE. */
export function normalizeCountry(text: string): string | null {
  const typed = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(typed)) return null;
  const code = new Intl.Locale(`und-${typed}`).region ?? typed;
  return noCountries.includes(code) || englishRegions.of(code) === undefined ? null : code;
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every code that a company's country can be. */
export const countryCodes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => normalizeCountry(code) === code);

/** "CN" → "China" in the reader's language. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

/** What of a company people write: what its form has, and its audit. */
export const companyFields = [
  "name",
  "formerNames",
  "aliases",
  "domain",
  "country",
  "stage",
  "foundedYear",
  "creditCode",
  "description",
  "descriptionZh",
] as const;

/** Funding stages the screens have words for; any other is kept and shown as it was given. */
export const companyStages = [
  "angel",
  "pre-seed",
  "seed",
  "early",
  "pre-a",
  "series-a",
  "series-a+",
  "series-b",
  "series-c",
  "series-d",
  "series-e",
  "growth",
  "strategic",
  "pre-ipo",
  "public",
  "acquired",
  "closed",
] as const;

/** "Series B" and "series_b" are the same stage: "series-b". */
export function normalizeStage(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}

export type CompanyName = { en: string | null; zh: string | null };

/** A name typed without saying its language: Chinese characters make it the Chinese one. */
export function nameFromText(text: string): { en?: string; zh?: string } {
  return /\p{Script=Han}/u.test(text) ? { zh: text } : { en: text };
}

/** The name in the reader's language, and the other one when there is one that says something else. */
export function readName(name: CompanyName, locale: string): { main: string; other: string | null } {
  const [own, foreign] = locale.startsWith("zh") ? [name.zh, name.en] : [name.en, name.zh];
  const main = own ?? foreign ?? "";
  return { main, other: foreign !== null && foreign !== main ? foreign : null };
}
