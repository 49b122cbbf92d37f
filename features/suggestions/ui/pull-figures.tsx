import { useLocale, useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import type { Pull } from "../schema";
import styles from "./models-page.module.css";
import { useFigures } from "./use-figures";

/** How often items are tagged with and without suggestions, and the difference. */
export function PullFigures({ pull, timeZone }: { pull: Pull | null; timeZone: string }) {
  const t = useTranslations("suggestions.pull");
  const locale = useLocale();
  const { percent, signed } = useFigures();
  if (!pull) return <p className={text.note}>{t("notYet")}</p>;
  const rate = ({ share, of, interval }: Pull["with"]) =>
    share === null
      ? t("nothing")
      : t("rate", {
          of,
          share: percent(share),
          low: percent(interval.low),
          high: percent(interval.high),
        });
  const { difference } = pull;
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{t("with")}</dt>
          <dd>{rate(pull.with)}</dd>
        </div>
        <div>
          <dt>{t("without")}</dt>
          <dd>{rate(pull.without)}</dd>
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
      <p className={text.note}>{t("since", { day: formatInstant(pull.since, timeZone, locale, "day") })}</p>
    </>
  );
}
