import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn, daysElapsed } from "@/lib/calendar/days";
import { MoneyInput } from "@/lib/schema/shapes";
import {
  formatMoney,
  formatMoneyLong,
  formatMoneyShort,
  mergeMoney,
  needsReason,
  readTypedAmount,
  shiftSums,
  stageAge,
} from "./domain";

const usd = (value: string) => ({ value, currency: "USD" });

describe("the age of a deal in its stage", () => {
  it.each([
    ["open", 29, "fresh"],
    ["open", 30, "slow"],
    ["open", 89, "slow"],
    ["open", 743, "stuck"],
    ["won", 743, "fresh"],
    ["lost", 743, "fresh"],
  ] as const)("%s for %i days: %s", (kind, days, age) => expect(stageAge(kind, days)).toBe(age));
});

describe("amount and valuation in one currency", () => {
  const stored = { amount: "100.00", valuation: "900.00", currency: "USD" };

  it("leaves what is not mentioned, clears what is null", () => {
    expect(mergeMoney(stored, undefined, undefined)).toEqual(stored);
    expect(mergeMoney(stored, null, undefined)).toEqual({ ...stored, amount: null });
    expect(mergeMoney(stored, null, null)).toEqual({ amount: null, valuation: null, currency: null });
    expect(mergeMoney(stored, usd("5"), undefined)).toEqual({ ...stored, amount: "5" });
  });

  it("changes the currency only of both at once", () => {
    const eur = (value: string) => ({ value, currency: "EUR" });
    expect(mergeMoney(stored, eur("5"), undefined)).toBeNull();
    expect(mergeMoney(stored, undefined, eur("5"))).toBeNull();
    expect(mergeMoney(stored, eur("5"), usd("9"))).toBeNull();
    expect(mergeMoney(stored, eur("5"), eur("9"))).toEqual({ amount: "5", valuation: "9", currency: "EUR" });
    expect(mergeMoney(stored, eur("5"), null)).toEqual({ amount: "5", valuation: null, currency: "EUR" });
  });

  it("never leaves money without a currency, nor a currency without money", () => {
    const value = fc.option(fc.constantFrom("1.00", "20000000000000.55"));
    const currency = fc.constantFrom("USD", "CNY");
    const change = fc.option(fc.record({ value: fc.constant("7"), currency }), { nil: undefined });
    fc.assert(
      fc.property(
        value,
        value,
        currency,
        fc.oneof(change, fc.constant(null)),
        fc.oneof(change, fc.constant(null)),
        (a, v, c, toA, toV) => {
          const merged = mergeMoney({ amount: a, valuation: v, currency: (a ?? v) ? c : null }, toA, toV);
          if (merged)
            expect(merged.currency === null).toBe(merged.amount === null && merged.valuation === null);
        },
      ),
    );
  });
});

describe("typed amounts", () => {
  it.each([
    ["1200000", "1200000"],
    ["1,200,000.50", "1200000.50"],
    ["1，200，000", "1200000"],
    ["1.2m", "1200000"],
    ["1.2345 K", "1234.5"],
    ["0.5b", "500000000"],
    ["120万", "1200000"],
    ["3.5亿", "350000000"],
    ["3千万", "30000000"],
    ["2百万", "2000000"],
    ["5000万元", "50000000"],
    ["1.2亿元人民币", "120000000"],
    ["500w", "5000000"],
    ["５００万", "5000000"],
    ["¥500万", "5000000"],
    ["US$1.5m", "1500000"],
    ["1,200万", "12000000"],
    ["2千亿", "200000000000"],
    ["300k USD", "300000"],
    ["007", "7"],
    ["0", "0"],
    ["a lot", "a lot"],
    ["-5", "-5"],
    ["1.2.3", "1.2.3"],
    ["1e6", "1e6"],
  ])("%s is %s", (typed, amount) => {
    expect(readTypedAmount(typed)).toBe(amount);
  });

  it("changes no amount the schema takes", () => {
    const amount = fc.tuple(fc.bigInt(0n, 10n ** 18n - 1n), fc.option(fc.stringMatching(/^\d{1,2}$/)));
    fc.assert(
      fc.property(amount, ([whole, cents]) => {
        const text = cents === null ? `${whole}` : `${whole}.${cents}`;
        expect(readTypedAmount(text)).toBe(text);
        expect(MoneyInput.parse({ value: text, currency: "usd" })).toEqual(usd(text));
      }),
    );
  });

  it("moves the point exactly, digit by digit", () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.constantFrom(["k", 3], ["m", 6], ["b", 9], ["万", 4], ["亿", 8]),
        (whole, [word, places]) => {
          expect(readTypedAmount(`${whole}${word}`)).toBe(`${whole * 10n ** BigInt(places)}`);
        },
      ),
    );
  });

  it.each(["-1", "1e21", "1.234", "1,000", "NaN", ""])("the schema refuses %s", (value) => {
    expect(MoneyInput.safeParse({ value, currency: "USD" }).success).toBe(false);
  });

  it("the schema refuses what is no currency", () => {
    expect(MoneyInput.safeParse({ value: "1", currency: "XXA" }).success).toBe(false);
  });
});

describe("sums", () => {
  it("are kept apart by currency and exact beyond what a float holds", () => {
    const sums = shiftSums([usd("9007199254740993.10")], { value: "0.20", currency: "CNY" }, 1);
    expect(shiftSums(sums, usd("0.05"), 1)).toEqual([
      { value: "0.20", currency: "CNY" },
      usd("9007199254740993.15"),
    ]);
  });

  it("come back after a deal came and went", () => {
    const amount = fc.record({
      value: fc
        .bigInt(1n, 10n ** 20n)
        .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`),
      currency: fc.constantFrom("USD", "CNY", "EUR"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(amount, { selector: (one) => one.currency }), amount, (sums, deal) => {
        const byCurrency = (list: { currency: string }[]) =>
          [...list].sort((a, b) => a.currency.localeCompare(b.currency));
        expect(byCurrency(shiftSums(shiftSums(sums, deal, 1), deal, -1))).toEqual(byCurrency(sums));
      }),
    );
  });

  it("are left alone by a deal without an amount", () => {
    expect(shiftSums([usd("1.00")], null, 1)).toEqual([usd("1.00")]);
  });
});

describe("showing money", () => {
  it("prints every digit", () => {
    expect(formatMoney(usd("9007199254740993.10"), "en")).toBe("$9,007,199,254,740,993.1");
    expect(formatMoney({ value: "1200000.00", currency: "CNY" }, "zh-CN")).toBe("¥1,200,000");
  });

  it("is short in the reader's way of counting", () => {
    expect(formatMoneyShort(usd("1250000.00"), "en")).toBe("$1.25M");
    expect(formatMoneyShort(usd("2000000.00"), "en")).toBe("$2M");
    expect(formatMoneyShort(usd("2000000.00"), "zh-CN")).toBe("US$200万");
    expect(formatMoneyShort({ value: "350000000.00", currency: "CNY" }, "zh-CN")).toBe("¥3.5亿");
    expect(formatMoneyShort({ value: "125000000", currency: "CNY" }, "zh-CN")).toBe("¥1.25亿");
    expect(formatMoneyLong({ value: "125000000", currency: "CNY" }, "zh-CN")).toBe("¥125,000,000（¥1.25亿）");
    expect(formatMoneyLong({ value: "5000", currency: "CNY" }, "zh-CN")).toBe("¥5,000");
    expect(formatMoneyLong(usd("125000000"), "en")).toBe("$125,000,000");
  });
});

describe("stages", () => {
  it("need a reason when they are lost, only then", () => {
    expect((["open", "won", "lost"] as const).map(needsReason)).toEqual([false, false, true]);
  });
});

describe("time", () => {
  it("counts whole days, never less than none", () => {
    expect(daysElapsed("2024-02-28T12:00:00.000Z", "2024-03-01T11:59:59.000Z")).toBe(1);
    expect(daysElapsed("2024-03-01T00:00:00.000Z", "2024-02-01T00:00:00.000Z")).toBe(0);
  });

  it("knows the day in the workspace's zone", () => {
    const late = new Date("2024-02-15T17:30:00Z");
    expect([dayIn(late, "Asia/Shanghai"), dayIn(late, "America/New_York")]).toEqual([
      "2024-02-16",
      "2024-02-15",
    ]);
  });
});
