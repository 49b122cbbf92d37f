const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Hours from UTC of the zones that RFC 822 names, and of the ones feeds write besides. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  cet: 1,
  west: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

type Parts = { year: number; month: number; day: number; time: string | undefined; zone: string | undefined };

const clock = String.raw`(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)`;
const zone = String.raw`((?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,5})`;
const iso = new RegExp(
  String.raw`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s]+${clock}\s*${zone}?)?$`,
  "i",
);
const basic = /^(\d{4})(\d{2})(\d{2})$/;
const mail = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*\.?,?[\s-]+(\d{2,4})(?:,?[\sT]+${clock})?(?:\s*${zone})?(?:\s*\(.*\))?$`,
);
const american = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{1,2}),?(?:\s+${clock})?(?:\s+${zone})?\s+(\d{4})(?:,?\s+${clock}(?:\s*([AaPp])\.?[Mm]\.?)?)?(?:\s*${zone})?$`,
);
const chinese =
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*(上午|下午|晚上)?\s*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})?秒?)?分?)?$/;

/**
 * The instant a feed writes: ISO 8601, RFC 822 and its neighbours, or Chinese ("2024年2月15日 08:30"). A time without a zone
 * is UTC, never the zone of this machine; in Chinese writing it is Beijing's. null for what the calendar does not have.
 */
export function parseDate(written: string | null | undefined): Date | null {
  // Longer is no date; the bound also keeps the patterns cheap.
  const text = written?.trim().replace(/\s+/g, " ") ?? "";
  if (text === "" || text.length > 80) return null;
  const parts = isoParts(text) ?? mailParts(text) ?? americanParts(text) ?? chineseParts(text);
  return parts === null ? null : instant(parts);
}

function isoParts(text: string): Parts | null {
  const found = iso.exec(text) ?? basic.exec(text);
  if (!found) return null;
  const [, year, month = "1", day = "1", time, zoneText] = found;
  return { year: Number(year), month: Number(month), day: Number(day), time, zone: zoneText };
}

function mailParts(text: string): Parts | null {
  const found = mail.exec(text);
  if (!found) return null;
  const [, day, month = "", year, time, zoneText] = found;
  return { year: fullYear(Number(year)), month: monthOf(month), day: Number(day), time, zone: zoneText };
}

function americanParts(text: string): Parts | null {
  const found = american.exec(text);
  if (!found) return null;
  const [, month = "", day, early, earlyZone, year, late, half, lateZone] = found;
  const time = half && late ? fullHours(late, half.toLowerCase() === "p") : (late ?? early);
  return { year: Number(year), month: monthOf(month), day: Number(day), time, zone: lateZone ?? earlyZone };
}

function chineseParts(text: string): Parts | null {
  const found = chinese.exec(text);
  if (!found) return null;
  const [, year, month, day, half, hour, minute, second = "0"] = found;
  const time = hour === undefined ? undefined : `${hour}:${minute}:${second}`;
  const whole = half && time ? fullHours(time, half !== "上午") : time;
  return { year: Number(year), month: Number(month), day: Number(day), time: whole, zone: "+0800" };
}

function fullHours(time: string, afternoon: boolean): string {
  const [hour = "0", ...rest] = time.split(":");
  const counted = Number(hour) > 12 ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  return [counted, ...rest].join(":");
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

function instant({ year, month, day, time, zone: zoneText }: Parts): Date | null {
  const [hour = 0, minute = 0, second = 0] = (time ?? "0:0").replace(",", ".").split(":").map(Number);
  const minutesFromUtc = offset(zoneText);
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second >= 61) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const date = new Date(
    Date.UTC(year, month - 1, day, hour, minute - minutesFromUtc, 0, Math.round(second * 1000)),
  );
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Minutes east of UTC; a name nobody knows counts as UTC. */
function offset(text: string | undefined): number {
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text ?? "");
  if (!found) return (zones[text?.toLowerCase() ?? "z"] ?? 0) * 60;
  const [, sign, hours, minutes = "0"] = found;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
