import { useTranslations } from "next-intl";
import { DateText } from "@/components/text/date-text";
import type { NewsItem } from "../../schema";

type Dated = Pick<NewsItem, "publishedAt" | "publishedDay" | "assumedZone">;

/** When an item was published: a day where its source wrote no more, and the zone where it was assumed. */
export function NewsDate({ item, timeZone }: { item: Dated; timeZone: string }) {
  const t = useTranslations("news.item");
  if (item.publishedDay) return <DateText value={item.publishedDay} timeZone={timeZone} />;
  return (
    <>
      <DateText value={item.publishedAt} timeZone={timeZone} style="time" />
      {item.assumedZone && ` (${t("assumedZone", { zone: item.assumedZone })})`}
    </>
  );
}
