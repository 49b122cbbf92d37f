import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/layout/empty-state";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import type { Listed } from "@/components/table/list-frame";
import { ListTable } from "@/components/table/list-table";
import { RelativeTime } from "@/components/text/relative-time";
import type { Context } from "@/server/context";
import { type AuditEntry, auditEntities, type Member } from "../schema";
import { AuditChanges } from "./audit-changes";

type Props = {
  context: Context;
  listed: Listed<AuditEntry>;
  /** Whose doings can be picked. */
  members: Member[];
};

/** Who did what, newest first, by kind of thing. */
export async function ActivityList({ context, listed, members }: Props) {
  const t = await getTranslations("settings.activity");
  const { slug, timeZone } = context.workspace;
  const options = auditEntities.map((entity) => ({ value: entity, label: t(`entities.${entity}`) }));
  const thing = (entity: string) => {
    const known = auditEntities.find((one) => one === entity);
    return known ? t(`things.${known}`) : entity;
  };
  return (
    <ListTable
      {...listed}
      filters={[
        { kind: "many", name: "entity", label: t("filter"), options },
        {
          kind: "many",
          name: "actor",
          label: t("who"),
          options: members.map(({ id, name }) => ({ value: id, label: name })),
        },
        { kind: "dates", from: "from", to: "to", label: t("when"), toExclusive: true },
      ]}
      caption={t("caption")}
      usualSort="-at"
      rowKey={({ id }) => id}
      empty={<EmptyState icon="activity" title={t("empty")} />}
      columns={[
        {
          id: "at",
          shown: "usual",
          sort: "at",
          header: t("when"),
          kind: "nowrap",
          cell: ({ at }) => <RelativeTime value={at} now={context.now.toISOString()} timeZone={timeZone} />,
        },
        {
          id: "actor",
          shown: "usual",
          header: t("who"),
          cell: ({ actor }) => <Actor {...actor} />,
        },
        {
          id: "label",
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
          shown: "usual",
          header: t("changes"),
          width: "16rem",
          cell: ({ changes }) => <AuditChanges changes={changes} timeZone={timeZone} />,
        },
      ]}
      rowHref={({ entity, entityId }) => hrefOf(slug, entity, entityId)}
    />
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
