import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { localizedText } from "@/components/text/localized-text";
import { formatMoneyShort } from "../domain";
import type { BoardColumn } from "../schema";
import styles from "./board.module.css";

type Props = {
  column: BoardColumn;
  /** The list with the board's filters; the stage is added. */
  listHref: string;
  /** What the list of cards needs to be dropped on. */
  list?: { ref: Ref<HTMLUListElement>; over: boolean; attributes: object };
  children: ReactNode;
};

/** A stage: its name, how many deals, sums apart by currency, the cards, and the way to the rest. */
export function BoardColumnView({ column, listHref, list, children }: Props) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const { stage, count, sums, deals } = column;
  const hidden = count - deals.length;
  const headingId = `stage-${stage.id}`;
  const query = `${listHref.includes("?") ? "&" : "?"}stage=${stage.slug}`;
  return (
    <section className={styles.column} aria-labelledby={headingId} data-kind={stage.kind}>
      <header className={styles.head}>
        <h2 id={headingId}>{localizedText(stage.name, locale)}</h2>
        <span className={styles.count}>{t("count", { count })}</span>
        {sums.length > 0 && (
          <ul className={styles.sums} aria-label={t("sums")}>
            {sums.map((sum) => (
              <li key={sum.currency}>{formatMoneyShort(sum, locale)}</li>
            ))}
          </ul>
        )}
      </header>
      <ul ref={list?.ref} {...list?.attributes} className={styles.cards} data-over={list?.over || undefined}>
        {children}
      </ul>
      {count === 0 && !list?.over && <p className={styles.nothing}>{t("empty")}</p>}
      {hidden > 0 && (
        <Link href={`${listHref}${query}`} className={styles.rest}>
          {t("more", { count: hidden })}
        </Link>
      )}
    </section>
  );
}
