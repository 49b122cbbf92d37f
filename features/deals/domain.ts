import type { z } from "zod";
import type { Money } from "@/lib/schema/shapes";

/** Pure rules of deals: stages, reasons, money, time in a stage. */

export type StageKind = "open" | "won" | "lost";

/** A deal is never lost without saying why, whatever the path. */
export function needsReason(kind: StageKind): boolean {
  return kind === "lost";
}

/** How long a deal may stand in an open stage until it is worth a look, and until it is stuck; in days. */
const slowAfter = 30;
const stuckAfter = 90;

/** What the days in a stage say of a deal; a stage that ends the deal has no age. */
export function stageAge(kind: StageKind, days: number): "fresh" | "slow" | "stuck" {
  if (kind !== "open" || days < slowAfter) return "fresh";
  return days < stuckAfter ? "slow" : "stuck";
}

type MoneyValue = z.infer<typeof Money>;
/** null: cleared; undefined: left as it is. */
type MoneyChange = MoneyValue | null | undefined;
export type DealMoney = { amount: string | null; valuation: string | null; currency: string | null };

/**
 * The three columns after a change. Amount and valuation of a deal are in one currency, that of the round; null when
 * the change would leave them in two.
 */
export function mergeMoney(before: DealMoney, amount: MoneyChange, valuation: MoneyChange): DealMoney | null {
  const stored = (value: string | null) =>
    value === null || before.currency === null ? null : { value, currency: before.currency };
  const [nextAmount, nextValuation] = [
    amount === undefined ? stored(before.amount) : amount,
    valuation === undefined ? stored(before.valuation) : valuation,
  ];
  if (nextAmount && nextValuation && nextAmount.currency !== nextValuation.currency) return null;
  return {
    amount: nextAmount?.value ?? null,
    valuation: nextValuation?.value ?? null,
    currency: nextAmount?.currency ?? nextValuation?.currency ?? null,
  };
}

/** The amount as the reader's language writes it, exactly, with a symbol that no other currency has there: Intl reads decimal text without going through a float. */
export function formatMoney(money: MoneyValue, locale: string): string {
  const exact = money.value.replace(/\.0+$/, "");
  // Intl.NumberFormat takes decimal text (ES2023); TypeScript's name for it is a template literal of numbers.
  const decimal = exact as `${number}`;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "symbol",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(decimal);
}

/** "$1.2M", "US$120万": for cards and sums, where the exact amount is one click away. */
export function formatMoneyShort(money: MoneyValue, locale: string): string {
  // As above: decimal text, not a number.
  const decimal = money.value as `${number}`;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "symbol",
    notation: "compact",
    // Said, because servers and browsers of different years default to different ones.
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(decimal);
}

/** Exactly, and in Chinese from ten thousand on in 万 or 亿, too, which nobody counts off digits: "¥125,000,000（¥1.25亿）". */
export function formatMoneyLong(money: MoneyValue, locale: string): string {
  const exact = formatMoney(money, locale);
  return locale.startsWith("zh") && /^\d{5}/.test(money.value)
    ? `${exact}（${formatMoneyShort(money, locale)}）`
    : exact;
}

const scales: Record<string, number> = {
  k: 3,
  m: 6,
  b: 9,
  w: 4,
  百: 2,
  千: 3,
  万: 4,
  亿: 8,
  百万: 6,
  千万: 7,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
/** What says the currency, which stands in its own field: ¥5m, 5m USD, 3千万元人民币. */
const currencyWords =
  /^(?:us\$|hk\$|s\$|[$¥￥€£]|rmb|[a-z]{3}(?=\d))|(?:元|美元|港元|美金|人民币|rmb|usd|cny|hkd|eur|gbp|jpy|sgd)+$/g;

/**
 * An amount as people type it, as exact decimal text: "1,200,000" → "1200000", "1.2m" → "1200000", "3.5亿" → "350000000".
 * Text it cannot read comes back as it is, for the schema to refuse. It never goes through a float.
 */
export function readTypedAmount(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[,，_\s]/g, "")
    .toLowerCase();
  const typed = plain.replace(currencyWords, "");
  const match = /^(\d+)(?:\.(\d+))?([kmbw]|[百千万]?[万亿]|[百千])?$/.exec(typed);
  if (!match) return text.trim();
  const [, whole = "", fraction = "", scale = ""] = match;
  const places = scales[scale] ?? 0;
  const shifted = whole + fraction.slice(0, places).padEnd(places, "0");
  const rest = fraction.slice(places);
  const digits = shifted.replace(/^0+(?=\d)/, "");
  return rest ? `${digits}.${rest}` : digits;
}

/** `sums` (one per currency) after a deal of `amount` came (+1) or went (-1). Exact: it counts hundredths as integers. */
export function shiftSums(
  sums: readonly MoneyValue[],
  amount: MoneyValue | null,
  direction: 1 | -1,
): MoneyValue[] {
  if (!amount) return [...sums];
  const others = sums.filter((sum) => sum.currency !== amount.currency);
  const before = sums.find((sum) => sum.currency === amount.currency);
  const total = hundredths(before?.value ?? "0") + BigInt(direction) * hundredths(amount.value);
  return total > 0n ? [...others, { value: fromHundredths(total), currency: amount.currency }] : others;
}

function hundredths(value: string): bigint {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.padEnd(2, "0").slice(0, 2));
}

function fromHundredths(total: bigint): string {
  const digits = total.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
