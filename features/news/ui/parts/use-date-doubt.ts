import { useFormatter, useTranslations } from "next-intl";
import type { NewsItem } from "../../schema";

/** Why the item's date is not its source's word, in words; null when it is. An impossible claim is told as it was made. */
export function useDateDoubt({ dateDoubt, claimedAt }: NewsItem): string | null {
  const t = useTranslations("news.item.dateDoubt");
  const format = useFormatter();
  if (dateDoubt === null) return null;
  if (claimedAt === null) return t("missing");
  const claim = format.dateTime(new Date(claimedAt), { dateStyle: "medium", timeZone: "UTC" });
  return t(dateDoubt, { claim });
}
