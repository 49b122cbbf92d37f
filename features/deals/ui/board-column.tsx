import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { useStore } from "@/components/state/store";
import { localizedText } from "@/components/text/localized-text";
import { formatMoneyShort } from "../domain";
import type { BoardColumn } from "../schema";
import styles from "./board.module.css";
import { stageButtonId } from "./move-focus";
import { openStages } from "./open-stages";

type Props = {
  column: BoardColumn;
  /** The list with the board's filters; the stage is added. */
  listHref: string;
  /** What the list of cards needs to be dropped on. */
  list?: { ref: Ref<HTMLUListElement>; over: boolean; attributes: object };
  cards: ReactNode;
  /** Keeps the room of a dragged card. */
  placeholder?: ReactNode;
};

/**
 * A stage: its name, how many deals, sums apart by currency, the cards, and the way to the rest. A stage that ends deals is a
 * narrow strip until it is opened; a card can be dropped on it all the same.
 */
export function BoardColumnView({ column, listHref, list, cards, placeholder }: Props) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const { stage, count, amounts, sums, deals } = column;
  const ends = stage.kind !== "open";
  const opened = useStore(openStages, (open) => open.includes(stage.id), false);
  const folded = ends && !opened;
  const hidden = count - deals.length;
  const headingId = `stage-${stage.id}`;
  const name = localizedText(stage.name, locale);
  const query = `${listHref.includes("?") ? "&" : "?"}stage=${stage.slug}`;
  return (
    <section
      className={styles.column}
      aria-labelledby={headingId}
      data-kind={stage.kind}
      data-folded={folded || undefined}
    >
      <header className={styles.head}>
        <h2 id={headingId}>
          {ends ? (
            <button
              id={stageButtonId(stage.slug)}
              type="button"
              className={styles.fold}
              aria-expanded={!folded}
              onClick={() => openStages.toggle(stage.id)}
            >
              {name}
            </button>
          ) : (
            name
          )}
        </h2>
        <span className={styles.count}>{folded ? count : t("count", { count })}</span>
        {!folded && sums.length > 0 && (
          <>
            <ul className={styles.sums} aria-label={t("sums")}>
              {sums.map((sum) => (
                <li key={sum.currency}>{formatMoneyShort(sum, locale)}</li>
              ))}
            </ul>
            <p className={styles.count}>{t("amounts", { count, known: amounts })}</p>
          </>
        )}
      </header>
      <ul ref={list?.ref} {...list?.attributes} className={styles.cards} data-over={list?.over || undefined}>
        {!folded && cards}
        {placeholder}
      </ul>
      {!folded && hidden > 0 && (
        <Link href={`${listHref}${query}`} className={styles.rest}>
          {t("more", { count: hidden })}
        </Link>
      )}
    </section>
  );
}
