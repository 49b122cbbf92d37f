import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format-date";
import type { Overview } from "../schema";
import styles from "./overview.module.css";

type Activity = Overview["activity"][number];

const sections: Record<string, string> = { news: "news", company: "companies", deal: "deals", thesis: "theses", feed: "feeds" };

/** Who did what lately, in sentences; each leads to the thing it was done to. */
export function ActivityList({ slug, activity, timeZone }: { slug: string; activity: Activity[]; timeZone: string }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  if (activity.length === 0) return <p className={styles.muted}>{t("noActivity")}</p>;
  return (
    <ul className={styles.rows}>
      {activity.map((one) => (
        <li key={one.id}>
          <Sentence slug={slug} activity={one} />{" "}
          <time className={styles.muted} dateTime={one.at}>
            {formatInstant(one.at, timeZone, locale, "time")}
          </time>
        </li>
      ))}
    </ul>
  );
}

function Sentence({ slug, activity }: { slug: string; activity: Activity }) {
  const t = useTranslations("overview.did");
  const section = sections[activity.entity];
  const words = { actor: activity.actor, label: activity.label, operation: activity.operation };
  const sentence = t(verbOf(activity.operation), words);
  if (!section || !activity.entityId) return <>{sentence}</>;
  return <Link href={`/w/${slug}/${section}/${activity.entityId}`}>{sentence}</Link>;
}

function verbOf(operation: string) {
  const verb = operation.split(".")[1] ?? "";
  if (verb === "create") return "created";
  if (verb === "update") return "updated";
  if (verb === "tag") return "tagged";
  if (verb === "untag") return "untagged";
  return verb === "move" ? "moved" : "other";
}
