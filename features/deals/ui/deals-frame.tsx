import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterBar } from "@/components/filter/filter-bar";
import type { FilterDefinition, FiltersInForce } from "@/components/filter/filter-definitions";
import type { ListBar } from "@/components/filter/list-bar";
import { type SearchParams, withQuery } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { PageHeader } from "@/components/layout/page-header";
import { localizedText } from "@/components/text/localized-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import type { Pipeline } from "../schema";
import styles from "./deals.module.css";

type Props = {
  slug: string;
  view: "list" | "board";
  searchParams: SearchParams;
  /** All of them; the filter appears when there are several. */
  pipelines: Pipeline[];
  /** The one whose stages the filter offers. */
  pipeline: Pipeline | undefined;
  owners: { id: string; name: string }[];
  theses: ThesisOption[];
  inForce: FiltersInForce;
  /** What saved views add to the list; the board has none. */
  bar: ListBar | null;
  canWrite: boolean;
  children: ReactNode;
};

/** Title, filters and the switch between list and board; filters stay when the view changes. */
export function DealsFrame(props: Props) {
  const { slug, view, searchParams, inForce, bar, canWrite, children } = props;
  const t = useTranslations("deals");
  const pathname = `/w/${slug}/deals`;
  const add = canWrite && (
    <LinkButton href={`${pathname}/new`} look="primary">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <FilterBar filters={useDealFilters(props)} {...(bar ? { bar } : { inForce })}>
        <nav aria-label={t("views.label")} className={styles.views}>
          {(["list", "board"] as const).map((one) => (
            <Link
              key={one}
              href={withQuery(pathname, searchParams, {
                view: one === "board" ? one : null,
                cursor: null,
                sort: null,
              })}
              aria-current={one === view ? "page" : undefined}
              scroll={false}
            >
              {t(`views.${one}`)}
            </Link>
          ))}
        </nav>
      </FilterBar>
      {children}
    </>
  );
}

function useDealFilters({ view, pipelines, pipeline, owners, theses }: Props): FilterDefinition[] {
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
  if (view === "list") {
    filters.push({
      kind: "many",
      name: "stage",
      label: t("fields.stage"),
      options: pipeline?.stages.map(named) ?? [],
    });
  }
  filters.push({
    kind: "select",
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
