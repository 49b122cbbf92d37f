import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/filter/filter-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { EmptyState } from "@/components/layout/empty-state";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { RelativeTime } from "@/components/text/relative-time";
import type { Context } from "@/server/context";
import { type AuditEntry, auditEntities } from "../schema";
import { AuditChanges } from "./audit-changes";

type Props = {
  context: Context;
  entries: { data: AuditEntry[]; nextCursor: string | null };
  pathname: string;
  searchParams: SearchParams;
};

/** Who did what, newest first, by kind of thing. */
export async function ActivityList({ context, entries, pathname, searchParams }: Props) {
  const t = await getTranslations("settings.activity");
  const { slug, timeZone } = context.workspace;
  const options = auditEntities.map((entity) => ({ value: entity, label: t(`entities.${entity}`) }));
  const thing = (entity: string) => {
    const known = auditEntities.find((one) => one === entity);
    return known ? t(`things.${known}`) : entity;
  };
  const empty = searchParams.entity ? t("emptyFiltered") : t("empty");
  return (
    <>
      <FilterBar filters={[{ kind: "select", name: "entity", label: t("filter"), options }]} />
      <DataTable
        caption={t("caption")}
        rows={entries.data}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="activity" title={empty} />}
        columns={[
          {
            id: "when",
            header: t("when"),
            kind: "nowrap",
            cell: ({ at }) => <RelativeTime value={at} now={context.now.toISOString()} timeZone={timeZone} />,
          },
          {
            id: "who",
            header: t("who"),
            cell: ({ actor }) => <Actor {...actor} />,
          },
          {
            id: "thing",
            header: t("what"),
            role: "primary",
            cell: ({ operation, entity, label }) => (
              <>
                {label}
                <span className={text.under}>
                  {thing(entity)} · <Verb operation={operation} />
                </span>
              </>
            ),
          },
          {
            id: "changes",
            header: t("changes"),
            width: "16rem",
            cell: ({ changes }) => <AuditChanges changes={changes} />,
          },
        ]}
        rowHref={({ entity, entityId }) => hrefOf(slug, entity, entityId)}
      />
      <KeysetPager pathname={pathname} searchParams={searchParams} nextCursor={entries.nextCursor} />
    </>
  );
}

/** A person by name; a token or a job by name and kind; the command line by its kind alone. */
async function Actor({ kind, name }: AuditEntry["actor"]) {
  const t = await getTranslations("settings.activity.actors");
  if (kind === "member") return name;
  if (kind === "cli") return t("cli");
  return (
    <>
      {name} <StatusBadge>{t(kind)}</StatusBadge>
    </>
  );
}

/** "deal.move" → "moved". */
async function Verb({ operation }: { operation: string }) {
  const t = await getTranslations("settings.activity.verbs");
  const verb = operation.split(".")[1] ?? "";
  return isVerb(verb) ? t(verb) : t("other");
}

const verbs = [
  "create",
  "update",
  "delete",
  "remove",
  "move",
  "tag",
  "untag",
  "revoke",
  "changeRole",
  "accept",
  "refresh",
  "pause",
  "resume",
  "retire",
  "restore",
  "import",
  "draw",
  "close",
  "read",
  "settle",
  "start",
  "undo",
  "cancel",
  "undoImport",
] as const;

function isVerb(text: string): text is (typeof verbs)[number] {
  return (verbs as readonly string[]).includes(text);
}

const pages: Record<string, string> = {
  news: "news",
  company: "companies",
  deal: "deals",
  thesis: "theses",
  agreementRound: "agreement",
  newsImport: "settings/runs",
  run: "settings/runs",
};

function hrefOf(slug: string, entity: string, id: string | null): string | undefined {
  const page = pages[entity];
  return page && id ? `/w/${slug}/${page}/${id}` : undefined;
}
