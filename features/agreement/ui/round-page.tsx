import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { ClientMessages } from "@/i18n/client-messages";
import type { RoundDetail } from "../schema";
import { CloseRound } from "./close-round";
import { RoundFigures } from "./round-figures";

type Props = {
  slug: string;
  timeZone: string;
  round: RoundDetail;
  theses: readonly ThesisOption[];
  canClose: boolean;
  canSettle: boolean;
};

/** One round: how far it is, or how far its readings agree. */
export function RoundPage({ slug, timeZone, round, theses, canClose, canSettle }: Props) {
  const t = useTranslations("agreement");
  const format = useFormatter();
  const { figures, read, items } = round;
  return (
    <>
      <PageHeader
        title={t("round.title", { reader: round.reader.name })}
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/agreement` }]}
        description={t("round.facts", {
          by: round.drawnBy.name,
          day: format.dateTime(new Date(round.drawnAt), { dateStyle: "medium", timeZone }),
        })}
        actions={
          <>
            {canSettle && figures !== null && figures.settled < figures.disagreements && (
              <LinkButton href={`/w/${slug}/agreement/disagreements`}>{t("round.settle")}</LinkButton>
            )}
            {canClose && (
              <ClientMessages of={["agreement.round", "errors"]}>
                <CloseRound slug={slug} id={round.id} left={items - read} />
              </ClientMessages>
            )}
          </>
        }
      />
      {figures === null && (
        <EmptyState
          icon="people"
          title={t("round.open", { read, items })}
          description={t("round.openDescription")}
        />
      )}
      {figures !== null && figures.items === 0 && <EmptyState icon="people" title={t("round.nothingRead")} />}
      {figures !== null && figures.items > 0 && <RoundFigures figures={figures} theses={theses} />}
    </>
  );
}
