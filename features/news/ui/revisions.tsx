import { useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import type { NewsDetail } from "../schema";
import styles from "./parts/news-page.module.css";

/** What the item said before, newest first: a title that was changed stands beside the one that replaced it. */
export function Revisions({ item, timeZone }: { item: NewsDetail; timeZone: string }) {
  const t = useTranslations("news.item");
  return (
    <ol className={styles.revisions}>
      {item.revisions.map((revision, index) => {
        const after = item.revisions[index - 1] ?? item;
        const changed = [
          revision.title !== after.title && t("changedTitle", { title: revision.title }),
          revision.url !== after.url && t("changedAddress", { url: revision.url ?? "–" }),
          revision.publishedAt !== after.publishedAt && t("changedDate"),
          revision.excerpt !== after.excerpt && t("changedText"),
        ].filter(Boolean);
        return (
          <li key={revision.id}>
            <span className={text.small}>
              <DateText value={revision.replacedAt} timeZone={timeZone} style="time" />
            </span>
            <span lang={item.language}>{changed.join(" · ") || t("changedText")}</span>
          </li>
        );
      })}
    </ol>
  );
}
