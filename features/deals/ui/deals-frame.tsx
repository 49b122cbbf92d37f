import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FilterDefinition } from "@/components/filter/filter-definitions";
import { type SearchParams, withQuery } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Pipeline } from "../schema";
import styles from "./deals.module.css";

type Shown = "list" | "board";
type Choices = {
  /** All of them; the filter appears when there are several. */
  pipelines: Pipeline[];
  /** The one whose stages the filter offers. */
  pipeline: Pipeline | undefined;
  owners: { id: string; name: string }[];
  theses: ThesisOption[];
};

/** What list and board have in common. */
export type DealsOptions = {
  slug: string;
  searchParams: SearchParams;
  filters: Choices;
  canWrite: boolean;
};

export function DealsHeader({ slug, canWrite }: Pick<DealsOptions, "slug" | "canWrite">) {
  const t = useTranslations("deals");
  return (
    <PageHeader
      title={t("title")}
      description={t("description")}
      actions={canWrite && <AddDeal slug={slug} />}
    />
  );
}

export function AddDeal({ slug }: { slug: string }) {
  const t = useTranslations("deals");
  return (
    <LinkButton href={`/w/${slug}/deals/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
}

/** The switch between list and board; filters stay when it is used. */
export function ListOrBoard({
  slug,
  searchParams,
  shown,
}: Pick<DealsOptions, "slug" | "searchParams"> & { shown: Shown }) {
  const t = useTranslations("deals.views");
  return (
    <nav aria-label={t("label")} className={styles.views}>
      {(["list", "board"] as const).map((one) => (
        <Link
          key={one}
          href={withQuery(`/w/${slug}/deals`, searchParams, {
            view: one === "board" ? one : null,
            columns: null,
            cursor: null,
            sort: null,
          })}
          aria-current={one === shown ? "page" : undefined}
          scroll={false}
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  );
}

export function useDealFilters(
  { pipelines, pipeline, owners, theses }: Choices,
  shown: Shown,
): FilterDefinition[] {
  const t = useTranslations("deals");
  const locale = useLocale();
  const named = (one: { slug: string; name: { en: string; zh: string } }) => ({
    value: one.slug,
    label: localizedText(one.name, locale),
  });
  const filters: FilterDefinition[] = [
    { kind: "search", name: "q", label: t("list.search"), placeholder: t("list.searchPlaceholder") },
    { kind: "many", name: "thesis", label: t("fields.theses"), options: theses.map(named) },
  ];
  if (shown === "list") {
    filters.push({
      kind: "many",
      name: "stage",
      label: t("fields.stage"),
      options: pipeline?.stages.map(named) ?? [],
    });
  }
  filters.push({
    kind: "many",
    name: "owner",
    label: t("fields.owner"),
    options: owners.map(({ id, name }) => ({ value: id, label: name })),
  });
  if (pipelines.length > 1) {
    filters.push({
      kind: "select",
      name: "pipeline",
      label: t("fields.pipeline"),
      options: pipelines.map(named),
    });
  }
  return filters;
}
