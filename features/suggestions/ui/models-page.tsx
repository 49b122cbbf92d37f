import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
import { DateText } from "@/components/text/date-text";
import { ClientMessages } from "@/i18n/client-messages";
import type { ModelReports, Trained } from "../schema";
import { ModelTable } from "./model-table";
import { TrainButton } from "./train-button";
import { UpliftFigures } from "./uplift-figures";

type Props = { slug: string; timeZone: string; reports: ModelReports; canTrain: boolean };

/** How well suggestions work: every model against the keywords, what suggestions do to tags, what was learned when. */
export function ModelsPage({ slug, timeZone, reports, canTrain }: Props) {
  const t = useTranslations("suggestions");
  const { data, trainings, newJudgements, due, uplift } = reports;
  return (
    <ClientMessages of={["suggestions.train"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={canTrain && <TrainButton workspace={slug} />}
      />
      <ModelTable slug={slug} reports={data} />
      <p className={text.note}>{t("models.reading")}</p>
      <Section title={t("uplift.title")}>
        <p className={text.note}>{t("uplift.explanation")}</p>
        <UpliftFigures uplift={uplift} timeZone={timeZone} />
      </Section>
      <Section title={t("trainings.title")}>
        <p className={text.note}>
          {t(trainings.length === 0 ? "trainings.waitingFirst" : "trainings.waiting", {
            count: newJudgements,
          })}{" "}
          {t("trainings.due", { count: Math.max(0, due - newJudgements) })}
        </p>
        <Trainings trainings={trainings} timeZone={timeZone} />
      </Section>
    </ClientMessages>
  );
}

function Trainings({ trainings, timeZone }: { trainings: readonly Trained[]; timeZone: string }) {
  const t = useTranslations("suggestions.trainings");
  const columns: Column<Trained>[] = [
    { id: "number", header: t("number"), cell: ({ number }) => number, role: "primary" },
    {
      id: "trainedAt",
      header: t("trainedAt"),
      kind: "nowrap",
      cell: ({ trainedAt }) => <DateText value={trainedAt} timeZone={timeZone} style="time" />,
    },
    { id: "by", header: t("by"), cell: ({ by }) => by },
    {
      id: "examples",
      header: t("examples"),
      kind: "number",
      cell: ({ examples }) => t("items", { count: examples }),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={trainings}
      rowKey={({ id }) => id}
      empty={<p className={text.note}>{t("none")}</p>}
    />
  );
}
