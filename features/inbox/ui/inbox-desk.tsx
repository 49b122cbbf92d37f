"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useAddedKeys, useReading } from "@/features/news/ui/parts/desk/desk-context";
import type { PickThesis } from "@/features/news/ui/parts/desk/desk-state";
import { ReadingDesk } from "@/features/news/ui/parts/desk/reading-desk";
import { triageAction } from "../actions";
import { viewsOf } from "../domain/views-of";
import { triageKeys } from "../keys";
import { type InboxKeys, Triage, type TriageOptions } from "./triage";
import { TriageContext } from "./triage-context";
import { TriageDialog } from "./triage-dialog";

type Props = {
  workspace: string;
  theses: readonly PickThesis[];
  /** Null for those who only read. */
  inbox: InboxKeys | null;
  children: ReactNode;
};

/** The reading desk, with triage for those who may. */
export function InboxDesk({ workspace, theses, inbox, children }: Props) {
  return (
    <ReadingDesk workspace={workspace} theses={theses} canTag={inbox !== null}>
      {inbox ? <TriageDesk inbox={inbox}>{children}</TriageDesk> : children}
    </ReadingDesk>
  );
}

function TriageDesk({ inbox, children }: { inbox: InboxKeys; children: ReactNode }) {
  const t = useTranslations("news.inbox.triage");
  const { desk, workspace } = useReading();
  const options = useTriageOptions(workspace, inbox);
  const [triage] = useState(() => new Triage(desk, options));
  useEffect(() => {
    triage.configure(options);
    // The rows have said who they are before this: children come first.
    triage.recount();
    return desk.tags.subscribe(triage.recount);
  }, [triage, options, desk]);
  const keymap = useMemo(() => {
    const { restores, tomorrow, nextWeek } = inbox;
    return triageKeys(
      {
        dismiss: () => triage.perform({ kind: restores ? "restored" : "dismissed" }),
        snooze: () => triage.perform({ kind: "snoozed", until: tomorrow }),
        snoozeWeek: () => triage.perform({ kind: "snoozed", until: nextWeek }),
        assignMe: triage.toggleMine,
        assign: triage.ask,
      },
      {
        label: (id) => t(`keys.${id}`),
        bar: {
          dismiss: t(restores ? "restore" : "dismiss"),
          snooze: t("snooze"),
          assignMe: t("assignMe"),
          assign: t("assign.open"),
        },
      },
    );
  }, [triage, inbox, t]);
  useAddedKeys(keymap);
  return (
    <TriageContext value={triage}>
      {children}
      <TriageDialog triage={triage} inbox={inbox} />
    </TriageContext>
  );
}

/** Where triage saves, and its words in the reader's language. */
function useTriageOptions(workspace: string, { me, view, tomorrow }: InboxKeys): TriageOptions {
  const t = useTranslations("news.inbox.triage");
  return useMemo(
    () => ({
      me,
      view,
      viewsOf: (item) => viewsOf(item, { me, tomorrow }),
      save: (change) => triageAction(workspace, change),
      words: (what, rows) => {
        const title = rows.length === 1 ? (rows[0]?.title ?? "") : t("several", { count: rows.length });
        if (what.kind === "snoozed") return t("done.snoozed", { title, day: what.until });
        if (what.kind !== "assigned") return t(`done.${what.kind}`, { title });
        return t(what.to ? "done.assigned" : "done.unassigned", { title, name: what.to?.name ?? "" });
      },
    }),
    [workspace, me, view, tomorrow, t],
  );
}
