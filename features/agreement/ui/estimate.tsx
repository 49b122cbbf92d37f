import { useFormatter, useTranslations } from "next-intl";
import type { z } from "zod";
import text from "@/components/layout/text.module.css";
import { verdictOf } from "../domain/figures";
import { minUnits } from "../domain/limits";
import type { Estimate } from "../schema";
import styles from "./agreement.module.css";

type Given = { estimate: z.infer<typeof Estimate> };

/** Three, as the limits have: .6664 must not read as .67 and be called below .667. */
const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };

/** A figure with its interval and a plain sentence of what it is good for; or why there is none. */
export function EstimateCard({ measure, estimate }: Given & { measure: "sets" | "presence" | "stance" }) {
  const t = useTranslations("agreement.round");
  const verdict = verdictOf(estimate);
  return (
    <div className={styles.card}>
      <h3>{t(measure)}</h3>
      <p className={styles.value}>
        <Value estimate={estimate} />
      </p>
      <p className={text.muted}>
        <Interval estimate={estimate} />
      </p>
      {verdict && <p className={styles.verdict}>{t(`verdicts.${verdict}`)}</p>}
      {estimate.why === "few" && (
        <p className={styles.verdict}>{t("fewMeans", { units: estimate.units, fewest: minUnits })}</p>
      )}
      {estimate.why === "same" && <p className={styles.verdict}>{t("sameMeans")}</p>}
      <p className={text.muted}>{t(`${measure}Means`)}</p>
    </div>
  );
}

/** The same in a cell of a table. */
export function EstimateText({ estimate }: Given) {
  return (
    <>
      <Value estimate={estimate} />
      <span className={text.under}>
        <Interval estimate={estimate} />
      </span>
    </>
  );
}

function Value({ estimate: { value, why } }: Given) {
  const t = useTranslations("agreement.round");
  const format = useFormatter();
  return value === null ? t(why ?? "few") : format.number(value, digits);
}

function Interval({ estimate: { value, low, high } }: Given) {
  const t = useTranslations("agreement.round");
  const format = useFormatter();
  if (value === null) return null;
  if (low === null || high === null) return t("noInterval");
  return t("interval", { low: format.number(low, digits), high: format.number(high, digits) });
}
