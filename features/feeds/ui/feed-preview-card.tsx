"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/form/button";
import list from "@/components/layout/list.module.css";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import { languageName } from "@/features/news/ui/parts/words";
import type { FeedPreview } from "../schema";
import styles from "./feeds.module.css";

type Props = {
  preview: FeedPreview;
  timeZone: string;
  busy: boolean;
  /** Null when the feed is followed already. */
  onFollow: (() => void) | null;
  onOther: (url: string) => void;
};

/** What a feed is and the first things it brings. */
export function FeedPreviewCard({ preview, timeZone, busy, onFollow, onOther }: Props) {
  const t = useTranslations("feeds.finder");
  const locale = useLocale();
  return (
    <Section
      title={preview.title}
      actions={
        onFollow && (
          <Button look="primary" aria-disabled={busy} onClick={() => busy || onFollow()}>
            {t("follow")}
          </Button>
        )
      }
      framed
    >
      <p className={text.small}>
        {t(preview.discovered === "page" ? "fromPage" : "given")}{" "}
        <span className={styles.address}>{preview.url}</span>
      </p>
      <p className={text.small}>
        {t("found", { count: preview.found })}
        {preview.language && ` · ${languageName(preview.language, locale)}`}
      </p>
      <ol className={list.rows}>
        {preview.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview never changes its order, and its items have no ids
          <li key={index}>
            <span>{item.title || t("untitled")}</span>
            <span className={text.small}>
              {item.publishedAt ? <DateText value={item.publishedAt} timeZone={timeZone} /> : t("undated")}
            </span>
          </li>
        ))}
      </ol>
      {preview.others.length > 0 && (
        <>
          <h3 className={text.note}>{t("others")}</h3>
          <ul className={`${list.plain} ${list.line}`}>
            {preview.others.map((other) => (
              <li key={other.url}>
                <Button aria-disabled={busy} onClick={() => busy || onOther(other.url)}>
                  {other.title ?? other.url}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
