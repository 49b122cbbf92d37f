import { useTranslations } from "next-intl";
import text from "@/components/layout/text.module.css";
import styles from "@/features/news/ui/parts/intake.module.css";

/** What a program sends; the same in every language. */
const example = `POST /api/v1/news/inbound
Authorization: Bearer tl_…
Content-Type: application/json

{ "url": "https://…", "title": "…", "text": "…", "tags": [{ "thesis": "…", "stance": "for" }] }`;

export function InboundExample() {
  const t = useTranslations("news.bookmarklet");
  return (
    <section aria-labelledby="inbound" className={styles.errors}>
      <h2 id="inbound">{t("programs")}</h2>
      <p className={text.muted}>{t("programsText")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className={styles.example} tabIndex={0}>
        {example}
      </pre>
    </section>
  );
}
