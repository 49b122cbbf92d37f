"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect } from "react";
import { useStore } from "@/components/state/store";
import { DateText } from "@/components/text/date-text";
import { dayIn } from "@/lib/calendar/days";
import type { Handled, Triaged } from "../domain/triage-change";
import type { InboxItem } from "../schema";
import type { Triage } from "./triage";
import { TriageButtons } from "./triage-buttons";
import { TriageContext } from "./triage-context";
import styles from "./triage-status.module.css";

type Props = {
  item: Pick<InboxItem, "id" | "assignee" | "snoozedUntil"> & Pick<Triaged, "dismissed" | "fresh">;
  title: string;
  timeZone: string;
};

/** What the inbox says of an item in its row: whose it is, until when it sleeps, and what was just done with it. */
export function TriageStatus({ item, title, timeZone }: Props) {
  const { id, assignee, snoozedUntil, dismissed, fresh } = item;
  const t = useTranslations("news.inbox.triage");
  const triage = useContext(TriageContext);
  const until = snoozedUntil === null ? null : dayIn(new Date(snoozedUntil), timeZone);
  return (
    <>
      {assignee && <span className={styles.badge}>{t("with", { name: assignee.name })}</span>}
      {snoozedUntil && (
        <span className={styles.badge}>
          {t.rich("until", { when: () => <DateText value={snoozedUntil} timeZone={timeZone} /> })}
        </span>
      )}
      {triage && (
        <>
          <Mark
            triage={triage}
            id={id}
            assignee={assignee?.id ?? null}
            until={until}
            dismissed={dismissed}
            fresh={fresh}
          />
          <TriageButtons id={id} title={title} />
        </>
      )}
    </>
  );
}

function Mark({ triage, id, assignee, until, dismissed, fresh }: { triage: Triage } & Triaged) {
  const t = useTranslations("news.inbox.triage");
  const handled = useStore(triage, (state) => state.handled.get(id) ?? null, null);
  useEffect(
    () => triage.enter({ id, assignee, until, dismissed, fresh }),
    [triage, id, assignee, until, dismissed, fresh],
  );
  if (!handled) return null;
  return (
    <span className={styles.mark} data-away={handled.kind === "assigned" ? undefined : ""}>
      {inWords(handled, t)}
    </span>
  );
}

function inWords(handled: Handled, t: ReturnType<typeof useTranslations<"news.inbox.triage">>): string {
  if (handled.kind === "snoozed") return t("marks.snoozed", { day: handled.until });
  if (handled.kind !== "assigned") return t(`marks.${handled.kind}`);
  return handled.to ? t("marks.assigned", { name: handled.to.name }) : t("marks.unassigned");
}
