import { useLocale, useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import type { Uplift } from "../schema";
import styles from "./models-page.module.css";
import { useFigures } from "./use-figures";

/** How often items are tagged with and without suggestions, and the difference. */
export function UpliftFigures({ uplift, timeZone }: { uplift: Uplift | null; timeZone: string }) {
  const t = useTranslations("suggestions.uplift");
  const locale = useLocale();
  const { percent, signed } = useFigures();
  if (!uplift) return <p className={text.note}>{t("notYet")}</p>;
  const rate = ({ share, of, interval }: Uplift["with"]) =>
    share === null
      ? t("nothing")
      : t("rate", {
          of,
          share: percent(share),
          low: percent(interval.low),
          high: percent(interval.high),
        });
  const { difference } = uplift;
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{t("with")}</dt>
          <dd>{rate(uplift.with)}</dd>
        </div>
        <div>
          <dt>{t("without")}</dt>
          <dd>{rate(uplift.without)}</dd>
        </div>
        {difference && (
          <div>
            <dt>{t("difference")}</dt>
            <dd>
              {t("points", {
                value: signed(difference.value),
                low: signed(difference.interval.low),
                high: signed(difference.interval.high),
              })}
            </dd>
          </div>
        )}
      </dl>
      <p className={text.note}>{t("since", { day: formatInstant(uplift.since, timeZone, locale, "day") })}</p>
    </>
  );
}
