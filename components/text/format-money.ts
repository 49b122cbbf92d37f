/** The amount as its decimal text says it, never through a float; whole amounts without ".00". */
export function formatMoney(
  { value, currency }: { value: string; currency: string },
  locale: string,
  compact: boolean,
): string {
  const whole = /^-?\d+(\.0*)?$/.test(value);
  const digits = compact
    ? { maximumFractionDigits: 1, minimumFractionDigits: 0 }
    : whole
      ? { maximumFractionDigits: 0 }
      : {};
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: compact ? "compact" : "standard",
    ...digits,
  });
  return format.format(decimalText(value));
}

/** Intl reads decimal text exactly (ES2023); its TypeScript type wants a numeric literal. */
function decimalText(value: string): Intl.StringNumericLiteral {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new Error(`not an amount: ${value}`);
  return value as Intl.StringNumericLiteral;
}
