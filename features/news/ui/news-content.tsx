import text from "@/components/layout/text.module.css";
import type { NewsDetail } from "../schema";
import styles from "./parts/news-page.module.css";

/** What an item says; the source's markup was cleaned where it was read: see feed-documents/clean-html. */
export function NewsContent({ item, nothing }: { item: NewsDetail; nothing: string }) {
  if (item.html) {
    const cleaned = { __html: item.html };
    // biome-ignore lint/security/noDangerouslySetInnerHtml: news.get cleaned it down to a list of harmless elements
    return <article className={styles.content} lang={item.language} dangerouslySetInnerHTML={cleaned} />;
  }
  if (item.text) {
    return (
      <article className={`${styles.content} ${styles.plain}`} lang={item.language}>
        {item.text}
      </article>
    );
  }
  return <p className={text.muted}>{nothing}</p>;
}
