import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { LinkButton } from "@/components/form/button";
import list from "@/components/layout/list.module.css";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/layout/status-badge";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import type { Thesis, ThesisDetail } from "../schema";
import { Claims } from "./claims";
import { RetireButton } from "./retire-button";
import styles from "./theses.module.css";
import { Versions } from "./versions";

type Props = {
  slug: string;
  timeZone: string;
  thesis: ThesisDetail;
  /** The thesis it is a part of. */
  parent: Pick<Thesis, "slug" | "name"> | undefined;
  canWrite: boolean;
  /** The trend charts and the lists of what carries the thesis: other features', put in by the page. */
  children: ReactNode;
};

/** One thesis: what it says, how it was worded, what it claims, and what has gathered under it. */
export function ThesisPage({ slug, timeZone, thesis, parent, canWrite, children }: Props) {
  const t = useTranslations("theses");
  const locale = useLocale();
  const since = thesis.versions[0]?.validFrom;
  const name = localizedText(thesis.name, locale);
  const other = locale.startsWith("zh") ? thesis.name.en : thesis.name.zh;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/theses` }]}
        title={
          <span className={styles.name}>
            <SeriesSwatch index={thesis.color} size={18} /> {name}
          </span>
        }
        description={other === name ? undefined : other}
        actions={
          canWrite && (
            <div className={list.line}>
              <LinkButton href={`/w/${slug}/theses/${thesis.slug}/edit`}>{t("page.edit")}</LinkButton>
              <RetireButton slug={slug} thesis={thesis} />
            </div>
          )
        }
      />
      <p className={styles.lead}>{localizedText(thesis.statement, locale)}</p>
      <ul className={styles.facts}>
        {thesis.status === "retired" && (
          <li>
            <StatusBadge tone="warning">{t("page.retired")}</StatusBadge>
          </li>
        )}
        {parent && (
          <li>
            {t.rich("page.partOf", {
              name: localizedText(parent.name, locale),
              link: (text) => <Link href={`/w/${slug}/theses/${parent.slug}`}>{text}</Link>,
            })}
          </li>
        )}
        {since && <li>{t("page.since", { day: formatInstant(since, timeZone, locale, "day") })}</li>}
        {thesis.horizon && <li>{t("page.horizon", { horizon: thesis.horizon })}</li>}
        {thesis.owner && <li>{t("page.owner", { name: thesis.owner.name })}</li>}
      </ul>
      {thesis.keywords.length > 0 && (
        <p className={styles.keywords}>
          <span>{t("page.keywords")}</span> {thesis.keywords.join(" · ")}
        </p>
      )}
      {children}
      <Claims claims={thesis.claims} timeZone={timeZone} />
      <Versions versions={thesis.versions} timeZone={timeZone} />
    </>
  );
}
