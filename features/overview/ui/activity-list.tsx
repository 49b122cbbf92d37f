import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { localizedText } from "@/components/text/localized-text";
import { RelativeTime } from "@/components/text/relative-time";
import { auditEntities } from "@/features/workspaces/schema";
import { pathOf, sentenceOf } from "../domain";
import type { Activity, Overview } from "../schema";
import styles from "./overview.module.css";
import type { ThesisName } from "./thesis-cards";

type Props = {
  slug: string;
  overview: Overview;
  /** All of them: a tag may be of any facet, and of a retired thesis. */
  theses: ThesisName[];
  now: string;
};

/** Who did what lately, in sentences; each leads to the thing it was done to. */
export function ActivityList({ slug, overview, theses, now }: Props) {
  const t = useTranslations("overview");
  if (overview.activity.length === 0) return <p className={text.muted}>{t("noActivity")}</p>;
  return (
    <ul className={list.rows}>
      {overview.activity.map((one) => (
        <li key={one.id}>
          <span className={styles.sentence}>
            <Sentence slug={slug} activity={one} stages={overview.stages} theses={theses} />
          </span>
          <span className={text.muted}>
            <RelativeTime value={one.at} now={now} timeZone={overview.signals.timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type SentenceProps = Pick<Props, "slug" | "theses"> & { activity: Activity; stages: Overview["stages"] };

function Sentence({ slug, activity, stages, theses }: SentenceProps) {
  const t = useTranslations("overview.did");
  const locale = useLocale();
  const path = pathOf(activity);
  const name = (found: { name: { en: string; zh: string } } | undefined, otherwise: string) =>
    found ? localizedText(found.name, locale) : otherwise;
  const tags = activity.theses.map((tag) =>
    name(
      theses.find((one) => one.slug === tag),
      tag,
    ),
  );
  const stage = stages.find((one) => one.slug === activity.to);
  const entity = auditEntities.find((one) => one === activity.entity) ?? "workspace";
  return t.rich(sentenceOf(activity), {
    actor: t(`actors.${activity.actorKind}`, { name: activity.actor }),
    thing: t(`things.${entity}`),
    label: activity.label,
    theses: new Intl.ListFormat(locale).format(tags),
    stage: name(stage, activity.to ?? ""),
    link: (text: ReactNode) => (path ? <Link href={`/w/${slug}/${path}`}>{text}</Link> : text),
  });
}
