"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { readName } from "@/features/companies/domain";
import { moveDealAction } from "../actions";
import { needsReason } from "../domain";
import type { Deal, Stage } from "../schema";
import styles from "./stage-bar.module.css";
import type { Passing } from "./use-board-moves";
import { useMoveProblem } from "./use-move-problem";

const ReasonDialog = dynamic(() => import("./reason-dialog").then((module) => module.ReasonDialog), {
  ssr: false,
});

type Props = {
  slug: string;
  deal: Pick<Deal, "id" | "version" | "stage" | "company">;
  /** Of the deal's pipeline, in their order. */
  stages: Stage[];
};

/**
 * The stages as one bar; pressing one moves the deal there, and a lost one asks for the reason first. What is pressed while a
 * move is on its way follows it.
 */
export function StageBar({ slug, deal, stages }: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const router = useRouter();
  const problem = useMoveProblem();
  const [asking, setAsking] = useState<Stage | null>(null);
  const [going, setGoing] = useState<string | null>(null);
  /** What the last move answered; it holds until the page has read the deal anew. */
  const [moved, setMoved] = useState<Pick<Deal, "stage" | "version">>(deal);
  const version = useRef(deal.version);
  const queue = useRef(Promise.resolve());
  const company = readName(deal.company.name, locale).main;
  const current = going ?? (moved.version > deal.version ? moved.stage : deal.stage);
  const reached = stages.findIndex((stage) => stage.slug === current && stage.kind !== "lost");

  const move = async (to: Stage, passing?: Passing) => {
    setGoing(to.slug);
    const words = { company, stage: localizedText(to.name, locale) };
    const input = {
      id: deal.id,
      stage: to.slug,
      version: Math.max(version.current, deal.version),
      ...passing,
    };
    const result = await moveDealAction(slug, input).catch(() => null);
    if (result?.ok) {
      version.current = result.data.version;
      setMoved(result.data);
      notify({ tone: "positive", message: t("board.moved", words) });
    } else {
      notify({
        tone: "negative",
        message: t("board.failed", { ...words, problem: problem(result?.error) }),
      });
    }
    setGoing(null);
    router.refresh();
  };
  const follow = (to: Stage, passing?: Passing) => {
    queue.current = queue.current.then(() => move(to, passing));
  };

  return (
    <>
      <ol className={styles.bar} aria-label={t("page.moveTo")}>
        {stages.map((stage, index) => (
          <li key={stage.id}>
            <button
              type="button"
              className={styles.stage}
              data-kind={stage.kind}
              data-passed={(stage.kind === "open" && index < reached) || undefined}
              aria-current={stage.slug === current ? "step" : undefined}
              aria-disabled={stage.slug === current}
              aria-busy={stage.slug === going}
              onClick={() => {
                if (stage.slug === current) return;
                if (needsReason(stage.kind)) setAsking(stage);
                else follow(stage);
              }}
            >
              {localizedText(stage.name, locale)}
            </button>
          </li>
        ))}
      </ol>
      {asking && (
        <ReasonDialog
          company={company}
          stageName={localizedText(asking.name, locale)}
          onConfirm={(passing) => {
            setAsking(null);
            follow(asking, passing);
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}
