import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ListBar } from "@/components/filter/list-bar";
import { records } from "@/features/records";
import { ClientMessages } from "@/i18n/client-messages";
import type { Context } from "@/server/context";
import { grants } from "@/server/permissions";
import type { ListPage } from "@/server/record/list-page";
import { examplesOf } from "./examples";
import { typedParts } from "./filter-parts";
import { ListFilterBox } from "./list-filter-box";
import { type Asked, isAsSaved, type OpenedList, unfiltered } from "./open-list";
import styles from "./views.module.css";
import { ViewsMenu } from "./views-menu";

type Page = Pick<ListPage<unknown>, "filters" | "filter" | "sort" | "total">;

/** What views add to the FilterBar of a list: spread it, with the list's own filters. */
export async function listBar(
  ctx: Context,
  opened: OpenedList,
  page: Page,
  locale: string,
  columns: readonly string[] | null,
): Promise<ListBar> {
  const { record, pathname, views, view } = opened;
  const language = locale.startsWith("zh") ? "zh" : "en";
  const t = await getTranslations("views");
  const examples = examplesOf(record, language);
  const { filters, filter, sort } = page;
  const isKnown = filter.unknown.length === 0;
  const hasFilter = Object.keys(filters).length > 0;
  const asked: Asked = { filter: hasFilter ? filter.tree : null, sort, columns: [...(columns ?? [])] };
  const changed = view !== null && !isAsSaved(view, asked);
  // What cannot be read stays in the box, to be mended.
  const unread = filter.unknown.some(({ param }) => param === "where") ? filters.where : undefined;
  const whenEmpty: Readonly<Record<string, string>> =
    views.some(({ opensWith }) => opensWith) || view ? { view: unfiltered } : {};
  const box = (
    <ClientMessages of={["filter"]}>
      <ListFilterBox
        workspace={ctx.workspace.slug}
        record={record}
        text={unread ?? filter.text}
        names={Object.keys(filters)}
        whenEmpty={whenEmpty}
        placeholder={t("placeholder", { example: examples[0]?.text ?? "" })}
        examples={examples.map(({ text, meaning }) => ({ text, meaning: t(`help.${meaning}`) }))}
      />
      {view?.opensWith && !changed && <OpenedWith name={view.name} pathname={pathname} />}
    </ClientMessages>
  );
  const menu = (
    <ClientMessages of={["views", "errors"]}>
      <ViewsMenu
        workspace={ctx.workspace.slug}
        record={record}
        pathname={pathname}
        views={views.map(({ id, name, access, mine, opensWith, pinned, linked }) => ({
          id,
          name,
          access,
          mine,
          opensWith,
          pinned,
          linked,
        }))}
        current={view?.id ?? null}
        changed={changed}
        asked={isKnown ? asked : null}
        mayShare={grants(ctx.role, "view:share")}
        mayEditAll={grants(ctx.role, "workspace:write")}
      />
    </ClientMessages>
  );
  const inForce = {
    filters,
    filter: { unknown: filter.unknown },
    parts: typedParts(records[record], page, language),
  };
  return { inForce, whenEmpty, box, menu, total: <ListTotal record={record} total={page.total} /> };
}

function OpenedWith({ name, pathname }: { name: string; pathname: string }) {
  const t = useTranslations("views");
  return (
    <p className={styles.opened}>
      {t("opened", { name })} <Link href={`${pathname}?view=${unfiltered}`}>{t("showAll")}</Link>
    </p>
  );
}

type TotalProps = { record: OpenedList["record"]; total: Page["total"] };

function ListTotal({ record, total }: TotalProps) {
  const t = useTranslations("views.total");
  if (total === null) return null;
  return (
    <span className={styles.total} role="status">
      {total.exact ? t(`exact.${record}`, { count: total.count }) : t("more", { count: total.count })}
    </span>
  );
}
