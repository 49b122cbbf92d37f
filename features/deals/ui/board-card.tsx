import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { readName } from "@/features/companies/domain";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { daysElapsed } from "@/lib/calendar/days";
import { formatMoneyShort } from "../domain";
import type { BoardCard, Stage } from "../schema";
import styles from "./board.module.css";
import { DealMarks } from "./deal-marks";
import { MoveMenu } from "./move-menu";

export type SharedCardProps = {
  slug: string;
  theses: ThesisOption[];
  stages: Stage[];
  now: string;
  /** null: the reader may not move deals. */
  move: ((id: string, stage: string) => void) | null;
};

/** A deal on the board. The menu moves it without dragging; `grip` is the drag's own handle for the keyboard. */
export function BoardCardView({
  deal,
  slug,
  theses,
  stages,
  now,
  move,
  grip,
}: SharedCardProps & { deal: BoardCard; grip?: ReactNode }) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const stageName = useStageName();
  const company = readName(deal.company.name, locale).main;
  const facts = [
    deal.round && stageName(deal.round),
    deal.amount && formatMoneyShort(deal.amount, locale),
    deal.owner?.name,
  ].filter(Boolean);
  return (
    <article className={styles.card} aria-label={company}>
      <div className={styles.title}>
        <Link href={`/w/${slug}/deals/${deal.id}`} prefetch={false} draggable={false}>
          {company}
        </Link>
        {grip}
      </div>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>}
      <DealMarks deal={deal} />
      {deal.nextStep && <p className={styles.next}>{deal.nextStep}</p>}
      <TagSwatches tags={deal.tags} theses={theses} />
      <div className={styles.foot}>
        <span className={styles.days}>{t("days", { count: daysElapsed(deal.stageEnteredAt, now) })}</span>
        {move && (
          <MoveMenu
            id={deal.id}
            company={company}
            stages={stages.filter((stage) => stage.slug !== deal.stage)}
            onMove={(stage) => move(deal.id, stage)}
          />
        )}
      </div>
    </article>
  );
}
