import { useFormatter, useTranslations } from "next-intl";
import type { z } from "zod";
import type { Measured } from "../schema";

type Share = z.infer<typeof Measured>["model"]["precision"];
type Gain = z.infer<typeof Measured>["gain"];

/** Shares and differences in words, with the bounds of their intervals. */
export function useFigures() {
  const t = useTranslations("suggestions.models");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const signed = (value: number) =>
    format.number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2, signDisplay: "exceptZero" });
  return {
    percent,
    signed,
    share: ({ share, interval }: Share) =>
      share === null
        ? t("unknown")
        : t("interval", {
            value: percent(share),
            low: percent(interval.low),
            high: percent(interval.high),
          }),
    gain: ({ value, interval }: Gain) =>
      t("interval", { value: signed(value), low: signed(interval.low), high: signed(interval.high) }),
  };
}
