import { useLocale, useTranslations } from "next-intl";
import { formatInstant, formatRelative } from "./format-date";

type Props = {
  /** An ISO instant. */
  value: string;
  /** The instant of the request; passed in so that server and browser agree. */
  now: string;
  timeZone: string;
};

/** "3 hours ago", with the full time in the title. */
export function RelativeTime({ value, now, timeZone }: Props) {
  const locale = useLocale();
  const t = useTranslations("common.relative");
  return (
    <time dateTime={value} title={formatInstant(value, timeZone, locale, "time")}>
      {formatRelative(value, now, locale) ?? t("now")}
    </time>
  );
}
