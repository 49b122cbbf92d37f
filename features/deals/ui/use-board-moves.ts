"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { moveDealAction } from "../actions";
import { needsReason } from "../domain";
import type { Board, BoardCard, Stage } from "../schema";
import { findCard, moveCard, refreshCard, takeOver } from "./board-state";
import { focusMoved } from "./move-focus";
import { useMoveProblem } from "./use-move-problem";

export type Passing = { reason: string; revisitIf: string };
type Asking = { id: string; to: Stage; company: string; stageName: string };

/** The board's state: what is shown, the move whose reason is being asked, and the last thing said to screen readers. */
export function useBoardMoves(slug: string, board: Board) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const router = useRouter();
  const problem = useMoveProblem();
  const [columns, setColumns] = useState(board.columns);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState("");
  const moving = useRef(new Set<string>());
  useEffect(() => setColumns((shown) => takeOver(shown, board.columns, moving.current)), [board.columns]);

  const companyOf = (card: BoardCard) => readName(card.company.name, locale).main;

  /** Shows the card in its new stage at once; takes it back, and says why, when the server refuses. */
  const perform = async (card: BoardCard, to: Stage, passing?: Passing) => {
    const words = { company: companyOf(card), stage: localizedText(to.name, locale) };
    setColumns((shown) => moveCard(shown, card.id, to.slug));
    // The card may stand in another column now; the focus goes with it.
    requestAnimationFrame(() => focusMoved(card.id, to.slug));
    const input = { id: card.id, stage: to.slug, version: card.version, ...passing };
    moving.current.add(card.id);
    const result = await moveDealAction(slug, input).catch(() => null);
    moving.current.delete(card.id);
    if (result?.ok) {
      setColumns((shown) => refreshCard(shown, result.data));
      setSaid(t("board.moved", words));
      router.refresh();
      return;
    }
    setColumns((shown) => moveCard(shown, card.id, card.stage));
    const stale = result?.error.code === "CONFLICT";
    const message = stale
      ? t("board.conflict", words)
      : t("board.failed", { ...words, problem: problem(result?.error) });
    notify({ tone: "negative", message });
    setSaid(message);
    if (stale || result?.error.code === "NOT_FOUND") router.refresh();
  };

  /** A lost stage asks for the reason before anything changes. */
  const move = (id: string, stage: string) => {
    const card = findCard(columns, id);
    const to = board.pipeline.stages.find((one) => one.slug === stage);
    if (!card || !to || card.stage === stage) return;
    if (!needsReason(to.kind)) return void perform(card, to);
    setAsking({ id, to, company: companyOf(card), stageName: localizedText(to.name, locale) });
  };

  const confirm = (passing: Passing) => {
    const card = asking && findCard(columns, asking.id);
    setAsking(null);
    if (card && asking) void perform(card, asking.to, passing);
  };

  return { columns, asking, said, move, confirm, cancel: () => setAsking(null) };
}
