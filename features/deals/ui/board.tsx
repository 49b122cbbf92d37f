"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Board as BoardData } from "../schema";
import styles from "./board.module.css";
import { BoardCardView } from "./board-card";
import cardStyles from "./board-card.module.css";
import { BoardColumnView } from "./board-column";
import type { DragBoardProps } from "./board-drag";
import { useBoardMoves } from "./use-board-moves";

const ReasonDialog = dynamic(() => import("./reason-dialog").then((module) => module.ReasonDialog), {
  ssr: false,
});

type Props = {
  slug: string;
  board: BoardData;
  theses: ThesisOption[];
  /** The instant the page was made, ISO 8601: what "days in stage" are counted to. */
  now: string;
  canWrite: boolean;
  /** Query string of the filters, to go on in the list. */
  listHref: string;
};

/**
 * The pipeline as columns. Cards move by their menu, and by dragging once that part has loaded; a move shows at once and
 * is taken back when the server refuses it.
 */
export function Board({ slug, board, theses, now, canWrite, listHref }: Props) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const { columns, asking, said, move, confirm, cancel } = useBoardMoves(slug, board);
  const DragBoard = useDragBoard(canWrite);
  const shared = { slug, theses, now, stages: board.pipeline.stages, move: canWrite ? move : null };

  return (
    <>
      <section
        className={styles.board}
        aria-label={t("label", { pipeline: localizedText(board.pipeline.name, locale) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {DragBoard ? (
          <DragBoard columns={columns} listHref={listHref} shared={shared} />
        ) : (
          columns.map((column) => (
            <BoardColumnView
              key={column.stage.id}
              column={column}
              listHref={listHref}
              cards={column.deals.map((deal) => (
                <li key={deal.id} className={cardStyles.item}>
                  <BoardCardView deal={deal} {...shared} />
                </li>
              ))}
            />
          ))
        )}
      </section>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {asking && <ReasonDialog {...asking} onConfirm={confirm} onCancel={cancel} />}
    </>
  );
}

/** Dragging is loaded after the page is there: nobody waits for it, and the menu on each card does the same. */
function useDragBoard(wanted: boolean): ComponentType<DragBoardProps> | null {
  const [loaded, setLoaded] = useState<{ component: ComponentType<DragBoardProps> } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    import("./board-drag").then(
      (module) => !gone && setLoaded({ component: module.DragBoard }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return loaded?.component ?? null;
}
