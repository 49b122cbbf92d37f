import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/filter/filter-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { LinkButton } from "@/components/form/button";
import { EmptyState } from "@/components/layout/empty-state";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DataTable } from "@/components/table/data-table";
import { KeysetPager } from "@/components/table/keyset-pager";
import { RelativeTime } from "@/components/text/relative-time";
import { ClientMessages } from "@/i18n/client-messages";
import { runStates } from "@/server/jobs/runs/run";
import { isOver } from "../domain";
import { type Run, runKinds } from "../schema";
import { LiveRun } from "./live-run";
import { stateTones, useRunWords } from "./run-words";

type Props = {
  slug: string;
  timeZone: string;
  /** The instant of the request. */
  now: string;
  runs: { data: Run[]; nextCursor: string | null };
  searchParams: SearchParams;
  canChange: boolean;
};

/** So many are followed while the page is open: each holds a connection, and browsers open six to a server. */
const maxLive = 3;

/** Long work in the background: what is at work and how far, what was, and what came of it. */
export function RunsPage({ slug, timeZone, now, runs, searchParams, canChange }: Props) {
  const t = useTranslations("runs");
  const { kindOf, outcomeOf } = useRunWords();
  const pathname = `/w/${slug}/settings/runs`;
  const filtered = Boolean(searchParams.kind || searchParams.state);
  const open = runs.data.filter((run) => !isOver(run)).slice(0, maxLive);
  return (
    <ClientMessages of={["runs.progress", "errors"]}>
      <p className={text.note}>{t("description")}</p>
      <FilterBar
        filters={[
          {
            kind: "select",
            name: "kind",
            label: t("filters.kind"),
            options: runKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          },
          {
            kind: "select",
            name: "state",
            label: t("filters.state"),
            options: runStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
          },
        ]}
      />
      <DataTable
        caption={t("title")}
        rows={runs.data}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${pathname}/${id}`}
        empty={
          <EmptyState
            icon="activity"
            title={t(filtered ? "emptyFiltered" : "empty")}
            description={t("emptyDescription")}
            actions={filtered && <LinkButton href={pathname}>{t("clear")}</LinkButton>}
          />
        }
        columns={[
          {
            id: "what",
            header: t("columns.what"),
            role: "primary",
            cell: (run) => (
              <>
                {kindOf(run)}
                {run.label && <span className={text.under}>{run.label}</span>}
              </>
            ),
          },
          {
            id: "outcome",
            header: t("columns.outcome"),
            width: "16rem",
            cell: (run) =>
              open.includes(run) ? <LiveRun slug={slug} run={run} canChange={canChange} /> : outcomeOf(run),
          },
          {
            id: "state",
            header: t("columns.state"),
            kind: "nowrap",
            cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{t(`states.${state}`)}</StatusBadge>,
          },
          {
            id: "who",
            header: t("columns.who"),
            role: "wide",
            cell: ({ startedBy }) => startedBy ?? t("automatic"),
          },
          {
            id: "when",
            header: t("columns.when"),
            kind: "nowrap",
            cell: ({ createdAt }) => <RelativeTime value={createdAt} now={now} timeZone={timeZone} />,
          },
        ]}
      />
      <KeysetPager pathname={pathname} searchParams={searchParams} nextCursor={runs.nextCursor} />
    </ClientMessages>
  );
}
