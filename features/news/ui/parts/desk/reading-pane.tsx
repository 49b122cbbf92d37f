"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Icon } from "@/components/icons";
import { FullTextButton } from "../../full-text-button";
import { NewsContent } from "../../news-content";
import { NewsDate } from "../news-date";
import { useDeskState, useReading, useTags } from "./desk-context";
import styles from "./reading-pane.module.css";
import type { Row } from "./tag-changes";
import { type RetiredThesis, TagList } from "./tag-list";
import { useNewsDetail } from "./use-news-detail";
import { useWide } from "./use-wide";

type Props = { timeZone: string; retired: readonly RetiredThesis[]; children: ReactNode };

/** A list, and on wide screens what the item in hand says beside it. */
export function ReadingPane({ timeZone, retired, children }: Props) {
  const t = useTranslations("news.reading.preview");
  const { desk } = useReading();
  const wide = useWide();
  useEffect(() => desk.showPane(wide), [desk, wide]);
  const inHand = useDeskState(desk, (state) => state.inHand);
  const row = inHand === null ? null : desk.row();
  return (
    <div className={styles.beside}>
      <div>{children}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.pane} aria-label={t("label")} tabIndex={0}>
        {wide && row && <ItemInHand key={row.id} row={row} timeZone={timeZone} retired={retired} />}
        {!row && <p className={styles.quiet}>{t("choose")}</p>}
      </section>
    </div>
  );
}

type InHandProps = Omit<Props, "children"> & { row: Row };

function ItemInHand({ row, timeZone, retired }: InHandProps) {
  const t = useTranslations("news.reading.preview");
  const words = useTranslations("news.item");
  const { desk, workspace, canTag } = useReading();
  const { item, again } = useNewsDetail(workspace, row.id);
  const tags = useTags(desk, row.id, row.served);
  if (item === null || item === "failed")
    return (
      <>
        <h2 className={styles.title}>{row.title}</h2>
        <p className={styles.quiet}>{t(item === null ? "loading" : "failed")}</p>
      </>
    );
  return (
    <>
      <h2 className={styles.title} lang={item.language}>
        <Link href={`/w/${workspace}/news/${item.id}`} prefetch={false}>
          {item.title}
        </Link>
      </h2>
      <p className={styles.source}>
        <span>{item.feed?.title ?? item.source ?? words("byHand")}</span>
        <NewsDate item={item} timeZone={timeZone} />
        {item.url && (
          <a href={item.url} target="_blank" rel="noopener noreferrer">
            {words("original")} <Icon name="external" size={12} />
          </a>
        )}
      </p>
      <div className={styles.tags}>
        <TagList tags={tags} retired={retired} />
      </div>
      <NewsContent item={item} nothing={t("nothing")} />
      {canTag && item.url && <FullTextButton workspace={workspace} newsId={item.id} onDone={again} />}
    </>
  );
}
