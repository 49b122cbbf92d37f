/** Hours from UTC of the zones that RFC 822 names, and of those that feeds write besides. */
const hours: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  met: 1,
  cest: 2,
  mest: 2,
  sast: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  hkt: 8,
  sgt: 8,
  myt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

/** Names that stand for summer and winter time alike. */
const places: Record<string, string> = {
  et: "America/New_York",
  ct: "America/Chicago",
  mt: "America/Denver",
  pt: "America/Los_Angeles",
  at: "America/Halifax",
  akt: "America/Anchorage",
  uk: "Europe/London",
};

/** Where what is written comes from; `language` a tag such as zh-CN, `host` such as 36kr.com. */
export type Origin = { language?: string | null | undefined; host?: string | null | undefined };

/** Minutes east of UTC, or an IANA zone. */
export type Zone = { minutes: number } | { name: string };

/** The zone of a text that names none, by its language: Beijing's where Chinese is written. Null when the language tells nothing. */
export function zoneOfOrigin({ language, host }: Origin): string | null {
  const tag = language?.toLowerCase() ?? "";
  const top = /\.(cn|tw|hk|jp|kr)$/.exec(host?.toLowerCase() ?? "")?.[1];
  if (top === "tw" || /^zh\b.*tw/.test(tag)) return "Asia/Taipei";
  if (top === "hk" || /^zh\b.*hk/.test(tag)) return "Asia/Hong_Kong";
  if (top === "cn" || /^zh\b/.test(tag)) return "Asia/Shanghai";
  if (top === "jp" || /^ja\b/.test(tag)) return "Asia/Tokyo";
  if (top === "kr" || /^ko\b/.test(tag)) return "Asia/Seoul";
  return null;
}

/** What a written zone means; null when nobody knows. CST is Chinese or American, IST Indian or Israeli, by where it is written. */
export function readZone(text: string, origin: Origin): Zone | null {
  const offset = /^(?:GMT|UTC|UT|Z)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (offset) {
    const [, sign, hour, minute = "0"] = offset;
    const minutes = Number(hour) * 60 + Number(minute);
    return minutes > 14 * 60 || Number(minute) > 59 ? null : { minutes: sign === "-" ? -minutes : minutes };
  }
  const name = text.toLowerCase();
  if (name === "cst" && /^Asia\/(Shanghai|Taipei|Hong_Kong)$/.test(zoneOfOrigin(origin) ?? ""))
    return { minutes: 480 };
  if (name === "ist" && (/^(he|iw)\b/i.test(origin.language ?? "") || /\.il$/i.test(origin.host ?? "")))
    return { name: "Asia/Jerusalem" };
  const fixed = hours[name];
  if (fixed !== undefined) return { minutes: fixed * 60 };
  const place = places[name] ?? (text.includes("/") ? text : null);
  return place !== null && isZoneName(place) ? { name: place } : null;
}

export function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
