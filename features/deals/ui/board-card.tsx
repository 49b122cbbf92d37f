import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/icons";
import { readName } from "@/features/companies/domain";
import { useStageName } from "@/features/companies/ui/parts/stage-name";
import { TagSwatches, type ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { daysElapsed } from "@/lib/calendar/days";
import { formatMoneyShort, type StageKind, stageAge } from "../domain";
import type { BoardCard, Stage } from "../schema";
import styles from "./board-card.module.css";
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
  const locale = useLocale();
  const stageName = useStageName();
  const company = readName(deal.company.name, locale).main;
  const kind = stages.find(({ slug: stage }) => stage === deal.stage)?.kind ?? "open";
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
        {move && (
          <MoveMenu
            id={deal.id}
            company={company}
            stages={stages.filter((stage) => stage.slug !== deal.stage)}
            onMove={(stage) => move(deal.id, stage)}
          />
        )}
        {grip}
      </div>
      {(facts.length > 0 || deal.confidential || deal.example) && (
        <div className={styles.facts}>
          <span>{facts.join(" · ")}</span>
          <DealMarks deal={deal} />
        </div>
      )}
      {deal.nextStep && <p className={styles.next}>{deal.nextStep}</p>}
      <div className={styles.foot}>
        <TagSwatches tags={deal.tags} theses={theses} show="marks" />
        <Age kind={kind} days={daysElapsed(deal.stageEnteredAt, now)} />
      </div>
    </article>
  );
}

/** The days in the stage; from a month on coloured, with a sign and words for who sees no colour. */
function Age({ kind, days }: { kind: StageKind; days: number }) {
  const t = useTranslations("deals.board");
  const age = stageAge(kind, days);
  return (
    <span className={styles.days} data-age={age} title={age === "fresh" ? undefined : t(`ages.${age}`)}>
      {age !== "fresh" && <Icon name={age === "slow" ? "activity" : "warning"} size={12} />}
      {t("days", { count: days })}
      {age !== "fresh" && <span className="visually-hidden">, {t(`ages.${age}`)}</span>}
    </span>
  );
}
