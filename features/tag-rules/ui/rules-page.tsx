import { useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { type Column, DataTable } from "@/components/table/data-table";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Rule } from "../schema";
import styles from "./rules.module.css";

type Props = {
  slug: string;
  rules: readonly Rule[];
  theses: readonly ThesisOption[];
  retired: boolean;
  canWrite: boolean;
};

const tones = { active: "positive", paused: "warning", retired: "neutral" } as const;

/** Every rule, by the thesis it tags with. */
export function RulesPage({ slug, rules, theses, retired, canWrite }: Props) {
  const t = useTranslations("rules");
  const base = `/w/${slug}/rules`;
  const add = canWrite && (
    <LinkButton href={`${base}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LinkButton href={`${base}/synonyms`}>{t("synonymsLink")}</LinkButton>
            {add}
          </>
        }
      />
      <DataTable
        caption={t("list.caption")}
        columns={useColumns(theses)}
        rows={rules}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        empty={
          <EmptyState
            icon="thesis"
            title={t("list.none")}
            description={t("list.noneDescription")}
            actions={add}
          />
        }
      />
      <p className={text.muted}>
        <LinkButton href={retired ? base : `${base}?retired=true`} look="quiet">
          {t(retired ? "list.active" : "list.retired")}
        </LinkButton>
      </p>
    </>
  );
}

function useColumns(theses: readonly ThesisOption[]): Column<Rule>[] {
  const t = useTranslations("rules");
  const locale = useLocale();
  return [
    {
      id: "name",
      header: t("list.name"),
      role: "primary",
      cell: ({ name, expression }) => (
        <>
          {name}
          <code className={styles.code} title={expression}>
            {expression}
          </code>
        </>
      ),
    },
    {
      id: "thesis",
      header: t("list.thesis"),
      cell: ({ thesisId, thesis }) => {
        const found = theses.find(({ id }) => id === thesisId);
        return found ? (
          <span className={styles.about}>
            <SeriesSwatch index={found.colorIndex} />
            {localizedText(found.name, locale)}
          </span>
        ) : (
          thesis
        );
      },
    },
    {
      id: "says",
      header: t("list.says"),
      kind: "nowrap",
      cell: ({ stance, strength }) => t("verdict", { stance: t(`stances.${stance}`), strength }),
    },
    {
      id: "status",
      header: t("list.status"),
      kind: "nowrap",
      cell: ({ status }) => <StatusBadge tone={tones[status]}>{t(`statuses.${status}`)}</StatusBadge>,
    },
    { id: "tagged", header: t("list.tagged"), kind: "number", cell: ({ tagged }) => tagged },
  ];
}
